import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '../client.js';
import { createUndiciTransport, type UndiciTransport, type UndiciTransportOptions } from './index.js';

const KEY = 'example-key-c3176bbca97c5b7ee6';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let server: Server;
let transport: UndiciTransport;
let requests: {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingMessage['headers'];
  body: string;
  port: number | undefined;
}[];

async function serve(
  handler: Handler,
  options: UndiciTransportOptions = { apiKey: KEY },
  limits: { timeoutMs?: number; maxRetries?: number } = {},
) {
  requests = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      requests.push({
        method: request.method,
        url: request.url,
        headers: request.headers,
        body,
        port: request.socket.remotePort,
      });
      handler(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  transport = createUndiciTransport(options);
  const baseUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return createClient({ baseUrl, transport, sleep: () => Promise.resolve(), ...limits });
}

afterEach(async () => {
  await transport.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const answer =
  (status: number, body: unknown): Handler =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

describe('the client over undici', () => {
  it('sends what the doc documents', async () => {
    const client = await serve(answer(201, { id: 1494, friendly_id: 54, title: 'Mouse' }));
    const ticket = await client.tickets.create({
      title: 'Mouse',
      type_id: 18,
      priority_id: 983,
      custom_fields: { '49': true },
    });
    expect(ticket).toMatchObject({ id: 1494, friendly_id: 54 });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: '/api/v1/tickets',
      headers: {
        authorization: `Token token="${KEY}"`,
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': 'bossdesk-client',
      },
      body: '{"ticket":{"title":"Mouse","type_id":18,"priority_id":983,"custom_fields":{"49":true}}}',
    });
  });

  it('writes the date of a time entry as the API reads it', async () => {
    const client = await serve(answer(201, { id: 1 }));
    await client.timeEntries.create({ friendly_id: 75, date: '2024-02-29', duration: 45 });
    expect(requests[0]).toMatchObject({
      url: '/api/v1/tickets/75/time_entries',
      body: '{"time_entry":{"date":"29-02-2024","duration":45}}',
    });
  });

  it('sends {} where the API takes no fields, and no body with a read', async () => {
    const client = await serve(answer(200, { id: 1 }));
    await client.tickets.close({ friendly_id: 75 });
    await client.tasks.close({ friendly_id: 75, id: 3 });
    await client.tickets.get({ friendly_id: 75 });
    expect(requests.map(({ body }) => body)).toEqual(['{}', '{}', '']);
  });

  it('escapes a barcode with slashes and dots, and refuses one that a URL cannot hold', async () => {
    const client = await serve(answer(200, { id: 1 }));
    await client.cis.getByBarcode({ barcode: 'A/1.2 ü?#' });
    expect(requests[0]?.url).toBe('/api/v1/cis/by_barcode/A%2F1%2E2%20%C3%BC%3F%23');
    await expect(client.cis.getByBarcode({ barcode: '..' })).rejects.toMatchObject({ name: 'InvalidInputError' });
    expect(requests).toHaveLength(1);
  });

  it('sends a text that was cut within an emoji', async () => {
    const client = await serve(answer(200, []));
    await client.tickets.list({ q: { title_start: 'Fire \uD83D' } });
    expect(requests[0]?.url).toBe('/api/v1/tickets?q[title_start]=Fire%20%EF%BF%BD&q[s]=id%20desc');
  });

  it('signs in with user name and password in UTF-8', async () => {
    const client = await serve(answer(200, { id: 1, api_key: KEY, permissions: {} }), {
      username: 'MEGACORP\\jörg',
      password: 'pass:word',
    });
    expect((await client.sessions.create()).api_key).toBe(KEY);
    const { authorization } = requests[0]?.headers ?? {};
    expect(Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64').toString()).toBe(
      'MEGACORP\\jörg:pass:word',
    );
    expect(requests[0]?.body).toBe('');
  });

  it.each([1, 3])('opens no more connections than it has requests under way: %d', async (atOnce) => {
    const client = await serve(answer(200, { id: 1 }));
    const askInTurn = async () => {
      for (let number = 1; number <= 10; number += 1) await client.tickets.get({ friendly_id: number });
    };
    await Promise.all(Array.from({ length: atOnce }, askInTurn));
    expect(requests).toHaveLength(10 * atOnce);
    expect(new Set(requests.map(({ port }) => port)).size).toBe(atOnce);
  });

  it('limits the time of the whole answer, body included', async () => {
    const client = await serve((_, response) => response.writeHead(200).write('{"id":'), undefined, {
      timeoutMs: 100,
      maxRetries: 0,
    });
    await expect(client.tickets.get({ friendly_id: 1 })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('ends when its caller aborts', async () => {
    const abort = new AbortController();
    const client = await serve(() => {
      abort.abort();
    });
    await expect(client.tickets.get({ friendly_id: 1 }, { signal: abort.signal })).rejects.toMatchObject({
      name: 'AbortedError',
    });
    expect(requests).toHaveLength(1);
  });

  it('does not send a write again when the connection breaks, and says that it may have been made', async () => {
    const client = await serve((request) => request.socket.destroy());
    const failure = client.tickets.addComment({ friendly_id: 1, body: 'x', is_public: false });
    await expect(failure).rejects.toMatchObject({ name: 'ConnectionError', sent: true });
    await expect(failure).rejects.toHaveProperty('hint', expect.stringContaining('may have been made'));
    expect(requests).toHaveLength(1);
  });

  it('sends a read again when the connection breaks', async () => {
    const client = await serve((request, response) => {
      if (requests.length === 1) request.socket.destroy();
      else answer(200, { id: 1 })(request, response, '');
    });
    expect(await client.tickets.get({ friendly_id: 1 })).toEqual({ id: 1 });
  });

  it('says that nothing was sent when the host refuses the connection', async () => {
    const client = await serve(answer(200, {}), undefined, { maxRetries: 1 });
    await new Promise((resolve) => server.close(resolve));
    await expect(client.tickets.close({ friendly_id: 1 })).rejects.toMatchObject({
      name: 'ConnectionError',
      sent: false,
      hint: expect.stringContaining('Nothing was sent'),
    });
  });

  it('does not follow a redirect, which would show the key to another host', async () => {
    const client = await serve((_, response) =>
      response.writeHead(301, { location: 'https://other.example.com/api/v1/account' }).end(),
    );
    await expect(client.account.get()).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      message: expect.stringContaining('other.example.com'),
    });
    expect(requests).toHaveLength(1);
  });

  it('blots the key out of an error page that repeats it', async () => {
    const client = await serve((request, response) =>
      response.writeHead(400).end(`bad header ${String(request.headers.authorization)}`),
    );
    await expect(client.account.get()).rejects.toMatchObject({ messages: ['bad header Token token="[secret]"'] });
  });

  it('blots it out of a page that says 200, too', async () => {
    const client = await serve((request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<p>You sent ${String(request.headers.authorization)}`),
    );
    await expect(client.tickets.list()).rejects.toHaveProperty('messages', ['You sent Token token="[secret]"']);
  });

  it('refuses a key that could break out of the header', async () => {
    await serve(answer(200, {}));
    expect(() => createUndiciTransport({ apiKey: 'abc"\r\nX-Evil: 1' })).toThrow(/API key/);
  });

  it('reads no more of a file than the storage takes', async () => {
    await serve(() => undefined);
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage) => request.pause());
    let read = 0;
    const body = {
      length: 200 * 2 ** 20,
      *chunks() {
        for (; read < this.length; read += 2 ** 14) yield new Uint8Array(2 ** 14);
      },
    };
    const { port } = server.address() as AddressInfo;
    const upload = transport({
      method: 'POST',
      url: `http://127.0.0.1:${String(port)}/`,
      headers: {},
      body,
      auth: 'none',
      timeoutMs: 500,
    });
    await expect(upload).rejects.toMatchObject({ reason: 'timeout' });
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(32 * 2 ** 20);
  });

  it('keeps to the concurrency limit', async () => {
    let running = 0;
    let most = 0;
    const client = await serve((_, response) => {
      most = Math.max(most, (running += 1));
      setTimeout(() => {
        running -= 1;
        response.end('{"id":1}');
      }, 20);
    });
    await Promise.all(Array.from({ length: 30 }, (_, index) => client.tickets.get({ friendly_id: index + 1 })));
    expect(most).toBe(8);
  });
});
