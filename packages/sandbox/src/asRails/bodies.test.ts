import { useSandbox } from '../testing/useSandbox.js';

const { call, get } = useSandbox({ tickets: 10, cis: 5, users: 12 });
const fields = { title: 'New', type_id: 11_001, priority_id: 12_003 };
const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
const form = 'ticket[type_id]=11001&ticket[priority_id]=12003&ticket[title]=';
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const titled = (title: string) => `{"ticket":{"title":"${title}","type_id":11001,"priority_id":12003}}`;

describe('the text of a body', () => {
  it.each([
    ['bytes that are no UTF-8', bytes(titled('a\xff')), 400],
    ['a letter that is cut off', bytes(titled('a\xe2\x82')), 400],
    ['half of a pair', titled('a\\ud800'), 400],
    ['the other half', titled('\\udc00b'), 400],
    ['half of a pair in a name', '{"ticket":{"\\ud800":1}}', 400],
    ['a whole pair', titled('\\ud83d\\ude00'), 201],
    ['a mark of the byte order', `\ufeff${titled('a')}`, 400],
    ['two bytes a letter', new Uint8Array(Buffer.from(titled('a'), 'utf16le')), 400],
    ['NUL is what the database refuses', titled('a\\u0000b'), 500],
    ['a bad field goes before it', '{"ticket":{"title":"a\\u0000b"}}', 422],
    [
      'NUL in a field that is dropped',
      '{"ticket":{"colour":"\\u0000","title":"a","type_id":11001,"priority_id":12003}}',
      201,
    ],
    ['a hundred levels', `{"ticket":${'['.repeat(99)}${']'.repeat(99)}}`, 500],
    ['more of them', `{"ticket":${'['.repeat(100)}${']'.repeat(100)}}`, 400],
    ['not-a-number', '{"ticket":{"title":NaN}}', 400],
    ['a comma too many', '{"ticket":{},}', 400],
  ])('%s', async (_rule, rawBody, status) => {
    const reply = await call('POST', '/tickets', { rawBody });
    expect(reply.status).toBe(status);
    expect((await get('/tickets?q[title_start]=a')).json).toHaveLength(
      status === 201 && reply.text.includes('"a"') ? 1 : 0,
    );
  });

  it.each([
    ['bytes that are no UTF-8', `${form}%FF`, 400],
    ['bytes that nobody encoded', `${form}B\u00fcro`, 201],
    ['half an escape', `${form}%zz`, 400],
    ['NUL', `${form}a%00`, 500],
    ['no envelope: forms are not wrapped', 'title=New&type_id=11001&priority_id=12003', 400],
    ['a text and a hash under one name', 'ticket=x&ticket[title]=y', 400],
  ])('of a form: %s', async (_rule, rawBody, status) => {
    expect((await call('POST', '/tickets', { rawBody, headers: asForm })).status).toBe(status);
  });

  it('of a form keeps letters beyond ASCII', async () => {
    const reply = await call('POST', '/tickets', { rawBody: `${form}B\u00fcro`, headers: asForm });
    expect(reply.json).toMatchObject({ title: 'B\u00fcro' });
  });
});

describe('the type of a body', () => {
  it.each([
    ['JSON', 'application/json', 201],
    ['JSON by its old name', 'text/x-json', 201],
    ['JSON by another', 'application/jsonrequest', 201],
    ['in capitals, with a parameter', 'Application/JSON; charset=utf-8', 201],
    ['what follows a comma is nothing', 'application/json, text/plain', 201],
    ['a type that Rails does not read', 'text/plain', 400],
    ['nor this one', 'application/vnd.api+json', 400],
    ['nor this one', 'application/xml', 400],
    ['no type', 'json', 406],
    ['no type at all', 'no / type', 406],
    ['slashes', '///', 406],
    ['a word in Greek', 'a/\u00e9', 406],
  ])('%s: %s gives %i', async (_rule, type, status) => {
    const reply = await call('POST', '/tickets', { body: { ticket: fields }, headers: { 'content-type': type } });
    expect(reply.status).toBe(status);
    expect(reply.text).not.toMatch(/statusCode|FST_|Unsupported/);
  });

  it.each([
    ['of a GET as well', 'GET', '/account', 406],
    ['where there is no route', 'POST', '/nowhere', 404],
    ['before the key', 'PATCH', '/tickets/1', 406],
  ])('that is none is refused %s', async (_rule, method, path, status) => {
    const reply = await call(method, path, {
      key: null,
      headers: { 'content-type': '///' },
      ...(method === 'GET' ? {} : { body: {} }),
    });
    expect(reply).toMatchObject({ status, json: { status } });
  });
});

describe('parameters in the query of a write', () => {
  const query = 'ticket[title]=Query&ticket[type_id]=11001&ticket[priority_id]=12003';
  it.each([
    ['stand for a body', query, {}, { title: 'Query' }],
    [
      'go before the envelope in the body',
      query,
      { ticket: { ...fields, description: 'x' } },
      { title: 'Query', description: null },
    ],
    ['go before a body without its envelope', query, fields, { title: 'Query' }],
    ['of other names change nothing', 'title=Query&page=2', { ticket: fields }, { title: 'New' }],
  ])('%s', async (_rule, search, body, expected) => {
    expect(await call('POST', `/tickets?${search}`, { body })).toMatchObject({ status: 201, json: expected });
  });

  it.each([
    ['are not wrapped', '?title=Query&type_id=11001&priority_id=12003', {}, 400],
    ['may be a text in place of the envelope', '?ticket=x', { ticket: fields }, 500],
    ['may be an empty one', '?ticket=', { ticket: fields }, 400],
    ['are no UTF-8', '?x=%FF', { ticket: fields }, 400],
  ])('that %s', async (_rule, search, body, status) => {
    expect((await call('POST', `/tickets${search}`, { body })).status).toBe(status);
  });

  it('change a record', async () => {
    expect((await call('PATCH', '/tickets/2?ticket[title]=Query')).status).toBe(204);
    expect((await get('/tickets/2')).json).toMatchObject({ title: 'Query' });
  });
});

describe('values', () => {
  const entry = (more: object) =>
    call('POST', '/tickets/2/time_entries', { body: { time_entry: { date: '2024-07-01', duration: 60, ...more } } });
  it.each([
    ['a fraction as a text', '60.5', ['must be an integer']],
    ['a fraction', 60.5, ['must be an integer']],
    ['a whole number with a point', '60.0', ['must be an integer']],
    ['a unit', '60min', ['is not a number']],
    ['a word', 'one hour', ['is not a number']],
    ['hours and minutes', '1:00', ['is not a number']],
    ['yes', true, ['is not a number']],
    ['nothing', null, ["can't be blank"]],
    ['an empty text', '', ["can't be blank"]],
    ['zero', 0, ['must be greater than 0']],
    ['less than nothing', '-5', ['must be greater than 0']],
  ])('of a duration: %s', async (_rule, duration, expected) => {
    const reply = await entry({ duration });
    expect(reply).toMatchObject({ status: 422, json: { errors: { duration: expected } } });
  });

  it('of a duration may be a text of digits', async () => {
    expect(await entry({ duration: '60' })).toMatchObject({ status: 201, json: { duration: 60 } });
  });

  it('of a duration are looked at in a change as well', async () => {
    const { json } = await entry({});
    const path = `/tickets/2/time_entries/${(json as { id: number }).id}`;
    const change = (time_entry: object) => call('PATCH', path, { body: { time_entry } });
    expect((await change({ duration: '60min' })).json).toEqual({ errors: { duration: ['is not a number'] } });
    expect((await change({ note: 'x' })).status).toBe(204);
  });

  it.each([
    ['ISO basic', '20240701', '2024-07-01'],
    ['the same as a number', 20_240_701, '2024-07-01'],
    ['words', '1 July 2024', '2024-07-01'],
    ['dots', '1.7.2024', '2024-07-01'],
  ])('of a day: %s', async (_rule, date, expected) => {
    expect(await entry({ date })).toMatchObject({ status: 201, json: { date: expected } });
  });

  it.each([
    ['a word that names no day', 'today'],
    ['a number that names no day', 5],
  ])('of a day: %s', async (_rule, date) => {
    expect(await entry({ date })).toMatchObject({ status: 422, json: { errors: { date: ["can't be blank"] } } });
  });

  it.each([
    ['ISO basic', '20240701T120000Z', '2024-07-01T12:00:00.000Z'],
    ['without a zone is UTC', '2024-07-01 12:00', '2024-07-01T12:00:00.000Z'],
    ['a word that is none', 'soon', null],
    ['a number', 1_720_864_800, null],
  ])('of a moment: %s', async (_rule, due_at, expected) => {
    const task = { title: 'x', type_id: 16_001, due_at };
    const reply = await call('POST', '/tickets/2/tasks', { body: { task } });
    expect(reply.json).toMatchObject({ due_at: expected });
  });
});

describe('user names', () => {
  it('differ by their case', async () => {
    const create = (username: string) => call('POST', '/users', { body: { user: { username } } });
    expect((await create('JackPot')).status).toBe(201);
    expect((await create('JackPot')).json).toEqual({ errors: { username: ['has already been taken'] } });
  });
});

describe('a ticket with an open task', () => {
  it('is not closed before its task is', async () => {
    const close = () => call('PATCH', '/tickets/1/close');
    expect(await close()).toMatchObject({
      status: 422,
      json: { errors: { base: [expect.stringContaining('open task')] } },
    });
    const { tasks } = (await get('/tickets/1')).json as { tasks: { id: number }[] };
    for (const { id } of tasks) await call('PATCH', `/tickets/1/tasks/${id}/close`, { body: {} });
    expect((await close()).status).toBe(200);
  });
});
