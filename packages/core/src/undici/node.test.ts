import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect as connectTo } from 'node:net';
import type { HttpResponse } from '../wire/transport.js';
import { type ConnectedClient, connect, type ConnectOptions } from './node.js';

let server: Server;
let url: string;
let log: string[];
let signInStatus: number;
const clients: ConnectedClient[] = [];

beforeAll(async () => {
  server = createServer(({ method = '', url: path = '', headers }, response) => {
    log.push(`${method} ${path.replace('/api/v1', '')} ${headers.authorization?.split(' ')[0] ?? 'none'}`);
    const isSignIn = path.endsWith('/sessions');
    response.writeHead(isSignIn ? signInStatus : 200, { 'content-type': 'application/json', 'x-request-id': 'req-7' });
    response.end(
      JSON.stringify(
        isSignIn ? { id: 1, api_key: 'the-key', permissions: {} } : { id: 1, name: headers.authorization },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

beforeEach(() => {
  log = [];
  signInStatus = 201;
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

function open(options: Partial<ConnectOptions>): ConnectedClient {
  const client = connect({ url, maxRetries: 0, ...options });
  clients.push(client);
  return client;
}

const login = { username: 'jackpot', password: 'secret' };
const readKey = async (client: ConnectedClient) => (await client.account.get()).name;

describe('connect', () => {
  it('works with a key, and knows no user then', async () => {
    expect(await readKey(open({ apiKey: 'own-key', ...login }))).toBe('Token token="own-key"');
    expect(log).toEqual(['GET /account Token']);
  });

  it('takes a key out of what was pasted with it', async () => {
    expect(await readKey(open({ apiKey: ' Token token="own-key"\n' }))).toBe('Token token="own-key"');
  });

  it.each([{}, { apiKey: '' }, { username: 'jackpot' }, { password: 'secret' }, { apiKey: '', username: 'jackpot' }])(
    'refuses to begin without a credential: %j',
    (options) => {
      expect(() => open(options)).toThrow(TypeError);
      expect(() => open(options)).toThrow('There is no API key: give apiKey, or username and password');
    },
  );

  it('exchanges user name and password once, for all calls, and not before the first', async () => {
    const client = open({ ...login, apiKey: '' });
    expect(log).toEqual([]);
    expect(await Promise.all([readKey(client), readKey(client)])).toEqual([
      'Token token="the-key"',
      'Token token="the-key"',
    ]);
    await readKey(client);
    expect(log).toEqual(['POST /sessions Basic', 'GET /account Token', 'GET /account Token', 'GET /account Token']);
  });

  it('tries again after a sign-in that failed', async () => {
    const client = open(login);
    signInStatus = 401;
    await expect(readKey(client)).rejects.toMatchObject({ name: 'AuthenticationError', operation: 'sessions.create' });
    signInStatus = 201;
    expect(await readKey(client)).toBe('Token token="the-key"');
  });

  it('signs in by itself where that is what is called', async () => {
    expect(await open(login).sessions.create()).toMatchObject({ api_key: 'the-key' });
    expect(log).toEqual(['POST /sessions Basic']);
  });

  it('shows every answer to who wants to see it', async () => {
    const seen: HttpResponse[] = [];
    await readKey(open({ ...login, onResponse: (response) => seen.push(response) }));
    expect(seen.map(({ headers }) => headers['x-request-id'])).toEqual(expect.arrayContaining(['req-7', 'req-7']));
  });

  it('keeps to the limits that are given', () => {
    expect(() => open({ apiKey: 'k', concurrency: 0 })).toThrow(RangeError);
    expect(() => open({ apiKey: 'k', url: 'http://desk.example.com' })).toThrow('https://');
    expect(open({ apiKey: 'k', url: 'acme' }).baseUrl).toBe('https://acme.bossdesk.io');
  });

  it('sends through a proxy where there is one', async () => {
    const tunnels: string[] = [];
    const proxy = createServer();
    proxy.on('connect', ({ url: target = '' }, socket) => {
      tunnels.push(target);
      const [host = '', port = ''] = target.split(':');
      const upstream = connectTo(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      for (const end of [socket, upstream]) end.on('error', () => end.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    const client = open({ apiKey: 'own-key', proxy: `http://127.0.0.1:${String(port)}` });
    expect(await readKey(client)).toBe('Token token="own-key"');
    await client.close();
    await new Promise((resolve) => proxy.close(resolve));
    expect(tunnels).toEqual([url.replace('http://', '')]);
  });

  it('ends the connections that it keeps, those of the sign-in too', async () => {
    const client = connect({ url, ...login });
    await readKey(client);
    const countOpen = () =>
      new Promise<number>((resolve) =>
        server.getConnections((_, open) => {
          resolve(open);
        }),
      );
    expect(await countOpen()).toBeGreaterThan(0);
    await client.close();
    await client.close();
    while ((await countOpen()) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await countOpen()).toBe(0);
  });
});
