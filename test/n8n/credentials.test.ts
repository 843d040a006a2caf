import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InMemoryCredentialsHelper } from '../support/n8n/credentials.js';
import { loadPackages } from '../support/n8n/packages.js';
import { testCredential } from './credentialTest.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const login = { username: 'jackpot', password: 'sandbox-password' };

describe('BOSSDesk API', () => {
  it('passes its test, with the header as the doc has it', async () => {
    const seen: (string | undefined)[] = [];
    const server = await listen(
      createServer((request, response) => {
        seen.push(request.url, request.headers.authorization, request.headers.accept);
        response.setHeader('content-type', 'application/json').end('{"full_domain":"example.bossdesk.io"}');
      }),
    );
    expect(await testCredential('bossDeskApi', { url: urlOf(server), apiKey: 'k-1' })).toMatchObject({ status: 'OK' });
    expect(seen).toEqual(['/api/v1/account', 'Token token="k-1"', 'application/json']);
    server.close();
  });

  it.each([
    ['a full URL', (url: string) => url],
    ['a trailing slash', (url: string) => `${url}/`],
    ['a pasted API path', (url: string) => `${url}/api/v1/`],
    ['no scheme', (url: string) => url.replace('http://', '')],
  ])('takes a URL with %s, in the test and in the node', async (_, write) => {
    const credential = { url: write(desk.sandbox.url), apiKey: desk.sandbox.apiKey };
    expect(await testCredential('bossDeskApi', credential)).toEqual({
      status: 'OK',
      message: 'Connection successful!',
    });
    const run = await desk.run({ resource: 'account', operation: 'get' }, { credentials: { bossDeskApi: credential } });
    expect(run.wire).toEqual(['GET /account']);
  });

  it.each(['  k-1\n', 'Token token="k-1"'])('sends the key alone where more was pasted: %j', async (apiKey) => {
    const { authenticate } = (await loadPackages()).getCredentialType('bossDeskApi');
    const complete = authenticate as (credentials: object, request: object) => Promise<object>;
    expect(await complete({ apiKey }, { url: 'https://desk.example.com' })).toEqual({
      url: 'https://desk.example.com',
      headers: { Authorization: 'Token token="k-1"' },
    });
  });

  it.each([
    ['a wrong key', () => ({ url: desk.sandbox.url, apiKey: 'wrong' }), 'BOSSDesk refused the API key'],
    [
      'a path that is none',
      () => ({ url: `${desk.sandbox.url}/desk`, apiKey: 'x' }),
      'There is no BOSSDesk at this URL',
    ],
    [
      'plain http to a remote host',
      () => ({ url: 'http://acme.bossdesk.io', apiKey: 'x' }),
      'must start with https://',
    ],
    [
      'nobody there',
      () => ({ url: 'http://127.0.0.1:9', apiKey: 'x' }),
      'Nobody answers at this address (127.0.0.1:9, ECONNREFUSED). Check the BOSSDesk URL and the network.',
    ],
    [
      'no such host',
      () => ({ url: 'https://desk.invalid', apiKey: 'x' }),
      'Nobody answers at this address (desk.invalid, ',
    ],
    [
      'plain http to a private host',
      () => ({ url: 'http://host.docker.internal:4300', apiKey: 'x' }),
      'For a private address such as this one, "Allow HTTP" in the credential allows it',
    ],
  ])('fails its test for %s', async (_, credential, message) => {
    expect(await testCredential('bossDeskApi', credential())).toEqual({
      status: 'Error',
      message: expect.stringContaining(message),
    });
  });

  it('fails its test when a web page answers', async () => {
    const server = await listen(
      createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>Hello')),
    );
    expect(await testCredential('bossDeskApi', { url: urlOf(server), apiKey: 'x' })).toEqual({
      status: 'Error',
      message: 'What answers at this URL is not BOSSDesk',
    });
    server.close();
  });
});

it.each(['bossDeskApi', 'bossDeskLoginApi'])('a %s is read and decrypted once for a whole run', async (type) => {
  const read = jest.spyOn(InMemoryCredentialsHelper.prototype, 'getDecrypted');
  const secret = type === 'bossDeskApi' ? { apiKey: desk.sandbox.apiKey } : login;
  const items = Array.from({ length: 10 }, (_, index) => ({ number: index + 1 }));
  const authentication = type === 'bossDeskApi' ? 'apiKey' : 'login';
  const get = { resource: 'ticket', operation: 'get', ticketNumber: byId('={{ $json.number }}') };
  const credentials = { [type]: { url: desk.sandbox.url, ...secret } };
  const run = await desk.run({ authentication, ...get }, { items, credentials });
  expect(run.json).toHaveLength(10);
  expect(read.mock.calls.filter(([, , name]) => name === type)).toHaveLength(1);
  read.mockRestore();
});

describe('BOSSDesk Login API', () => {
  const credential = () => ({ url: desk.sandbox.url, ...login });
  const runWith = (bossDeskLoginApi: Record<string, string>, items?: object[]) =>
    desk.run(
      {
        authentication: 'login',
        resource: 'ticket',
        operation: 'get',
        ticketNumber: byId(items === undefined ? 1 : '={{ $json.number ?? 1 }}'),
      },
      { credentials: { bossDeskLoginApi }, ...(items === undefined ? {} : { items }) },
    );

  it('fetches the key once and passes its test', async () => {
    expect(await testCredential('bossDeskLoginApi', credential())).toEqual({
      status: 'OK',
      message: 'Connection successful!',
    });
    expect(desk.sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/v1/sessions',
      'GET /api/v1/account',
    ]);
  });

  it('lets the node work, asking for the key once for many items', async () => {
    const items = Array.from({ length: 10 }, (_, index) => ({ number: index + 1 }));
    const run = await runWith(credential(), items);
    expect(run.json.map(({ friendly_id }) => friendly_id)).toEqual(items.map(({ number }) => number));
    expect(run.wire.slice(0, 2)).toEqual(['POST /sessions', 'GET /tickets/1']);
    expect(run.wire.filter((line) => line.startsWith('POST'))).toHaveLength(1);
    expect(run.requests[0]).toMatchObject({ headers: { authorization: 'Basic' }, body: null });
  });

  it('asks for the key once though the first item sends several requests together', async () => {
    const list = { resource: 'ticket', operation: 'getAll', limit: 20, options: { fetchFullRecords: true } };
    for (const apiKey of ['', 'an-old-key']) {
      const bossDeskLoginApi = { ...credential(), ...(apiKey === '' ? {} : { apiKey }) };
      const run = await desk.run({ authentication: 'login', ...list }, { credentials: { bossDeskLoginApi } });
      expect(run.json).toHaveLength(20);
      expect(run.wire.filter((line) => line.startsWith('POST'))).toHaveLength(1);
    }
  });

  it('tries a password that is wrong once, however many items there are', async () => {
    const run = await runWith({ ...credential(), password: 'wrong' }, [{}, {}, {}]);
    expect(() => run.json).toThrow('BOSSDesk refused the user name or password');
    expect(run.wire).toEqual(['POST /sessions']);
  });

  it('renews a key that was refused', async () => {
    const run = await runWith({ ...credential(), apiKey: 'an-old-key' });
    expect(run.json).toHaveLength(1);
    expect(run.wire).toEqual(['GET /tickets/1', 'POST /sessions', 'GET /tickets/1', 'GET /custom_fields']);
  });

  it('says that nothing is at the URL', async () => {
    const elsewhere = { ...credential(), url: `${desk.sandbox.url}/desk` };
    expect(await testCredential('bossDeskLoginApi', elsewhere)).toEqual({
      status: 'Error',
      message: 'There is no BOSSDesk at this URL',
    });
  });

  it('says that user name or password are wrong', async () => {
    const wrong = { ...credential(), password: 'wrong' };
    const run = await runWith(wrong);
    expect(() => run.json).toThrow('BOSSDesk refused the user name or password');
    expect(run.wire).toEqual(['POST /sessions']);
    expect(await testCredential('bossDeskLoginApi', wrong)).toMatchObject({
      status: 'Error',
      message:
        'BOSSDesk refused the user name or password. Check both; accounts with single sign-on need an API key instead.',
    });
  });
});

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a node that was imported without its credential', () => {
  it.each([
    ['apiKey', 'BOSSDesk API'],
    ['login', 'BOSSDesk Login API'],
  ])('says which to choose (%s), and sends nothing', async (authentication, name) => {
    const { node, wire } = await desk.run(
      { resource: 'account', operation: 'get', authentication },
      { credentials: {} },
    );
    expect(node.error?.message).toBe(
      `No credential is chosen in the node BOSSDesk. Open the node and choose a credential of the type ${name}, or create one for your desk.`,
    );
    expect(wire).toEqual([]);
  });
});
