import { byExpression, named, ticket } from './namedReferences.js';
import { ids } from './seeded.js';
import { byId, type Desk, openDesk, orderFaults } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ control: true });
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

describe('lookups', () => {
  it('are made once for all items', async () => {
    const items = [named, { ...named, type: 'Service Request' }, named].map((item) => ({ ...item, agent: 'aldente' }));
    const run = await desk.run(byExpression, { items });
    expect(run.json).toHaveLength(3);
    const paths = run.requests.filter(({ method }) => method === 'GET').map(({ path }) => path.split('/').at(-1));
    expect(paths.sort()).toEqual(['helpdesk_priorities', 'tags', 'ticket_types', 'users', 'users']);
  });

  it('are made again for the next item when one failed', async () => {
    await orderFaults(desk, { method: 'GET', path: '/ticket_types', times: 1, status: 403 });
    const { node } = await desk.run(
      { ...ticket, typeId: byId('={{ $json.type }}') },
      { items: [named, named], node: { onError: 'continueRegularOutput' } },
    );
    expect(node.items.map(({ json }) => json)).toMatchObject([
      { details: { status: 403 } },
      { friendly_id: expect.any(Number) },
    ]);
  });

  it('are not made for numbers, nor for what was chosen from a list', async () => {
    const fromList = { __rl: true, mode: 'list', value: String(ids.aldente) };
    const additionalFields = { agentId: fromList, tagIds: `[${ids.vip}, ${ids.remote}]` };
    const run = await desk.run({ ...ticket, typeId: ids.incident, additionalFields });
    expect(run.json).toHaveLength(1);
    expect(run.wire).toEqual(['POST /tickets']);
    expect(run.requests[0]?.body).toMatchObject({
      ticket: { type_id: ids.incident, agent_id: ids.aldente, tag_ids: [ids.vip, ids.remote] },
    });
  });

  it('tell a text of digits that is a name from one that is an id', async () => {
    const { id } = await desk.client.users.create({ username: String(ids.aldente) });
    const run = await desk.run({ ...ticket, additionalFields: { requesterId: byId(` ${ids.aldente} `) } });
    expect(run.requests.at(-1)?.body).toMatchObject({ ticket: { requester_id: id } });
    const byNumber = await desk.run({ ...ticket, additionalFields: { requesterId: String(ids.nfeeney) } });
    expect(byNumber.requests.at(-1)?.body).toMatchObject({ ticket: { requester_id: ids.nfeeney } });
  });

  it('are not made for what an AI model leaves out', async () => {
    const additionalFields = { agentId: byId(''), teamId: byId('0'), tagIds: '[]' };
    expect((await desk.run({ ...ticket, additionalFields })).wire).toEqual(['POST /tickets']);
  });
});
