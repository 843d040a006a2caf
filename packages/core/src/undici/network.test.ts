import { gzipSync, brotliCompressSync, deflateRawSync, deflateSync } from 'node:zlib';
import { createAuthority } from '../testing/certificates.js';
import { startDesk, startProxy, startRaw } from '../testing/network.js';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ConnectedClient, connect, type ConnectOptions } from './node.js';

const authority = createAuthority();
afterAll(() => authority[Symbol.asyncDispose]());

const clients: ConnectedClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

function open(url: string, options: Partial<ConnectOptions> = {}): ConnectedClient {
  const client = connect({ url, apiKey: 'k', maxRetries: 0, ...options });
  clients.push(client);
  return client;
}

const account = (_: IncomingMessage, response: ServerResponse) =>
  response.setHeader('content-type', 'application/json').end('{"id":1,"name":"Corp"}');

describe('a proxy of the environment', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it('is asked to connect, with its login, and told nothing else', async () => {
    await using desk = await startDesk(account);
    await using proxy = await startProxy({ port: desk.port });
    process.env['http_proxy'] = `http://me:p%40ss@127.0.0.1:${proxy.port}`;
    const client = open('http://desk.internal:4300', { allowHttp: true });
    expect(client.proxy).toBe(`http://127.0.0.1:${proxy.port}`);
    expect(await client.account.get()).toMatchObject({ name: 'Corp' });
    expect(proxy.asked).toEqual(['CONNECT desk.internal:4300 me:p@ss']);
  });

  it('is asked for https through a tunnel, in which the certificate counts', async () => {
    await using desk = await startDesk(account, authority.trusted);
    await using proxy = await startProxy({ port: desk.port });
    process.env['HTTPS_PROXY'] = `127.0.0.1:${proxy.port}`;
    await expect(open('https://desk.corp').account.get()).rejects.toMatchObject({ fault: 'certificate', sent: false });
    expect(proxy.asked).toEqual(['CONNECT desk.corp:443']);
  });

  it('is not asked for this machine, nor for what NO_PROXY names', async () => {
    await using desk = await startDesk(account);
    process.env['HTTP_PROXY'] = 'http://127.0.0.1:9';
    expect(await open(`http://127.0.0.1:${desk.port}`).account.get()).toMatchObject({ name: 'Corp' });
    process.env['NO_PROXY'] = 'internal';
    await expect(open('http://desk.internal', { allowHttp: true }).account.get()).rejects.toThrow(
      /desk\.internal cannot be reached/,
    );
  });

  it.each([
    [407, 'wants a user name and password (407)', 1],
    [403, 'refuses the way to desk.corp (403)', 1],
    [502, 'cannot reach desk.corp (502)', 2],
  ])('that answers %d is named without its password', async (status, words, times) => {
    await using proxy = await startProxy({ status });
    process.env['HTTPS_PROXY'] = `http://me:hunter2@127.0.0.1:${proxy.port}`;
    const call = open('https://desk.corp', { maxRetries: 1 }).tickets.close({ friendly_id: 1 });
    const name = `the proxy http://127.0.0.1:${proxy.port}`;
    await expect(call).rejects.toMatchObject({ name: 'ConnectionError', fault: 'proxy', sent: false });
    await expect(call).rejects.toThrow(`${name} ${words}`);
    await expect(call).rejects.toThrow(expect.not.stringContaining('hunter2'));
    expect(proxy.asked).toHaveLength(times);
  });

  it('that is not there is told as such', async () => {
    process.env['HTTPS_PROXY'] = 'http://me:hunter2@127.0.0.1:9';
    await expect(open('https://desk.corp').account.get()).rejects.toThrow(
      'the proxy http://127.0.0.1:9 cannot be reached (ECONNREFUSED)',
    );
    process.env['HTTPS_PROXY'] = 'ftp://me:hunter2@proxy';
    expect(() => open('https://desk.corp')).toThrow('HTTPS_PROXY is not the address of a proxy');
    expect(() => open('https://desk.corp', { proxy: 'ftp://proxy' })).toThrow('PROXY is not the address of a proxy');
  });
});

describe('a certificate', () => {
  it.each([
    ['selfSigned', 'it is self-signed, DEPTH_ZERO_SELF_SIGNED_CERT', 'NODE_EXTRA_CA_CERTS'],
    ['trusted', 'its issuer is unknown here, UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NODE_EXTRA_CA_CERTS'],
  ] as const)('of a private authority is refused in one handshake: %s', async (name, words, remedy) => {
    await using desk = await startDesk(account, authority[name]);
    const call = open(`https://localhost:${desk.port}`, { maxRetries: 3 }).account.get();
    await expect(call).rejects.toThrow(
      `localhost:${desk.port} answers with a certificate that this machine does not trust (${words})`,
    );
    await expect(call).rejects.toMatchObject({ hint: expect.stringContaining(remedy) });
    expect(desk.connections()).toBe(1);
  });
});

describe('a port that speaks otherwise', () => {
  it('than https is told so at once', async () => {
    await using desk = await startDesk(account);
    const call = open(`https://localhost:${desk.port}`, { maxRetries: 3 }).account.get();
    await expect(call).rejects.toMatchObject({ fault: 'noTls', sent: false });
    expect(desk.connections()).toBe(1);
  });

  it('than http is told so, for a write too', async () => {
    await using desk = await startDesk(account, authority.trusted);
    const call = open(`http://localhost:${desk.port}`, { maxRetries: 3 }).tickets.close({ friendly_id: 1 });
    await expect(call).rejects.toMatchObject({ fault: 'onlyTls', sent: false });
    await expect(call).rejects.toThrow('takes TLS alone, though the URL says http');
  });

  it('than HTTP keeps its code, and nothing of what it said', async () => {
    await using ssh = await startRaw((socket) => socket.write('SSH-2.0-OpenSSH_9\u001b[2J\r\n'));
    const call = open(`http://localhost:${ssh.port}`, { maxRetries: 3 }).account.get();
    await expect(call).rejects.toThrow('does not speak HTTP (HPE_INVALID_CONSTANT)');
    expect(ssh.connections()).toBe(1);
  });
});

describe('limits', () => {
  it('hold while TLS is never finished', async () => {
    await using hanging = await startRaw(() => undefined);
    const since = Date.now();
    const call = open(`https://localhost:${hanging.port}`, { timeoutMs: 300 }).tickets.close({ friendly_id: 1 });
    await expect(call).rejects.toMatchObject({ name: 'ConnectionError', sent: false });
    expect(Date.now() - since).toBeLessThan(2000);
  });

  it('and a cancel is heard meanwhile', async () => {
    await using hanging = await startRaw(() => undefined);
    const abort = new AbortController();
    const call = open(`https://localhost:${hanging.port}`).tickets.close({ friendly_id: 1 }, { signal: abort.signal });
    setTimeout(() => abort.abort(), 50);
    const since = Date.now();
    await expect(call).rejects.toMatchObject({ name: 'AbortedError', sent: false });
    expect(Date.now() - since).toBeLessThan(2000);
  });

  it('say how long several attempts took', async () => {
    await using slow = await startDesk(() => undefined);
    const call = open(`http://127.0.0.1:${slow.port}`, { timeoutMs: 100, maxRetries: 1 }).account.get();
    await expect(call).rejects.toThrow(/within 100 ms, tried 2 times in 1 second/);
  });
});

describe('a packed answer', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ])('is asked for by reads, and read: %s', async (encoding, pack) => {
    const wanted: unknown[] = [];
    await using desk = await startDesk(({ headers, method }, response) => {
      wanted.push(`${method ?? ''} ${headers['accept-encoding'] ?? 'none'}`);
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding });
      response.end(pack('{"id":1,"name":"Corp"}'));
    });
    const client = open(`http://127.0.0.1:${desk.port}`);
    expect(await client.account.get()).toMatchObject({ name: 'Corp' });
    await client.tickets.close({ friendly_id: 1 });
    expect(wanted).toEqual(['GET gzip, deflate, br', 'PATCH none']);
  });

  it.each([
    ['of no deflate', Buffer.from('plain text'), 'interrupted'],
    ['of half of one', deflateRawSync('{"id":1,"name":"Corp"}').subarray(0, 9), 'interrupted'],
  ])('%s is told, not waited for', async (_name, body, fault) => {
    await using desk = await startDesk((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'deflate' }).end(body),
    );
    await expect(open(`http://127.0.0.1:${desk.port}`).account.get()).rejects.toMatchObject({ fault });
  });

  it('that would fill the memory is cut off at 64 MB', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 2 ** 20));
    await using desk = await startDesk((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb),
    );
    const before = process.memoryUsage().rss;
    await expect(open(`http://127.0.0.1:${desk.port}`, { maxRetries: 3 }).tickets.list()).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      message: expect.stringContaining('is larger than 64 MB and was cut off'),
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(180 * 2 ** 20);
    expect(desk.connections()).toBe(1);
  });

  it('nor is a plain one read beyond', async () => {
    let written = 0;
    await using desk = await startDesk((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(2 ** 20, 32))) written += 1;
      };
      response.on('drain', more);
      more();
    });
    await expect(open(`http://127.0.0.1:${desk.port}`).tickets.list()).rejects.toThrow('larger than 64 MB');
    expect(written).toBeLessThan(200);
  });
});
