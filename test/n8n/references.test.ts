import { ids, tickets } from './seeded.js';
import { byExpression, named, ticket } from './namedReferences.js';
import { byId, type Desk, openDesk } from './support.js';

// Where the panel takes the id of a record, people write its name in expressions, and AI models know nothing else.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ control: true });
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const writes = ({ requests }: { requests: readonly { method: string }[] }) =>
  requests.filter(({ method }) => method !== 'GET');

/** An agent's address is not the same under any seed. */
const readEmail = async () => (await desk.client.users.get({ friendly_id: 2 })).email ?? '';

describe('a name by expression', () => {
  it('is sent as the id of what bears it', async () => {
    const agent = (await readEmail()).toUpperCase();
    const run = await desk.run(byExpression, { items: [{ ...named, agent }] });
    expect(run.json).toHaveLength(1);
    expect(run.requests.at(-1)?.body).toMatchObject({
      ticket: {
        type_id: ids.incident,
        priority_id: ids.high,
        agent_id: ids.aldente,
        requester_id: expect.any(Number),
        tag_ids: [ids.vip, ids.remote],
      },
    });
    expect(run.json).toMatchObject([{ requester: 'Don Key', agent: 'Al Dente', agent_id: ids.aldente }]);
  });

  it.each([
    ['username', 'NFeeney'],
    ['full name', 'nia feeney '],
  ])('means a user by %s', async (_, name) => {
    const additionalFields = { requesterId: byId(name) };
    const run = await desk.run({ ...ticket, additionalFields });
    expect(run.json).toHaveLength(1);
    expect(run.requests.at(-1)?.body).toMatchObject({ ticket: { requester_id: ids.nfeeney } });
  });

  it('means the user who is still there, where another has left', async () => {
    const { id } = await desk.client.users.create({ username: 'lee2', first_name: 'Lee', last_name: 'Vermont' });
    const run = await desk.run({ ...ticket, additionalFields: { requesterId: byId('Lee Vermont') } });
    expect(run.json).toMatchObject([{ requester_id: id }]);
  });

  it('is found in each list that a CI refers to', async () => {
    const [manufacturer] = await desk.client.manufacturers.list({ page: 2, per_page: 1 });
    const run = await desk.run({
      resource: 'ci',
      operation: 'update',
      ciNumber: byId(1),
      updateFields: {
        typeId: byId('laptop'),
        statusId: byId('active'),
        locationId: byId('atlanta'),
        manufacturerId: byId(manufacturer?.name ?? ''),
        tagIds: '["production"]',
        userIds: ['nfeeney', ids.aldente],
      },
    });
    expect(run.json).toHaveLength(1);
    expect(run.requests.at(-1)?.body).toEqual({
      ci: {
        type_id: ids.laptop,
        status_id: ids.active,
        location_id: ids.atlanta,
        manufacturer_id: manufacturer?.id,
        tag_ids: [ids.production],
        user_ids: [ids.nfeeney, ids.aldente],
      },
    });
  });

  it('is found in each list that a ticket, a task and a user refer to', async () => {
    const updated = await desk.run({
      resource: 'ticket',
      operation: 'update',
      ticketNumber: byId(tickets.vpn),
      updateFields: {
        categoryId: byId('network'),
        extendedStatusId: byId('on hold'),
        teamId: byId('service desk'),
      },
    });
    const task = await desk.run({
      resource: 'task',
      operation: 'create',
      ticketNumber: byId(tickets.vpn),
      title: 'x',
      additionalFields: { typeId: byId('installation') },
    });
    const user = await desk.run({
      resource: 'user',
      operation: 'create',
      username: 'x',
      additionalFields: { groupId: byId('managers'), tagIds: ['intern'] },
    });
    expect([updated, task, user].map(({ requests }) => requests.at(-1)?.body)).toEqual([
      { ticket: { category_id: ids.network, extended_status_id: ids.onHold, team_id: ids.serviceDesk } },
      { task: { title: 'x', type_id: ids.installation } },
      { user: { username: 'x', group_id: 21_001, tag_ids: [ids.intern] } },
    ]);
  });

  it('runs a saved search', async () => {
    const run = await desk.run({ resource: 'savedSearch', operation: 'run', searchId: byId('all printers'), limit: 1 });
    expect(run.json).toHaveLength(1);
    expect(run.wire).toEqual(['GET /searches', 'GET /searches/38001?page=1&per_page=1']);
  });
});

describe('is refused, with candidates, before anything is written', () => {
  it.each([
    [
      'type',
      { typeId: byId('Incidnt') },
      /^Type: no ticket type is called "Incidnt"; close to it: Incident \(ID 11001\)/,
    ],
    [
      'tag of another kind of record',
      { additionalFields: { tagIds: 'vip, production' } },
      /^Tags: no tag is called "production"; there are: .*vip \(ID 31001\)/i,
    ],
    [
      'user',
      { additionalFields: { requesterId: byId('Maya Folley') } },
      /^Requester: no user is called "Maya Folley"; close to it: Maya Foley \(ID \d+, mfoley, /,
    ],
    [
      'agent who is none',
      { additionalFields: { agentId: byId('donkey') } },
      /^Agent: "donkey" is a user but not an agent; agents: (?!.*donkey).*\(ID \d+, /,
    ],
  ])('an unknown %s', async (_, parameters, message) => {
    const run = await desk.run({ ...ticket, ...parameters });
    expect(run.node.error?.message).toMatch(message);
    expect(run.node.error?.message).toMatch(/Give the name or the ID of one record\.$/);
    expect(writes(run)).toEqual([]);
  });

  it('with what they lie in, where they form a tree', async () => {
    const run = await desk.run({
      resource: 'ci',
      operation: 'create',
      name: 'x',
      additionalFields: { typeId: byId('top') },
    });
    expect(() => run.json).toThrow(/^Type: no CI type is called "top"; close to it: .*Laptop \(ID 17004, in \w+\)/);
  });

  it('no more than ten of them', async () => {
    const run = await desk.run({ ...ticket, additionalFields: { categoryId: byId('zzz'), agentId: byId('zzz') } });
    const message = run.node.error?.message ?? '';
    const [, ofAgents = ''] = message.split('Agent: no agent is called "zzz"');
    expect(ofAgents.match(/\(ID \d+/g)).toHaveLength(10);
    expect(ofAgents).toMatch(/ and \d+ more\. Give the name/);
  });

  it('every name that is wrong at once, of which item', async () => {
    const { node } = await desk.run(byExpression, {
      items: [
        { ...named, agent: 'aldente' },
        { ...named, type: 'x', priority: 'y', agent: 'aldente' },
      ],
    });
    expect(node.error?.message).toMatch(
      /^Type: no ticket type is called "x"; .*; Priority: no priority is called "y"; .* \[Item 1\]\./,
    );
  });

  it('a name that several users bear', async () => {
    const { id } = await desk.client.users.create({ username: 'foley2', first_name: 'Maya', last_name: 'Foley' });
    const run = await desk.run({ ...ticket, additionalFields: { requesterId: byId('maya foley') } });
    expect(() => run.json).toThrow(
      /^Requester: more than one user is called "maya foley"; give the id of one; called so: /,
    );
    expect(run.node.error?.message).toContain('mfoley');
    expect(run.node.error?.message).toContain(`Maya Foley (ID ${id}, foley2)`);
    expect(writes(run)).toEqual([]);
  });
});
