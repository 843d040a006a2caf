import { connect } from 'node:net';
import { useSandbox } from '../testing/useSandbox.js';

const local = useSandbox({ tickets: 10, cis: 5, users: 12 });
const { call, get } = local;
const json = (status: number, error: string) => ({ status, error });

/** Sends bytes as they are, and gives the whole answer. */
const sendRaw = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(local.sandbox.url).port), '127.0.0.1', () =>
      socket.write(Buffer.from(text, 'utf8')),
    );
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString())).on('close', () => resolve(answer));
  });

describe('paths', () => {
  it.each([
    ['slashes are squeezed', '/tickets//1', 200],
    ['at the beginning too', '//tickets/1', 200],
    ['and at the end', '/tickets/1//', 200],
    ['several at once', '///tickets///1///', 200],
    ['in front of a format', '/tickets//1.json', 200],
    ['NUL ends a number', '/tickets/1%00', 200],
    ['NUL in a text is what the database refuses', '/cis/by_barcode/BOSS%00', 500],
    ['bytes that are no UTF-8', '/cis/by_barcode/%FF', 400],
    ['half of a pair', '/cis/by_barcode/%ED%A0%80', 400],
    ['half an escape is a text like any other', '/cis/by_barcode/%zz', 404],
    ['and no number', '/tickets/%zz', 404],
    ['a blank before a number', '/tickets/%201', 200],
    ['letters after a number', '/tickets/1-broken-printer', 200],
  ])('%s: %s gives %i', async (_rule, path, status) => {
    const reply = await get(path);
    expect(reply.status).toBe(status);
    expect(reply.text).not.toContain('statusCode');
  });
});

describe('queries', () => {
  it.each([
    ['bytes that are no UTF-8', '/tickets?q[title_eq]=%FF', 400],
    ['in a name as well', '/tickets?%FF=1', 400],
    ['half of a pair', '/tickets?q[title_eq]=%ED%A0%80', 400],
    ['half an escape', '/tickets?q[title_eq]=%zz', 400],
    ['a list and a hash under one name', '/tickets?q[a]=1&q[]=2', 400],
    ['NUL in a text filter', '/tickets?q[title_eq]=a%00', 500],
    ['NUL in a filter that is dropped', '/tickets?q[colour_eq]=a%00', 200],
    ['NUL in a page', '/tickets?page=1%00', 200],
    ['a sort without a direction in a hash', '/tickets?q[s][0][name]=id', 500],
    ['semicolons part parameters', '/tickets?page=1;per_page=1', 200],
    ['nothing but separators', '/tickets?&&;&', 200],
    ['an empty name', '/tickets?=1', 200],
  ])('%s: %s gives %i', async (_rule, path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe('methods', () => {
  it.each([
    ['without such a route', 'PUT', 404],
    ['without such a route', 'DELETE', 404],
    ['without such a route', 'OPTIONS', 404],
    ['of WebDAV, which Rails knows', 'PROPFIND', 404],
    ['that Rails does not know', 'PURGE', 405],
    ['that Rails does not know', 'SUBSCRIBE', 405],
    ['that nobody knows', 'FOO', 405],
  ])('%s: %s gives %i', async (_rule, method, status) => {
    const title = { 404: 'Not Found', 405: 'Method Not Allowed' }[status] ?? '';
    expect(await call(method, '/tickets/1', { key: null })).toMatchObject({ status, json: json(status, title) });
  });

  it('have a 405 without a body for a browser', async () => {
    expect(await call('PURGE', '/tickets/1', { headers: { accept: '*/*' } })).toMatchObject({ status: 405, text: '' });
  });

  it('HEAD is GET without the body', async () => {
    expect(await call('HEAD', '/tickets/1')).toMatchObject({ status: 200, text: '' });
  });
});

describe('what is no HTTP', () => {
  it.each([
    ['a line that is none', 'hello\r\n\r\n'],
    ['a header without a colon', 'GET / HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n'],
    ['a header beyond all bounds', `GET / HTTP/1.1\r\nHost: x\r\nx: ${'y'.repeat(200_000)}\r\n\r\n`],
  ])('gets a bare 400: %s', async (_rule, text) => {
    const answer = await sendRaw(text);
    expect(answer).toMatch(/^HTTP\/1\.1 40[05]/);
    expect(answer).not.toMatch(/Client Error|statusCode|FST_/);
  });
});

describe('Accept', () => {
  it.each([
    ['JSON by its old name', 'text/x-json', 'json'],
    ['JSON by another', 'application/jsonrequest', 'json'],
    ['with a parameter', 'application/json; charset=utf-8', 'json'],
    ['in capitals', 'Application/JSON', 'json'],
    ['what is liked best', 'text/html;q=0.5, application/json', 'json'],
    ['what is liked less', 'application/json;q=0.5, text/html', 'html'],
    ['a type that Rails does not know is left out', 'application/vnd.api+json, application/json', 'json'],
    ['nothing else is HTML', 'application/vnd.api+json', 'html'],
    ['anything of one kind', 'application/*', 'html'],
    ["the rest of a browser's list", 'application/json, */*;q=0.1', 'html'],
  ])('%s: %s', async (_rule, accept, format) => {
    const reply = await get('/tickets/999', { headers: { accept } });
    expect(reply.headers.get('content-type')).toContain(format);
  });

  it.each(['json', 'a/b/c', 'application/json, nonsense', '///'])('%s cannot be read: 406', async (accept) => {
    expect(await get('/account', { headers: { accept } })).toMatchObject({ status: 406 });
  });
});

describe('sign-in', () => {
  const login = (text: string | Uint8Array) =>
    call('POST', '/sessions', { headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` } });

  it.each([
    ['the name as it is', 'jackpot:sandbox-password', 200],
    ['another case is another name', 'JackPot:sandbox-password', 401],
    ['behind a domain too', 'EXAMPLE\\JACKPOT:sandbox-password', 401],
    ['the case of a domain does not matter', 'example\\jackpot:sandbox-password', 200],
    ['the case of a password does', 'jackpot:Sandbox-password', 401],
    ['blanks are part of a name', ' jackpot:sandbox-password', 401],
  ])('%s: %s', async (_rule, text, status) => {
    expect((await login(text)).status).toBe(status);
  });
});
