import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAuthority, type Identity } from '../../packages/core/src/testing/certificates.js';
import { startDesk, startProxy, startRaw } from '../../packages/core/src/testing/network.js';
import { runCommand, startHost } from './support.js';

const authority = createAuthority();
afterAll(() => authority[Symbol.asyncDispose]());

const trusting = { NODE_EXTRA_CA_CERTS: authority.file };

/** What `get_account` says, by a server with this environment. */
async function call(env: Readonly<Record<string, string>>): Promise<string> {
  const host = await startHost({ env: { BOSSDESK_API_KEY: 'k-1', ...env } });
  try {
    return (await host.call('get_account')).text;
  } finally {
    await host.close();
  }
}

const account = ({ url = '' }: IncomingMessage, response: ServerResponse) => {
  const body = url.includes('/account') ? { id: 1, name: 'Corp', full_domain: 'desk.corp', time_zone: 'UTC' } : [];
  const session = { id: 1, api_key: 'k-7', permissions: { tickets: ['index', 'show'] } };
  const answer = url.endsWith('/sessions') ? session : body;
  response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
};

describe('a private certificate', () => {
  it.each<[string, Identity, RegExp]>([
    [
      'unknown',
      authority.trusted,
      /\(its issuer is unknown here, UNABLE_TO_VERIFY_LEAF_SIGNATURE\)\. .*NODE_EXTRA_CA_CERTS/,
    ],
    ['self-signed', authority.selfSigned, /\(it is self-signed, DEPTH_ZERO_SELF_SIGNED_CERT\)\. .*NODE_EXTRA_CA_CERTS/],
  ])('is refused in one handshake: %s', async (_, identity, words) => {
    await using desk = await startDesk(account, identity);
    const text = await call({ BOSSDESK_URL: `https://localhost:${desk.port}` });
    expect(text).toMatch(words);
    expect(text).toContain(`localhost:${desk.port} answers with a certificate that this machine does not trust`);
    expect(desk.connections()).toBe(1);
  });

  it('is trusted with NODE_EXTRA_CA_CERTS, if there is nothing else wrong with it', async () => {
    await using good = await startDesk(account, authority.trusted);
    expect(await call({ BOSSDESK_URL: `https://localhost:${good.port}`, ...trusting })).toContain('Corp');
    await using late = await startDesk(account, authority.expired);
    expect(await call({ BOSSDESK_URL: `https://localhost:${late.port}`, ...trusting })).toMatch(
      /\(it has expired, CERT_HAS_EXPIRED\)\. Have the certificate renewed/,
    );
    await using other = await startDesk(account, authority.otherName);
    expect(await call({ BOSSDESK_URL: `https://localhost:${other.port}`, ...trusting })).toMatch(
      /\(it is for another host name: desk\.corp, ERR_TLS_CERT_ALTNAME_INVALID\)\. Use a name .* in BOSSDESK_URL/,
    );
    expect(late.connections() + other.connections()).toBe(2);
  });
});

describe('a proxy', () => {
  it('carries everything to the desk behind a private authority, and login and doctor too', async () => {
    await using desk = await startDesk(account, authority.otherName);
    await using proxy = await startProxy({ port: desk.port });
    const env = {
      ...trusting,
      BOSSDESK_URL: 'https://desk.corp',
      HTTPS_PROXY: `http://me:hunter2@127.0.0.1:${proxy.port}`,
      BOSSDESK_TOOLSETS: 'people',
    };
    expect(await call({ ...env, BOSSDESK_TOOLSETS: 'reference' })).toContain('Corp');
    const login = await runCommand(['login'], { env, input: 'jackpot\nsecret\n' });
    expect(login).toEqual({ code: 0, stdout: 'k-7\n', stderr: '' });
    const { code, stdout } = await runCommand(['doctor'], { env: { ...env, BOSSDESK_API_KEY: 'k-1' } });
    expect(stdout).toContain(`ok     Proxy: desk.corp is reached through http://127.0.0.1:${proxy.port}\n`);
    expect(stdout).toMatch(/^ok {5}Certificate: for other, issued by Corp, Corp Test CA, good until \d{4}-\d\d-\d\d$/m);
    expect(stdout).not.toContain('hunter2');
    expect(code).toBe(0);
    expect(new Set(proxy.asked)).toEqual(new Set(['CONNECT desk.corp:443 me:hunter2']));
  });

  it.each([
    [407, 'wants a user name and password (407)'],
    [403, 'refuses the way to desk.corp (403)'],
  ])('that answers %d is named, after one request', async (status, words) => {
    await using proxy = await startProxy({ status });
    const env = { BOSSDESK_URL: 'https://desk.corp', https_proxy: `http://me:hunter2@127.0.0.1:${proxy.port}` };
    const text = await call(env);
    expect(text).toContain(`the proxy http://127.0.0.1:${proxy.port} ${words}`);
    expect(text).not.toContain('hunter2');
    expect(proxy.asked).toHaveLength(1);
  });

  it('whose address cannot be read is what is wrong with the set-up', async () => {
    const text = await call({ BOSSDESK_URL: 'https://desk.corp', HTTPS_PROXY: 'ftp://me:hunter2@proxy' });
    expect(text).toMatch(/^HTTPS_PROXY is not the address of a proxy: give http:\/\/host:port/);
    expect(text).not.toContain('hunter2');
  });
});

describe('plain http to a container', () => {
  const BOSSDESK_URL = 'http://host.docker.internal:4300';

  it('needs a permission, which doctor says loudly', async () => {
    await using desk = await startDesk(account);
    await using proxy = await startProxy({ port: desk.port });
    const env = { BOSSDESK_URL, HTTP_PROXY: `http://127.0.0.1:${proxy.port}` };
    expect(await call(env)).toMatch(/would show the API key to the network.*BOSSDESK_ALLOW_HTTP allows it/);
    expect(proxy.asked).toEqual([]);
    const allowed = { ...env, BOSSDESK_ALLOW_HTTP: '1', BOSSDESK_API_KEY: 'k-1' };
    expect(await call(allowed)).toContain('Corp');
    const { code, stdout } = await runCommand(['doctor'], { env: allowed });
    expect(stdout).toMatch(/^WARN {3}PLAIN HTTP to host\.docker\.internal:4300, allowed by BOSSDESK_ALLOW_HTTP/m);
    expect(code).toBe(0);
  });
});

describe('doctor', () => {
  it('ends within 15 seconds on a host that hangs, with the lines that it has', async () => {
    await using hanging = await startRaw(() => undefined);
    const env = { BOSSDESK_URL: `https://localhost:${hanging.port}`, BOSSDESK_API_KEY: 'k-1' };
    const since = Date.now();
    const { code, stdout } = await runCommand(['doctor'], { env });
    expect(Date.now() - since).toBeLessThan(15_000);
    expect(stdout).toMatch(
      /^ok {5}Proxy: none on the way to this address\nWRONG {2}.*cannot be reached \((?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)\)/,
    );
    expect(code).toBe(1);
  }, 30_000);

  it('ends within 15 seconds where every answer is slow', async () => {
    await using slow = await startDesk((request, response) => void setTimeout(() => account(request, response), 3500));
    const env = {
      BOSSDESK_URL: `http://localhost:${slow.port}`,
      BOSSDESK_API_KEY: 'k-1',
      BOSSDESK_CONCURRENCY: '1',
      BOSSDESK_ME: 'jackpot',
    };
    const since = Date.now();
    const { code, stdout } = await runCommand(['doctor'], { env });
    expect(Date.now() - since).toBeLessThan(15_000);
    expect(stdout).toContain('answers as "Corp"');
    expect(stdout).toMatch(/^WRONG {2}Not everything was checked.*\n$/m);
    expect(code).toBe(1);
  }, 30_000);

  it('says what a user may do who signs in, whether `me` is somebody, and which folders there are', async () => {
    await using desk = await startDesk(account);
    const env = {
      BOSSDESK_URL: `http://localhost:${desk.port}`,
      BOSSDESK_USERNAME: 'jackpot',
      BOSSDESK_PASSWORD: 'secret',
      BOSSDESK_ME: 'nobody',
      BOSSDESK_FILES_DIR: '/:/nowhere/at/all',
    };
    const { code, stdout } = await runCommand(['doctor'], { env });
    expect(stdout).toContain('ok     Permissions: tickets (index, show)\n');
    expect(stdout).toContain('WRONG  BOSSDESK_ME: no user is called "nobody".');
    expect(stdout).toContain(
      'ok     BOSSDESK_FILES_DIR: / can be read\nWRONG  BOSSDESK_FILES_DIR: /nowhere/at/all does not exist.',
    );
    expect(code).toBe(1);
  });
});
