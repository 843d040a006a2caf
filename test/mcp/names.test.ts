import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { connectTo, type Host, recordRequests, writesOf } from './support.js';

let sandbox: Sandbox;
let host: Host;

beforeAll(async () => {
  sandbox = await startSandbox();
  host = await connectTo(sandbox, { args: ['--toolsets', 'all'] });
});
afterAll(async () => {
  await host.close();
  await sandbox.stop();
});

const ticket = { title: 'Test', type: 'Incident', priority: 'High' };

it('tells every name that is unknown, with candidates, and writes nothing', async () => {
  const { result, requests } = await recordRequests(sandbox, () =>
    host.call('create_ticket', {
      ...ticket,
      type: 'Incidnet',
      agent: 'Nobody Here',
      tags: ['vip', 'Development'],
      custom_fields: { Colour: 'red' },
    }),
  );
  expect(result.isError).toBe(true);
  expect(result.text).toContain('type: no ticket type is called "Incidnet".');
  expect(result.text).toMatch(/type, close to it:\n- Incident \(11001\)/);
  expect(result.text).toContain('agent: no agent is called "Nobody Here".');
  // A tag of CIs is none of tickets.
  expect(result.text).toContain('tags: no tag is called "Development".');
  expect(result.text).toContain('custom_fields: no custom field of tickets is called "Colour".');
  expect(result.text).toContain('Nothing was changed.');
  expect(writesOf(requests)).toEqual([]);
});

it('refuses two values for one custom field', async () => {
  const { text } = await host.call('create_ticket', { ...ticket, custom_fields: { 'Asset Tag': 'A', '35001': 'B' } });
  expect(text).toContain('custom_fields: "35001" and "Asset Tag" are the same field.');
});

it('takes an id for no custom field of the class', async () => {
  const { result, requests } = await recordRequests(sandbox, () =>
    // 35010 belongs to CIs.
    host.call('update_ticket', { ticket_number: 2, custom_fields: { '35010': 'A', '99999999': 'B' } }),
  );
  expect(result.text).toContain('custom_fields: no custom field of tickets is called "35010".');
  expect(result.text).toContain('custom_fields: no custom field of tickets is called "99999999".');
  expect(writesOf(requests)).toEqual([]);
});

it('sends a tag that is named twice once', async () => {
  const { requests } = await recordRequests(sandbox, () =>
    host.call('update_ticket', { ticket_number: 2, tags: ['vip', 'VIP', '31001'] }),
  );
  expect(writesOf(requests)).toEqual([{ request: 'PATCH /tickets/2', body: { ticket: { tag_ids: [31001] } } }]);
});

it('asks which of two people is meant, and takes the id', async () => {
  const { result, requests } = await recordRequests(sandbox, () =>
    host.call('create_ticket', { ...ticket, agent: 'Sam Rivers' }),
  );
  expect(result.isError).toBe(true);
  expect(result.text).toMatch(
    /agent: more than one agent is called "Sam Rivers"; give the id of one\..*- Sam Rivers \(22008\), samrivers, sam\.rivers@example\.com\n- Sam Rivers \(22009\), srivers/s,
  );
  expect(writesOf(requests)).toEqual([]);
  expect((await host.call('create_ticket', { ...ticket, agent: '22009' })).text).toContain('agent: Sam Rivers (22009)');
});

it.each([
  ['e-mail in another letter case', 'Al.Dente@Example.com', 22002],
  ['user name', 'aldente', 22002],
  ['user name with a dot', 'doe.john', 22005],
  ['full name', 'al dente', 22002],
  ['id as a number', 22002, 22002],
])('finds an agent by %s', async (_, agent, agent_id) => {
  const { requests } = await recordRequests(sandbox, () => host.call('update_ticket', { ticket_number: 2, agent }));
  expect(writesOf(requests)).toEqual([{ request: 'PATCH /tickets/2', body: { ticket: { agent_id } } }]);
});

it('says that somebody is no agent', async () => {
  const { text } = await host.call('update_ticket', { ticket_number: 2, agent: 'Nia Feeney' });
  expect(text).toContain('agent: "Nia Feeney" is a user but not an agent.');
});

it('needs BOSSDESK_ME for me', async () => {
  expect((await host.call('search_tickets', { agent: 'me' })).text).toContain(
    '"me" is not known here. Set BOSSDESK_ME',
  );
  const withMe = await connectTo(sandbox, { env: { BOSSDESK_ME: 'barry.cade@example.com' } });
  const { requests } = await recordRequests(sandbox, () =>
    withMe.call('update_ticket', { ticket_number: 2, agent: 'Me ' }),
  );
  await withMe.close();
  expect(writesOf(requests)).toEqual([{ request: 'PATCH /tickets/2', body: { ticket: { agent_id: 22003 } } }]);

  const withNobody = await connectTo(sandbox, { args: ['--me', 'nobody@example.com'] });
  const { text } = await withNobody.call('search_tickets', { agent: 'me' });
  await withNobody.close();
  expect(text).toMatch(/^agent, me by BOSSDESK_ME: no agent is called "nobody@example.com"\./);
});

it('asks once for many callers, and remembers', async () => {
  const fresh = await connectTo(sandbox);
  const { requests } = await recordRequests(sandbox, () =>
    Promise.all(
      Array.from({ length: 5 }, () => fresh.call('search_tickets', { priority: 'High', type: 'Incident', limit: 1 })),
    ),
  );
  await fresh.close();
  const lookups = requests.map(({ request }) => request).filter((request) => !request.startsWith('GET /tickets'));
  expect(lookups.sort()).toEqual(['GET /helpdesk_priorities', 'GET /ticket_types']);
});

it('looks once more for a name that it does not remember', async () => {
  await host.call('search_tickets', { requester: 'newcomer' });
  await host.call('create_user', { username: 'newcomer' });
  const { result, requests } = await recordRequests(sandbox, () =>
    host.call('search_tickets', { requester: 'newcomer', limit: 1 }),
  );
  expect(result.isError).toBe(false);
  expect(requests.filter(({ request }) => request.includes('GET /users'))).toHaveLength(1);

  await host.call('search_tickets', { priority: 'High', limit: 1 });
  const unknown = await recordRequests(sandbox, () => host.call('search_tickets', { priority: 'Severe' }));
  expect(unknown.requests).toEqual([{ request: 'GET /helpdesk_priorities' }]);
});

it('takes digits for an id unless a record has that name', async () => {
  await host.call('create_user', { username: '22003' });
  const { requests } = await recordRequests(sandbox, () =>
    host.call('update_ticket', { ticket_number: 2, requester: '22003' }),
  );
  const id = Number(
    /\d+ \| (\d+) \| 22003 \|/.exec((await host.call('search_users', { filters: { username_eq: '22003' } })).text)?.[1],
  );
  expect(writesOf(requests)).toEqual([{ request: 'PATCH /tickets/2', body: { ticket: { requester_id: id } } }]);
});
