import { connect } from 'node:net';
import { useSandbox } from '../testing/useSandbox.js';

const local = useSandbox({ tickets: 10, cis: 5, users: 12 });
const { call, get, send } = local;

describe('the format of errors', () => {
  it('is JSON for exactly Accept: application/json', async () => {
    const reply = await get('/tickets/999');
    expect(reply.json).toEqual({ status: 404, error: 'Not Found' });
  });

  it.each(['*/*', 'text/html', 'application/json, text/plain, */*', 'application/xml'])(
    'is HTML for %s',
    async (accept) => {
      const reply = await get('/tickets/999', { headers: { accept } });
      expect(reply.headers.get('content-type')).toContain('text/html');
      expect(reply.text).toContain('<!DOCTYPE html>');
    },
  );

  it('is HTML without an Accept header', async () => {
    const { port } = new URL(local.sandbox.url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET /nowhere HTTP/1.0\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString())).on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 404[^]*text\/html/);
  });

  it('leaves the body of a 400 and a 409 empty where it is not JSON', async () => {
    const accept = { headers: { accept: '*/*' } };
    const malformed = await call('POST', '/tickets', { rawBody: '{', ...accept });
    const stale = await call('PATCH', '/tickets/1', { body: { ticket: { title: 'x', lock_version: 99 } }, ...accept });
    expect([malformed.status, malformed.text]).toEqual([400, '']);
    expect([stale.status, stale.text]).toEqual([409, '']);
  });

  it('stays JSON for validation errors', async () => {
    const reply = await call('POST', '/users', { body: { user: { email: 'x' } }, headers: { accept: '*/*' } });
    expect(reply).toMatchObject({
      status: 422,
      json: { errors: { username: ["can't be blank"], email: ['is invalid'] } },
    });
  });

  it('is a 406 where Accept cannot be parsed', async () => {
    expect((await get('/account', { headers: { accept: 'json' } })).status).toBe(406);
  });

  it('is text for a missing key whatever was asked for', async () => {
    const reply = await get('/account', { key: null });
    expect(reply.status).toBe(401);
    expect(reply.text).toBe('HTTP Token: Access denied.\n');
    expect(reply.headers.get('content-type')).toContain('text/plain');
    expect(reply.headers.get('www-authenticate')).toBe('Token realm="Application"');
  });
});

describe('the order of checks', () => {
  it('finds malformed JSON before it looks at the key', async () => {
    expect((await call('POST', '/tickets', { rawBody: '{"ticket":', key: null })).status).toBe(400);
  });

  it('finds an unknown route before it looks at the key', async () => {
    expect((await get('/nowhere', { key: null })).status).toBe(404);
    expect((await call('DELETE', '/tickets/1', { key: null })).status).toBe(404);
    expect((await call('POST', '/nowhere', { rawBody: '{', key: null })).status).toBe(404);
  });

  it('looks for the record before it reads the envelope', async () => {
    expect((await call('PATCH', '/tickets/999', { body: {} })).status).toBe(404);
    expect((await call('PATCH', '/tickets/1', { body: {} })).status).toBe(400);
  });

  it('refuses query parameters that contradict each other', async () => {
    expect((await get('/tickets?q=x&q[a]=1')).status).toBe(400);
  });
});

describe('the API key', () => {
  const key = () => local.sandbox.apiKey;
  it.each([
    ['Token token="KEY"', 200],
    ['Token token=KEY', 200],
    ['Token KEY', 200],
    ['Bearer KEY', 200],
    ['Token token="KEY", nonce="x"', 200],
    ['token token="KEY"', 401],
    ["Token token='KEY'", 401],
    ['ApiKey KEY', 401],
    ['KEY', 401],
    ['Token token="KEYx"', 401],
  ])('sent as %s gives %i', async (form, status) => {
    const reply = await get('/account', { headers: { authorization: form.replace('KEY', key()) } });
    expect(reply.status).toBe(status);
  });
});

describe('POST /sessions', () => {
  const login = (text: string) =>
    call('POST', '/sessions', { headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` } });

  it('exchanges user name and password for the key and its permissions', async () => {
    const reply = await login('jackpot:sandbox-password');
    expect(reply).toMatchObject({
      status: 200,
      json: { username: 'jackpot', api_key: local.sandbox.apiKey, permissions: { tickets: ['manage'] } },
    });
  });

  it('takes the domain before the user name', async () => {
    expect((await login('EXAMPLE\\jackpot:sandbox-password')).status).toBe(200);
  });

  it('refuses a wrong password in words of its own', async () => {
    const reply = await login('jackpot:wrong');
    expect([reply.status, reply.text]).toEqual([401, 'HTTP Basic: Access denied.\n']);
    expect(reply.headers.get('content-type')).toContain('text/html');
  });

  it('refuses the key itself', async () => {
    expect((await call('POST', '/sessions')).status).toBe(401);
  });
});

describe('bodies', () => {
  const fields = { title: 'Bare', type_id: 11_001, priority_id: 12_001 };

  it('are accepted without their envelope, but for lists', async () => {
    const reply = await call('POST', '/tickets', { body: { ...fields, tag_ids: [31_001] } });
    expect(reply).toMatchObject({ status: 201, json: { title: 'Bare', tags: [] } });
  });

  it('lose keys that the API does not know, and values of the wrong kind', async () => {
    const body = { ticket: { ...fields, colour: 'red', status: 'closed', description: { a: 1 }, tag_ids: 5 } };
    const reply = await call('POST', '/tickets', { body });
    expect(reply).toMatchObject({ status: 201, json: { status: 'incoming', description: null, tags: [] } });
    expect(reply.json).not.toHaveProperty('colour');
  });

  it.each([
    ['an empty object', {}],
    ['an empty envelope', { ticket: {} }],
    ['null', { ticket: null }],
    ['a list', [1]],
  ])('are a 400 when they are %s', async (_name, body) => {
    expect((await call('POST', '/tickets', { body })).status).toBe(400);
  });

  it('are a 500 when the envelope is a text', async () => {
    expect((await call('POST', '/tickets', { body: { ticket: 'x' } })).status).toBe(500);
  });

  it('are read as JSON when nothing is said of their type', async () => {
    const ticket = { ticket: fields };
    const body = Buffer.from(JSON.stringify(ticket));
    const authorization = `Bearer ${local.sandbox.apiKey}`;
    const reply = await send(`${local.sandbox.url}/api/v1/tickets`, {
      method: 'POST',
      headers: { authorization },
      body,
    });
    expect(reply.status).toBe(201);
  });

  it('are read as a form when they are sent as one, and not at all as plain text', async () => {
    const rawBody = 'ticket[title]=Form&ticket[type_id]=11001&ticket[priority_id]=12001';
    const form = await call('POST', '/tickets', {
      rawBody,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const plain = await call('POST', '/tickets', { rawBody, headers: { 'content-type': 'text/plain' } });
    expect([form.status, plain.status]).toEqual([201, 400]);
  });
});

describe('paths', () => {
  it('read numbers as Ruby does', async () => {
    expect((await get('/tickets/3abc')).json).toMatchObject({ friendly_id: 3 });
    expect((await get('/tickets/abc')).status).toBe(404);
  });

  it('take a dot for the beginning of a format', async () => {
    await call('POST', '/cis', { body: { ci: { name: 'BOSS.7' } } });
    expect((await get('/tickets/3.json')).json).toMatchObject({ friendly_id: 3 });
    const raw = await get('/cis/by_barcode/BOSS.7');
    expect(raw.status).toBe(404);
    expect(raw.headers.get('content-type')).toContain('text/html');
    expect((await get('/cis/by_barcode/BOSS.7.8')).status).toBe(404);
  });

  it('find barcodes with dots and slashes that are encoded', async () => {
    await call('POST', '/cis', { body: { ci: { name: 'BOSS.7/a b' } } });
    expect((await get('/cis/by_barcode/BOSS%2E7%2Fa%20b')).json).toMatchObject({ name: 'BOSS.7/a b' });
  });

  it('may end in a slash', async () => {
    expect((await get('/account/')).status).toBe(200);
  });
});

describe('the web server', () => {
  it('gives every answer a request id and a run time', async () => {
    const { headers } = await get('/account');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-runtime')).toMatch(/^\d+\.\d{6}$/);
  });

  it("echoes the client's own request id, cleaned", async () => {
    const { headers } = await get('/account', { headers: { 'x-request-id': 'trace 7/b' } });
    expect(headers.get('x-request-id')).toBe('trace7b');
  });

  it('gives a bare 400 for a query beyond 10 kB', async () => {
    const reply = await get(`/tickets?q[id_in][]=${'1'.repeat(11_000)}`);
    expect([reply.status, reply.text]).toEqual([400, '']);
  });

  it('answers 500 to searches that Rails stumbles over', async () => {
    expect((await get('/tickets?q[g]=x')).json).toEqual({ status: 500, error: 'Internal Server Error' });
    expect((await get('/tickets?page[]=2')).status).toBe(500);
  });

  it('answers nothing outside /api/v1', async () => {
    expect((await send(`${local.sandbox.url}/_control/requests`)).status).toBe(404);
  });
});
