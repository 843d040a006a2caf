import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpRequest } from '../wire/transport.js';
import { createUndiciTransport, type UndiciTransport } from './index.js';

let server: Server;
let transport: UndiciTransport;
let url: string;
let handle: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
});

beforeEach(() => {
  transport = createUndiciTransport({ apiKey: 'key' });
});

afterEach(() => transport.close());

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = (request: Partial<HttpRequest> = {}) =>
  transport({ method: 'GET', url, headers: {}, auth: 'api', timeoutMs: 5000, ...request });

/** Answers with what arrived. */
const mirror = (request: IncomingMessage, response: ServerResponse) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const { method, headers } = request;
    const length = headers['content-length'];
    const isChunked = headers['transfer-encoding'] !== undefined;
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ method, body, length, isChunked }));
  });
};

describe('a body', () => {
  it('as a text is sent so', async () => {
    handle = mirror;
    const { body } = await send({ method: 'POST', body: 'ü=1' });
    expect(JSON.parse(body)).toEqual({ method: 'POST', body: 'ü=1', length: '4', isChunked: false });
  });

  it('as a stream is sent with its length, not in chunks', async () => {
    handle = mirror;
    const bytes = new TextEncoder().encode('hello');
    const { body } = await send({ method: 'POST', body: { length: 10, chunks: () => [bytes, bytes] } });
    expect(JSON.parse(body)).toEqual({ method: 'POST', body: 'hellohello', length: '10', isChunked: false });
  });

  it('is none where none is given', async () => {
    handle = mirror;
    expect(JSON.parse((await send({ method: 'DELETE' })).body)).toMatchObject({ method: 'DELETE', body: '' });
  });
});

describe('a file that is sent', () => {
  /** A file of many pieces that tells when it is closed. */
  const openFile = () => {
    const file = { isClosed: false };
    const body = {
      length: 1e9,
      async *chunks() {
        try {
          for (;;) yield await Promise.resolve(new Uint8Array(100_000));
        } finally {
          file.isClosed = true;
        }
      },
    };
    return { file, body };
  };

  it('is closed when its caller cancels', async () => {
    const { file, body } = openFile();
    const abort = new AbortController();
    handle = (request) => void request.once('data', () => abort.abort());
    await expect(send({ method: 'POST', body, signal: abort.signal })).rejects.toMatchObject({ reason: 'aborted' });
    while (!file.isClosed) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(file.isClosed).toBe(true);
  });

  it('is closed when the storage answers before it is through, or hangs up', async () => {
    for (const end of [
      (_: IncomingMessage, response: ServerResponse) => response.writeHead(403).end('no'),
      (request: IncomingMessage) => request.socket.destroy(),
    ]) {
      const { file, body } = openFile();
      handle = (request, response) => void request.once('data', () => end(request, response));
      await send({ method: 'POST', body }).catch(() => undefined);
      await transport.close();
      while (!file.isClosed) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(file.isClosed).toBe(true);
      transport = createUndiciTransport({ apiKey: 'key' });
    }
  });
});

describe('an answer', () => {
  it('is the last one, where hints come first', async () => {
    handle = (_, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":1}');
    };
    expect(await send()).toMatchObject({ status: 201, body: '{"id":1}' });
  });

  it.each(['gzip', 'br', 'deflate'])('of nothing is nothing, also where it says that it is %s', async (encoding) => {
    handle = (_, response) => response.writeHead(204, { 'content-encoding': encoding }).end();
    expect(await send()).toMatchObject({ status: 204, body: '' });
  });

  it('is asked for where its address leads, however that is written', async () => {
    handle = (request, response) => response.end(request.url);
    const asked = (path: string) => send({ url: `${url}${path}`, auth: 'none' });
    expect((await asked('a/../b c?d=e f#g')).body).toBe('/b%20c?d=e%20f');
    expect((await send({ url: url.slice(0, -1) })).body).toBe('/');
  });

  it('has its headers in lower case, several of a name as one', async () => {
    handle = (_, response) => {
      response.setHeader('X-Request-Id', 'req-7');
      response.setHeader('Set-Cookie', ['a=1', 'b=2']);
      response.writeHead(404).end();
    };
    const { status, headers } = await send();
    expect(status).toBe(404);
    expect(headers).toMatchObject({ 'x-request-id': 'req-7', 'set-cookie': 'a=1, b=2' });
  });

  it.each([
    [200, 'bytes', '', [255, 0, 128]],
    [299, 'bytes', '', [255, 0, 128]],
    [300, 'bytes', '\uFFFD\0\uFFFD', undefined],
    [404, 'bytes', '\uFFFD\0\uFFFD', undefined],
    [200, 'text', '\uFFFD\0\uFFFD', undefined],
  ] as const)('%d wanted as %s', async (status, responseType, body, bytes) => {
    handle = (_, response) => response.writeHead(status).end(Buffer.from([255, 0, 128]));
    const answer = await send({ responseType });
    expect(answer.body).toBe(body);
    expect(answer.bytes).toEqual(bytes === undefined ? undefined : new Uint8Array(bytes));
  });
});

describe('an answer that is longer than wanted', () => {
  it.each([
    ['says so', (response: ServerResponse) => response.end('x'.repeat(2000))],
    [
      'does not say so',
      (response: ServerResponse) => {
        response.write('x'.repeat(1000));
        response.end('x'.repeat(1000));
      },
    ],
  ])('is given up where it %s', async (_, respond) => {
    handle = (__, response) => {
      respond(response);
    };
    await expect(send({ maxBytes: 1999 })).rejects.toMatchObject({ name: 'TransportFailure', reason: 'tooLarge' });
    expect((await send({ maxBytes: 2000 })).body).toHaveLength(2000);
  });
});

describe('the time of a request', () => {
  it('leaves no timer behind when the answer is there', async () => {
    handle = (_, response) => response.end('soon');
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    await send({ timeoutMs: 60_000 });
    const before = timers();
    for (let time = 0; time < 5; time += 1) await send({ timeoutMs: 60_000 });
    expect(timers()).toBe(before);
  });

  it.each([
    ['no headers', () => undefined],
    ['headers and no body', (response: ServerResponse) => response.writeHead(200).flushHeaders()],
    [
      'a body that drips',
      (response: ServerResponse) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => {
          clearInterval(drip);
        });
      },
    ],
  ])('ends with %s', async (_, respond) => {
    handle = (__, response) => {
      respond(response);
    };
    const started = Date.now();
    await expect(send({ timeoutMs: 150 })).rejects.toMatchObject({ name: 'TransportFailure', reason: 'timeout' });
    expect(Date.now() - started).toBeGreaterThanOrEqual(140);
  });

  it('is enough for an answer that comes within it', async () => {
    handle = (_, response) => setTimeout(() => response.end('late'), 100);
    expect((await send({ timeoutMs: 2000 })).body).toBe('late');
  });

  it.each(['before', 'while'])('ends when its caller cancels %s it is sent', async (when) => {
    const abort = new AbortController();
    if (when === 'before') abort.abort();
    handle = () => {
      abort.abort();
    };
    await expect(send({ signal: abort.signal })).rejects.toMatchObject({ reason: 'aborted' });
  });
});

describe('close', () => {
  it('ends the connections that were kept, and takes no further request', async () => {
    handle = (_, response) => response.end('{}');
    const own = createUndiciTransport({});
    await own({ method: 'GET', url, headers: {}, auth: 'none', timeoutMs: 5000 });
    const count = () =>
      new Promise<number>((resolve, reject) =>
        server.getConnections((error, connections) => {
          if (error === null) resolve(connections);
          else reject(error);
        }),
      );
    expect(await count()).toBe(1);
    await own.close();
    await expect(own({ method: 'GET', url, headers: {}, auth: 'none', timeoutMs: 5000 })).rejects.toMatchObject({
      reason: 'unreachable',
    });
    while ((await count()) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await count()).toBe(0);
  });
});
