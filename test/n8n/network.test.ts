import type { IncomingMessage, ServerResponse } from 'node:http';
import { runInThisContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { createAuthority, type Identity } from '../../packages/core/src/testing/certificates.js';
import { startDesk, startProxy, startRaw } from '../../packages/core/src/testing/network.js';
import { runWorkflow, chainNodes } from '../support/n8nInProcess.js';
import { testCredential } from './credentialTest.js';

/** n8n runs outside of jest's own world. */
const n8nProcess = runInThisContext('process') as NodeJS.Process;
const tls = n8nProcess.getBuiltinModule('node:tls');
const ownAuthorities = tls.getCACertificates('default');
const authority = createAuthority();

const before = { ...n8nProcess.env };
afterEach(() => {
  n8nProcess.env = { ...before };
});
afterAll(async () => {
  tls.setDefaultCACertificates(ownAuthorities);
  await authority[Symbol.asyncDispose]();
});

/** What NODE_EXTRA_CA_CERTS does when a process starts. */
async function trustAuthority(): Promise<void> {
  const { readFileSync } = await import('node:fs');
  tls.setDefaultCACertificates([...ownAuthorities, readFileSync(authority.file, 'utf8')]);
}

const getAccount = { resource: 'account', operation: 'get' };
const closeTicket = { resource: 'ticket', operation: 'close', ticketNumber: { __rl: true, mode: 'id', value: 7 } };

async function run(url: string, switches: object = {}, parameters: object = getAccount) {
  const credentials = { bossDeskApi: { url, apiKey: 'k-1', ...switches } };
  const node = { name: 'BOSSDesk', type: 'n8n-nodes-bossdesk.bossDesk', parameters: { ...parameters } };
  return (await runWorkflow({ workflow: chainNodes(node), credentials })).node('BOSSDesk');
}

const account = (_: IncomingMessage, response: ServerResponse) =>
  response.setHeader('content-type', 'application/json').end('{"id":1,"name":"Corp","full_domain":"desk.corp"}');

const WORKS = { status: 'OK', message: 'Connection successful!' };

describe('a private certificate', () => {
  it.each<[string, Identity, RegExp]>([
    ['self-signed', authority.selfSigned, /\(it is self-signed, DEPTH_ZERO_SELF_SIGNED_CERT\)\. .*NODE_EXTRA_CA_CERTS/],
    ['of an unknown issuer', authority.trusted, /\(its issuer is unknown here, UNABLE_TO_VERIFY_LEAF_SIGNATURE\)/],
  ])('that is %s is refused in one handshake, with both ways out', async (_, identity, words) => {
    await using desk = await startDesk(account, identity);
    const { error } = await run(`https://localhost:${desk.port}`, {}, closeTicket);
    expect(error?.message).toMatch(words);
    expect(error?.message).toContain(
      `localhost:${desk.port} answers with a certificate that this machine does not trust`,
    );
    expect(error?.message).toContain('"Ignore SSL Issues (Insecure)" in the credential');
    expect(desk.connections()).toBe(1);
  });

  it('is let through by the switch of the credential, in its test too', async () => {
    await using desk = await startDesk(account, authority.selfSigned);
    const url = `https://localhost:${desk.port}`;
    expect((await run(url, { allowUnauthorizedCerts: true })).items).toMatchObject([{ json: { name: 'Corp' } }]);
    const credential = { url, apiKey: 'k-1' };
    expect(await testCredential('bossDeskApi', { ...credential, allowUnauthorizedCerts: true })).toEqual(WORKS);
    expect(await testCredential('bossDeskApi', credential)).toEqual({
      status: 'Error',
      message: expect.stringMatching(
        /^localhost:\d+ answers with a certificate .*it is self-signed.*Ignore SSL Issues/,
      ),
    });
  });

  it.each<[string, Identity, RegExp]>([
    ['expired', authority.expired, /\(it has expired, CERT_HAS_EXPIRED\)\. Have the certificate renewed/],
    [
      'for another name',
      authority.otherName,
      /\(it is for another host name: desk\.corp, ERR_TLS_CERT_ALTNAME_INVALID\)/,
    ],
  ])('of an authority that the machine trusts is refused when it is %s', async (_, identity, words) => {
    await trustAuthority();
    await using good = await startDesk(account, authority.trusted);
    expect((await run(`https://localhost:${good.port}`)).items).toHaveLength(1);
    await using desk = await startDesk(account, identity);
    expect((await run(`https://localhost:${desk.port}`)).error?.message).toMatch(words);
    expect(desk.connections()).toBe(1);
  });
});

describe('plain http', () => {
  it('goes to a private address where the credential allows it, through n8n’s proxy here', async () => {
    await using desk = await startDesk(account);
    await using proxy = await startProxy({ port: desk.port });
    n8nProcess.env['HTTP_PROXY'] = `http://127.0.0.1:${proxy.port}`;
    const url = 'http://host.docker.internal:4300';
    expect((await run(url)).error?.message).toContain('"Allow HTTP" in the credential allows it');
    expect((await run('http://desk.example.com', { allowHttp: true })).error?.message).toContain(
      'must start with https',
    );
    expect(proxy.asked).toEqual([]);
    expect((await run(url, { allowHttp: true })).items).toMatchObject([{ json: { name: 'Corp' } }]);
    expect(proxy.asked).toEqual([expect.stringContaining('GET http://host.docker.internal:4300/api/v1/account')]);
    // The same credential when it is tried.
    const { message } = await testCredential('bossDeskApi', { url, apiKey: 'k-1' });
    expect(message).toContain('"Allow HTTP" in the credential allows it');
    expect(proxy.asked).toHaveLength(1);
    await testCredential('bossDeskApi', { url, apiKey: 'k-1', allowHttp: true });
    expect(proxy.asked).toHaveLength(2);
  });

  it('to a port of TLS is told as such, and nothing is repeated', async () => {
    await using desk = await startDesk(account, authority.trusted);
    const { error } = await run(`http://localhost:${desk.port}`, {}, closeTicket);
    expect(error?.message).toContain('takes TLS alone, though the URL says http. Write https:// in the BOSSDesk URL');
  });
});

it.each([
  ['https to a port without TLS', (port: number) => `https://localhost:${port}`, 'answers without TLS, though'],
  [
    'a port that speaks no HTTP',
    (port: number) => `http://localhost:${port}`,
    'does not speak HTTP (HPE_INVALID_CONSTANT)',
  ],
])('says so of %s, at once', async (_, urlOf, words) => {
  await using other = await startRaw((socket) => socket.write('SSH-2.0-OpenSSH_9\u001b[2J\r\n'));
  const { error } = await run(urlOf(other.port));
  expect(error?.message).toContain(words);
  expect(other.connections()).toBe(1);
});

describe('a proxy of n8n', () => {
  it('carries requests for the desk', async () => {
    await trustAuthority();
    await using desk = await startDesk(account, authority.otherName);
    await using proxy = await startProxy({ port: desk.port });
    n8nProcess.env['HTTPS_PROXY'] = `http://me:p%40ss@127.0.0.1:${proxy.port}`;
    expect((await run('https://desk.corp')).items).toMatchObject([{ json: { name: 'Corp' } }]);
    expect(await testCredential('bossDeskApi', { url: 'desk.corp', apiKey: 'k-1' })).toEqual(WORKS);
    expect(proxy.asked).toEqual(Array(2).fill('CONNECT desk.corp:443 me:p@ss'));
  });

  it('that wants a login is told as such, after one request', async () => {
    await using proxy = await startProxy({ status: 407 });
    n8nProcess.env['HTTPS_PROXY'] = `http://127.0.0.1:${proxy.port}`;
    const { error } = await run('https://desk.corp');
    expect(error?.message).toContain('a proxy on the way to BOSSDesk wants a user name and password (407)');
    expect(proxy.asked).toHaveLength(1);
  });

  it.each([
    [403, 'it seems by something on the way to BOSSDesk. Ask the administrator of the network whether a proxy'],
    [502, 'This may be the answer of a proxy or gateway that cannot reach BOSSDesk'],
  ])('that answers %d is not taken for the desk', async (status, words) => {
    await using proxy = await startProxy({ status });
    n8nProcess.env['HTTPS_PROXY'] = `http://127.0.0.1:${proxy.port}`;
    const { error } = await run('https://desk.corp', {}, closeTicket);
    expect(error?.message).toContain(words);
    expect(proxy.asked).toHaveLength(1);
  });

  it('that is not there is named', async () => {
    n8nProcess.env['HTTPS_PROXY'] = 'http://me:hunter2@127.0.0.1:9';
    const { error } = await run('https://desk.corp', {}, closeTicket);
    expect(error?.message).toContain('the proxy 127.0.0.1:9 cannot be reached (ECONNREFUSED)');
    expect(JSON.stringify(error)).not.toContain('hunter2');
  });
});

describe('limits', () => {
  it('cut an answer off that would fill the memory', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 2 ** 20));
    await using desk = await startDesk((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb),
    );
    const { error } = await run(`http://127.0.0.1:${desk.port}`);
    expect(error?.message).toContain('is larger than 64 MB and was cut off');
    expect(desk.connections()).toBe(1);
  });
});
