import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpRequest } from '../wire/transport.js';
import { createUndiciTransport, type UndiciTransport, type UndiciTransportOptions } from './index.js';

const KEY = 'example-key-c3176bbca97c5b7ee6';
const PASSWORD = 'pass:wörd';
const BASIC = Buffer.from(`jörg:${PASSWORD}`, 'utf8').toString('base64');

let server: Server;
let transport: UndiciTransport | undefined;
let seen: IncomingMessage['headers'][];
let reply: { status: number; type: string; body: (headers: IncomingMessage['headers']) => string };

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.headers);
    response.writeHead(reply.status, { 'content-type': reply.type }).end(reply.body(request.headers));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

beforeEach(() => {
  seen = [];
  reply = { status: 200, type: 'application/json', body: () => '{}' };
});

afterEach(async () => {
  await transport?.close();
  transport = undefined;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

function send(options: UndiciTransportOptions, request: Partial<HttpRequest>) {
  transport = createUndiciTransport(options);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${String(port)}/`;
  return transport({ method: 'GET', url, headers: {}, auth: 'api', timeoutMs: 5000, ...request });
}

const all = { apiKey: KEY, username: 'jörg', password: PASSWORD };

describe('the credential of a request', () => {
  it.each([
    ['api', all, `Token token="${KEY}"`],
    ['basic', all, `Basic ${BASIC}`],
    ['none', all, undefined],
    ['api', { username: 'jörg', password: PASSWORD }, undefined],
    ['basic', { apiKey: KEY }, undefined],
    ['basic', { username: 'jörg' }, undefined],
    ['basic', { password: PASSWORD }, undefined],
  ] as const)('tagged %s with %j is %s', async (auth, options, authorization) => {
    await send(options, { auth, headers: { 'x-own': 'kept' } });
    expect(seen[0]?.authorization).toBe(authorization);
    expect(seen[0]?.['x-own']).toBe('kept');
  });

  it.each(['', ' ', 'a b', 'a"b', 'a\\b', 'schlüssel', 'key\n', '\tkey'])('refuses the key %j', (apiKey) => {
    expect(() => createUndiciTransport({ apiKey })).toThrow(TypeError);
    expect(() => createUndiciTransport({ apiKey })).toThrow(/paste it again/);
  });

  it.each(['!', '~', "a'b", 'Ab0-_.=/+'])('takes the key %j', async (apiKey) => {
    await send({ apiKey }, {});
    expect(seen[0]?.authorization).toBe(`Token token="${apiKey}"`);
  });
});

describe('an answer that repeats a secret', () => {
  it.each([
    [400, 'text/plain'],
    [400, 'application/json'],
    [200, 'text/html'],
    [300, 'application/json'],
  ])('with %d as %s shows none of them', async (status, type) => {
    reply = { status, type, body: () => `k ${KEY} ${KEY} p ${PASSWORD} b ${BASIC}` };
    const { body } = await send(all, {});
    expect(body).toBe('k [secret] [secret] p [secret] b [secret]');
  });

  it.each([200, 201, 299])('keeps data as it is: the key that a sign-in answers (%d)', async (status) => {
    reply = { status, type: 'application/json; charset=utf-8', body: () => `{"api_key":"${KEY}"}` };
    expect((await send(all, {})).body).toBe(`{"api_key":"${KEY}"}`);
  });

  it('leaves a text alone when there is no secret, and when it is empty', async () => {
    reply = { status: 400, type: 'text/plain', body: () => 'Bad request' };
    expect((await send({ username: '', password: '' }, {})).body).toBe('Bad request');
    reply = { status: 500, type: 'text/plain', body: () => 'undefined is not a function' };
    expect((await send({}, {})).body).toBe('undefined is not a function');
  });
});
