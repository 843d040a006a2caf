import { useSandbox } from '../testing/useSandbox.js';

const { call, get } = useSandbox({ tickets: 40, cis: 5, users: 12 });
const fields = { title: 'New', type_id: 11_001, priority_id: 12_003 };
const create = (more: object = {}) => call('POST', '/tickets', { body: { ticket: { ...fields, ...more } } });
const update = (ticket: object, number = 2) => call('PATCH', `/tickets/${number}`, { body: { ticket } });
const read = async (number = 2) => (await get(`/tickets/${number}`)).json as Record<string, unknown>;

describe('a new ticket', () => {
  it('shows the fields of the whole ticket, the caller being its requester', async () => {
    const { status, json } = await create();
    expect(status).toBe(201);
    expect(json).toMatchObject({
      title: 'New',
      status: 'incoming',
      lock_version: 0,
      type: { name: 'Incident', shortcut: 'IN' },
      priority: { name: 'High' },
      requester: { username: 'jackpot', email: 'jack.pot@example.com' },
      team: { name: 'Service Desk' },
      comments: [],
    });
    expect((await get('/tickets?q[title_eq]=New')).json).toHaveLength(1);
  });

  it('is assigned once it has an agent', async () => {
    expect((await create({ agent_id: 22_002 })).json).toMatchObject({ status: 'assigned' });
  });

  it.each([
    [{ title: ' ' }, { title: ["can't be blank"] }],
    [{ type_id: null }, { type: ['must exist'] }],
    [{ priority_id: 1 }, { priority: ['must exist'] }],
    [
      { agent_id: 2, team_id: 3 },
      { agent: ['must exist'], team: ['must exist'] },
    ],
  ])('is refused with %j', async (wrong, errors) => {
    expect(await create(wrong)).toMatchObject({ status: 422, json: { errors } });
  });

  it('is a 404 with a tag that does not exist', async () => {
    expect((await create({ tag_ids: [31_001, 5] })).status).toBe(404);
    expect((await get('/tickets?q[title_eq]=New')).json).toEqual([]);
  });
});

describe('an update', () => {
  it('answers 204 without a body and shows afterwards', async () => {
    const reply = await update({ title: 'Changed', agent_id: 22_002, category_id: null });
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect(await read()).toMatchObject({ title: 'Changed', status: 'assigned', category: null });
  });

  it('raises the version and the time of the last change', async () => {
    const before = await read();
    await update({ title: 'Changed' });
    const after = await read();
    expect(after['lock_version']).toBe((before['lock_version'] as number) + 1);
    expect(after['updated_at']).not.toBe(before['updated_at']);
  });

  it.each([
    ['that changes nothing', { title: 'VPN drops every hour' }],
    ['of tags only', { tag_ids: [31_004] }],
  ])('%s leaves the version alone', async (_name, change) => {
    const { lock_version } = await read();
    expect((await update(change)).status).toBe(204);
    expect(await read()).toMatchObject({ lock_version });
  });

  it.each([-1, 1])('with a version off by %i is a conflict, tags included', async (difference) => {
    await update({ tag_ids: [31_004] });
    const { lock_version } = await read();
    const version = (lock_version as number) + difference;
    const reply = await update({ title: 'Lost', tag_ids: [], lock_version: version });
    expect(reply).toMatchObject({ status: 409, json: { status: 409, error: 'Conflict' } });
    expect(await read()).toMatchObject({ title: 'VPN drops every hour', tags: [{ id: 31_004 }] });
  });

  it('with the current version goes through', async () => {
    const { lock_version } = await read();
    expect((await update({ title: 'Won', lock_version })).status).toBe(204);
  });

  it('that is both stale and invalid is invalid', async () => {
    expect((await update({ title: '', lock_version: 99 })).status).toBe(422);
  });

  it.each([null, ''])('with lock_version %j is a 500', async (lock_version) => {
    expect((await update({ title: 'x', lock_version })).status).toBe(500);
  });

  it('keeps tags on null and clears them on an empty list', async () => {
    await update({ tag_ids: [31_001, 31_002] });
    await update({ tag_ids: null, title: 'x' });
    expect(await read()).toMatchObject({ tags: [{ id: 31_001 }, { id: 31_002 }] });
    await update({ tag_ids: [] });
    expect(await read()).toMatchObject({ tags: [] });
  });
});

describe('custom fields', () => {
  it.each([
    ['string', '35001', 'A-7', 'A-7'],
    ['text', '35002', 'First this,\nthen that', 'First this,\nthen that'],
    ['URL', '35003', 'https://example.com/a?b=c', 'https://example.com/a?b=c'],
    ['integer', '35004', '12', 12],
    ['float', '35005', '3.5', 3.5],
    ['date', '35006', '05-06-2026', '2026-06-05'],
    ['boolean', '35007', 'false', false],
    ['drop-down by name', '35008', 'Broken cable', 36_002],
    ['drop-down by id', '35008', 36_003, 36_003],
    ['cascading drop-down', '35009', ['Warehouse', 'Dock B'], [36_007, 36_009]],
    ['emptied', '35001', null, null],
  ])('keep a value of type %s', async (_type, id, value, kept) => {
    await update({ custom_fields: { [id]: value } });
    expect(await read()).toMatchObject({ custom_fields: { [id]: kept } });
  });

  it('change only by the keys sent, unknown ones being dropped', async () => {
    await update({ custom_fields: { 35001: 'A-7' } });
    await update({ custom_fields: { 35004: 3, 99: 'x', 35010: 'a field of CIs' } });
    expect((await read())['custom_fields']).toEqual({ 35001: 'A-7', 35004: 3 });
  });

  it.each([
    ['35004', 'many', 'Affected Users is invalid'],
    ['35006', '2026-02-30', 'Needed By is invalid'],
    ['35008', 'Broken promise', 'Incident Type is invalid'],
    ['35001', { a: 1 }, 'Asset Tag is invalid'],
  ])('refuse what does not fit %s', async (id, value, message) => {
    const reply = await update({ custom_fields: { [id]: value } });
    expect(reply).toMatchObject({ status: 422, json: { errors: { custom_fields: [message] } } });
  });
});

describe('comments', () => {
  const comment = (body: object) => call('POST', '/tickets/2/comments', { body: { comment: body } });

  it('take false for is_public and show up in the ticket', async () => {
    const reply = await comment({ body: '<p>Hm</p>', is_public: false });
    expect(reply).toMatchObject({
      status: 201,
      json: { body: '<p>Hm</p>', is_public: false, from_agent: true, created_by: { username: 'jackpot' } },
    });
    expect(await read()).toMatchObject({ comments: [reply.json] });
  });

  it('take any other text for true', async () => {
    expect((await comment({ body: 'x', is_public: 'no' })).json).toMatchObject({ is_public: true });
  });

  it('need both fields', async () => {
    const errors = { body: ["can't be blank"], is_public: ["can't be blank"] };
    expect(await comment({ body: '' })).toMatchObject({ status: 422, json: { errors } });
  });
});

describe('closing and reopening', () => {
  const close = (number: number) => call('PATCH', `/tickets/${number}/close`, { body: {} });
  const reopen = (number: number) => call('PATCH', `/tickets/${number}/reopen`, { body: {} });

  it('answer with the ticket', async () => {
    expect(await close(2)).toMatchObject({ status: 200, json: { status: 'closed', closed_at: expect.any(String) } });
    expect(await reopen(2)).toMatchObject({ status: 200, json: { status: 'incoming', closed_at: null } });
  });

  it('refuse what is closed or open already', async () => {
    expect(await reopen(2)).toMatchObject({
      status: 422,
      json: { errors: { base: ["can't be opened because it is not closed"] } },
    });
    await close(2);
    expect((await close(2)).status).toBe(422);
  });
});

describe('the list', () => {
  it('pages by 15 and shows no times but due_at', async () => {
    const { json } = await get('/tickets');
    expect(json).toHaveLength(15);
    expect(Object.keys((json as object[])[0] ?? {})).toEqual([
      'id',
      'friendly_id',
      'title',
      'status',
      'due_at',
      'type',
      'priority',
      'category',
      'extended_status',
      'requester',
      'agent',
    ]);
  });

  it('searches through associations', async () => {
    const { json } = await get('/tickets?q[requester_email_eq]=axel.foley@example.com&q[category_name_eq]=Network');
    expect(json).toEqual(expect.arrayContaining([expect.objectContaining({ friendly_id: 2 })]));
  });

  it('returns everything for a misspelt filter', async () => {
    const { json } = await get('/tickets?q[statsu_eq]=closed&per_page=30');
    expect(json).toHaveLength(30);
  });

  it('reads times without a zone in the zone of the account', async () => {
    const created = Date.parse((await read(2))['created_at'] as string);
    const wallClock = new Date(created).toLocaleString('sv', { timeZone: 'America/New_York' });
    const { json } = await get(`/tickets?q[created_at_gteq]=${encodeURIComponent(wallClock)}&q[id_lteq]=185002`);
    expect(json).toMatchObject([{ friendly_id: 2 }]);
  });
});
