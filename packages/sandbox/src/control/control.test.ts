import { useSandbox } from '../testing/useSandbox.js';

const local = useSandbox({ tickets: 10, cis: 5, users: 12, control: true });
const { call, get, send } = local;

const control = (path: string, body?: unknown) =>
  send(`${local.sandbox.url}/_control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const order = (...faults: object[]) => control('faults', faults);
const anyLink = async () => {
  const { attachments } = (await get('/tickets/1')).json as { attachments: [{ id: number }] };
  const { json } = await get(`/tickets/1/attachments/${attachments[0].id}`);
  return (json as { secure_url: string }).secure_url;
};
const makeKey = async (key: object) => {
  const { json } = await control('keys', key);
  return (json as { apiKey: string }).apiKey;
};

describe('faults', () => {
  it('meet so many requests of a route, and then no more', async () => {
    await order({ method: 'GET', path: '/tickets/:friendly_id', times: 2, status: 503 });
    const statuses = [];
    for (let count = 0; count < 3; count++) statuses.push((await get('/tickets/1')).status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  it.each(['/tickets/1', '/api/v1/tickets/1', '/tick*', '/api/v1/*'])('are ordered by path as %s', async (path) => {
    await order({ path, status: 500 });
    expect((await get('/account')).status).toBe(path === '/api/v1/*' ? 500 : 200);
    expect((await get('/tickets/1')).status).toBe(path === '/api/v1/*' ? 200 : 500);
  });

  it.each([
    ['/api/v1/tickets/:friendly_id', '/tickets/1'],
    ['/tickets/:id', '/tickets/1'],
    ['/tickets/1/tasks/:id', '/tickets/1/tasks/5'],
    ['/tickets/:friendly_id/*', '/tickets/1/tasks/5/close'],
    ['/tickets/*/tasks/5', '/tickets/1/tasks/5'],
  ])('are ordered by %s for %s', async (path, asked) => {
    await order({ path, status: 418 });
    expect((await get('/tickets')).status).toBe(200);
    expect((await call('PATCH', asked, { body: {} })).status).toBe(418);
  });

  it('tell a parameter from a word of the route', async () => {
    await order({ path: '/cis/:friendly_id/attachments/:id', status: 500 });
    expect((await get('/cis/1/attachments/new')).status).toBe(200);
    expect((await get('/cis/1/attachments/1')).status).toBe(500);
  });

  it('order anew what the sorts of a list leave equal', async () => {
    const idsBy = async (sorts: string) =>
      ((await get(`/tickets?${sorts}`)).json as { id: number }[]).map(({ id }) => id);
    await order({ path: '/tickets', times: 3, shuffle: true });
    const [once, again, total] = [
      await idsBy('q[s]=status'),
      await idsBy('q[s]=status'),
      await idsBy('q[s][]=status&q[s][]=id'),
    ];
    expect(again).not.toEqual(once);
    expect([...again].sort()).toEqual([...once].sort());
    expect(total).toEqual(await idsBy('q[s][]=status&q[s][]=id'));
  });

  it('take numbers for headers', async () => {
    await order({ path: '/account', status: 429, headers: { 'Retry-After': 7 } });
    expect((await get('/account')).headers.get('retry-after')).toBe('7');
  });

  it('throttle with and without saying when to come back', async () => {
    await order({ path: '/account', status: 429 }, { path: '/account', status: 429, headers: { 'retry-after': '7' } });
    const [silent, saying] = [await get('/account'), await get('/account')];
    expect([silent.status, silent.text, silent.headers.get('retry-after')]).toEqual([429, 'Retry later\n', null]);
    expect([saying.status, saying.headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('answer with a page of their own', async () => {
    await order(
      { path: '/account', status: 502, body: '<h1>Bad Gateway</h1>' },
      { path: '/account', body: { odd: true } },
    );
    const page = await get('/account');
    expect([page.status, page.text]).toEqual([502, '<h1>Bad Gateway</h1>']);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await get('/account')).toMatchObject({ status: 200, json: { odd: true } });
  });

  it('drop the connection before the write', async () => {
    await order({ method: 'PATCH', path: '/tickets/:friendly_id', drop: 'before' });
    await expect(call('PATCH', '/tickets/2', { body: { ticket: { title: 'Lost' } } })).rejects.toThrow();
    expect((await get('/tickets/2')).json).toMatchObject({ title: 'VPN drops every hour' });
  });

  it('drop the connection after the write', async () => {
    await order({ method: 'PATCH', path: '/tickets/:friendly_id', drop: 'after' });
    await expect(call('PATCH', '/tickets/2', { body: { ticket: { title: 'Kept' } } })).rejects.toThrow();
    expect((await get('/tickets/2')).json).toMatchObject({ title: 'Kept' });
  });

  it.each([true, 10, 'fin', 'reset'])('truncate the answer: %j', async (truncate) => {
    await order({ path: '/account', truncate });
    await expect(get('/account')).rejects.toThrow();
    expect((await get('/account')).status).toBe(200);
  });

  it('delay the answer', async () => {
    await order({ path: '/account', delay: 300 });
    const slow = get('/account').then(() => 'slow');
    const quick = get('/teams').then(() => 'quick');
    expect(await Promise.race([slow, quick])).toBe('quick');
    expect(await slow).toBe('slow');
  });

  it('meet the storage too', async () => {
    const link = await anyLink();
    await order({ method: 'GET', path: '/uploads/*', status: 403 }, { method: 'POST', path: '/', status: 503 });
    expect((await send(link)).text).toContain('<Message>Request has expired</Message>');
    expect((await send(link)).status).toBe(200);
    expect((await send(local.sandbox.storageUrl, { method: 'POST' })).text).toContain('<Code>SlowDown</Code>');
  });

  it('truncate a download', async () => {
    const link = await anyLink();
    await order({ path: '/uploads/*', truncate: true });
    await expect(send(link)).rejects.toThrow();
  });

  it('are taken back by an empty order', async () => {
    await order({ path: '/account', status: 500 });
    await order();
    expect((await get('/account')).status).toBe(200);
  });

  it.each([{ status: 500 }, { path: '/account', staus: 500 }, { path: '/account', drop: 'sometimes' }])(
    'are refused when they are misspelt: %j',
    async (fault) => {
      expect((await order(fault)).status).toBe(400);
    },
  );
});

describe('keys', () => {
  it('may do only what their permissions say', async () => {
    const key = await makeKey({ username: 'nfeeney', permissions: { tickets: ['index', 'show'], cis: ['manage'] } });
    const status = async (method: string, path: string, body?: object) =>
      (await call(method, path, { key, ...(body === undefined ? {} : { body }) })).status;

    expect(await status('GET', '/tickets')).toBe(200);
    expect(await status('GET', '/tickets/1')).toBe(200);
    expect(await status('POST', '/tickets', { ticket: { title: 'x' } })).toBe(403);
    expect(await status('PATCH', '/tickets/1', { ticket: { title: 'x' } })).toBe(403);
    expect(await status('POST', '/tickets/1/comments', { comment: { body: 'x' } })).toBe(403);
    expect(await status('GET', '/users')).toBe(403);
    expect(await status('DELETE', '/cis/2')).toBe(204);
    expect(await status('GET', '/ticket_types')).toBe(200);
    expect(await status('GET', '/my/tickets')).toBe(200);
    expect((await call('GET', '/users', { key })).json).toEqual({ status: 403, error: 'Forbidden' });
  });

  it('act as their user', async () => {
    const key = await makeKey({ username: 'nfeeney' });
    const rows = (await get('/my/tickets', { key })).json;
    expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ friendly_id: 1 })]));
    const body = { comment: { body: 'x', is_public: true } };
    expect((await call('POST', '/tickets/1/comments', { key, body })).json).toMatchObject({
      from_agent: false,
      created_by: { username: 'nfeeney' },
    });
  });

  it('meet the limits of their plan', async () => {
    const noCmdb = await makeKey({ plan: { cmdb: false } });
    const noApi = await makeKey({ plan: { api: false } });
    expect((await get('/cis', { key: noCmdb })).status).toBe(402);
    expect((await get('/ci_types', { key: noCmdb })).status).toBe(402);
    expect((await get('/tickets', { key: noCmdb })).status).toBe(200);
    expect(await get('/account', { key: noApi })).toMatchObject({
      status: 402,
      json: { status: 402, error: 'Payment Required' },
    });
  });

  it('are throttled in fixed windows', async () => {
    const key = await makeKey({ throttle: { limit: 2, period: 3600, retry_after: true } });
    const statuses = [];
    for (let count = 0; count < 3; count++) statuses.push((await get('/account', { key })).status);
    expect(statuses).toEqual([200, 200, 429]);
    const { headers } = await get('/account', { key });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    local.passMinutes(60);
    expect((await get('/account', { key })).status).toBe(200);
  });

  it('log in with their own password', async () => {
    await control('keys', { token: 'k', username: 'aldente', password: 'pass' });
    const authorization = `Basic ${Buffer.from('aldente:pass').toString('base64')}`;
    expect((await call('POST', '/sessions', { headers: { authorization } })).json).toMatchObject({ api_key: 'k' });
  });

  it('change under the same token', async () => {
    const token = local.sandbox.apiKey;
    await control('keys', { token, permissions: { tickets: ['index'] } });
    expect((await get('/tickets')).status).toBe(200);
    expect((await get('/users')).status).toBe(403);
  });

  it('belong to users that there are', async () => {
    expect(await control('keys', { username: 'nobody' })).toMatchObject({
      status: 422,
      json: { message: 'There is no user "nobody"' },
    });
  });
});

describe('recorded requests', () => {
  it('show what was sent, without the key', async () => {
    await call('POST', '/tickets/2/comments?x=%20y', { body: { comment: { body: 'Hi', is_public: true } } });
    const { json } = await send(`${local.sandbox.url}/_control/requests`);
    expect(json).toEqual([
      {
        method: 'POST',
        path: '/api/v1/tickets/2/comments',
        query: 'x=%20y',
        headers: expect.objectContaining({ authorization: 'Token', accept: 'application/json' }),
        body: { comment: { body: 'Hi', is_public: true } },
        status: 201,
      },
    ]);
    expect(json).toEqual(local.sandbox.requests);
  });
});

describe('a reset', () => {
  it('brings everything back to the start', async () => {
    const before = await get('/tickets/2');
    await call('PATCH', '/tickets/2', { body: { ticket: { title: 'Changed' } } });
    const key = await makeKey({});
    await order({ path: '/tickets/:friendly_id', status: 500 });
    expect(await control('reset')).toMatchObject({ status: 200, json: { ok: true } });
    expect(local.sandbox.requests).toEqual([]);
    expect((await get('/tickets/2')).text).toBe(before.text);
    expect((await get('/account', { key })).status).toBe(401);
  });
});
