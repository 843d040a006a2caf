import { ids, tickets } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

// Tags that join or leave those that a record has, and what an update leaves alone.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const update = (updateFields: object, more: object = {}) =>
  desk.run({ resource: 'ticket', operation: 'update', ticketNumber: byId(tickets.full), updateFields, ...more });

/** The printer ticket has the tags printer and vip. */
const PRINTER = 31_005;

const tagsOf = async () =>
  ((await desk.client.tickets.get({ friendly_id: tickets.full })).tags ?? []).map(({ id }) => id);

describe('tags', () => {
  it.each([
    [{ addTagIds: [ids.remote] }, [PRINTER, ids.vip, ids.remote]],
    [{ addTagIds: 'remote, VIP', removeTagIds: '["printer"]' }, [ids.vip, ids.remote]],
    [{ removeTagIds: ['vip', 'onboarding'] }, [PRINTER]],
  ])('of %j are sent as the whole set, with the version that was read', async (fields, whole) => {
    const run = await update(fields);
    expect(run.json).toEqual([{ updated: true, friendly_id: tickets.full }]);
    expect(run.wire.filter((request) => !request.startsWith('GET /tags'))).toEqual([
      'GET /tickets/1',
      'PATCH /tickets/1',
    ]);
    const sent = run.requests.at(-1)?.body as { ticket: { tag_ids: number[]; lock_version: number } };
    expect(sent.ticket.lock_version).toBe(2);
    expect([...sent.ticket.tag_ids].sort()).toEqual([...whole].sort());
    expect((await tagsOf()).sort()).toEqual([...whole].sort());
  });

  it('join those of a CI and of a user, which have no version', async () => {
    const ci = await desk.run({
      resource: 'ci',
      operation: 'update',
      ciNumber: byId(1),
      updateFields: { addTagIds: ['Spare'] },
    });
    const user = await desk.run({
      resource: 'user',
      operation: 'update',
      userNumber: byId(3),
      updateFields: { addTagIds: ['intern'], removeTagIds: [] },
    });
    expect([ci, user].map(({ json }) => json.length)).toEqual([1, 1]);
    expect(JSON.stringify(ci.requests.at(-1)?.body)).toContain('31010');
    expect(JSON.stringify(user.requests.at(-1)?.body)).toContain(String(ids.intern));
    expect(JSON.stringify([ci.requests, user.requests])).not.toContain('lock_version');
  });

  it('are read once where overwrites are guarded against too', async () => {
    const run = await update({ addTagIds: [ids.remote] }, { options: { protectAgainstOverwrites: true } });
    expect(run.json).toHaveLength(1);
    expect(run.wire.filter((request) => request === 'GET /tickets/1')).toHaveLength(1);
  });

  it('are a conflict where the ticket was changed since the version given', async () => {
    const run = await update({ addTagIds: [ids.remote], lockVersion: 1 });
    expect(run.node.error).toMatchObject({ httpCode: '409' });
    expect(run.wire.filter((request) => request.startsWith('PATCH'))).toHaveLength(1);
  });

  it.each([
    [
      { tagIds: [ids.vip], addTagIds: [ids.remote] },
      'Tags to Add cannot go together with a list that replaces the whole set',
    ],
    [{ clearFields: ['tagIds'], removeTagIds: [ids.vip] }, 'Tags to Remove cannot go together with a list'],
    [{ addTagIds: [ids.vip], removeTagIds: ['vip'] }, 'Tags to Remove holds 31001, which is to be added as well'],
    [{ addTagIds: ['production'] }, 'Tags to Add: no tag is called "production"'],
    [{ addTagIds: [], removeTagIds: '' }, 'Update Fields: nothing to change'],
  ])('%j are refused', async (fields, message) => {
    const run = await update(fields);
    expect(() => run.json).toThrow(message);
    expect(run.wire.filter((request) => request.startsWith('PATCH'))).toEqual([]);
  });
});

describe('an update', () => {
  const fill = (value: unknown) => ({
    description: value,
    categoryId: byId(value as string),
    agentId: byId(value as string),
    tagIds: value,
    addTagIds: value,
    lockVersion: value,
  });

  it.each([
    [''],
    [' '],
    ['null'],
    ['undefined'],
    ['={{ $json.none }}'],
    ['={{ "" }}'],
    ['={{ null }}'],
    ['={{ undefined }}'],
    ['={{ [] }}'],
    ['={{ [""] }}'],
  ])('leaves alone what %j is given for', async (value) => {
    const run = await update({ ...fill(value), title: 'New' });
    expect(run.json).toHaveLength(1);
    expect(run.requests.map(({ body }) => body)).toEqual([{ ticket: { title: 'New' } }]);
  });

  it('of nothing but such values is refused', async () => {
    const run = await update(fill(''));
    expect(() => run.json).toThrow('Update Fields: nothing to change');
    expect(run.wire).toEqual([]);
  });

  it.each(['null', 'undefined', '={{ $json.none }}'])('has no required text in %j', async (text) => {
    const run = await desk.run({ resource: 'ticket', operation: 'addComment', ticketNumber: byId(2), body: text });
    expect(run.node.error?.message).toMatch(/^Body (is required|must not be blank)/);
    expect(run.wire).toEqual([]);
  });

  it('empties what it is told to clear, and references by the word none', async () => {
    const run = await update({
      clearFields: ['description', 'tagIds'],
      agentId: byId('None'),
      teamId: byId('unassigned'),
    });
    expect(run.json).toHaveLength(1);
    expect(run.requests.at(-1)?.body).toEqual({
      ticket: { description: '', tag_ids: [], agent_id: null, team_id: null },
    });
  });

  it('keeps a text that says none', async () => {
    const run = await update({ title: 'None', description: 'none' });
    expect(run.json).toHaveLength(1);
    expect(run.requests.at(-1)?.body).toEqual({ ticket: { title: 'None', description: '<p>none</p>' } });
  });
});

it('finds names with commas in a text that lists tags', async () => {
  const run = await update({ tagIds: 'vip, outage' });
  expect(run.json).toHaveLength(1);
  expect(await tagsOf()).toEqual(expect.arrayContaining([ids.vip, 31_004]));
});

it('takes several options of a custom field out of a text', async () => {
  const run = await desk.run({
    resource: 'ticket',
    operation: 'update',
    ticketNumber: byId(2),
    customFields: { Building: 'Headquarters, Floor 1', 'Incident Type': 'none' },
  });
  expect(run.json).toHaveLength(1);
  expect(run.requests.at(-1)?.body).toEqual({
    ticket: { custom_fields: { '35009': [36_004, 36_005], '35008': null } },
  });
});

it('finds CIs that nobody has', async () => {
  const run = await desk.run({
    resource: 'ci',
    operation: 'getAll',
    limit: 3,
    filters: { conditions: [{ field: 'users_id', predicate: 'eq', value: 'unassigned' }] },
  });
  expect(run.json).toHaveLength(3);
  const whole = await Promise.all(
    run.json.map(({ friendly_id }) => desk.client.cis.get({ friendly_id: Number(friendly_id) })),
  );
  expect(whole.flatMap(({ users }) => users ?? [])).toEqual([]);
});
