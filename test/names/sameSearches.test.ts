import type { RecordedRequest } from 'bossdesk-sandbox';
import { connectTo, type Host } from '../mcp/support.js';
import { type Desk, openDesk } from '../n8n/support.js';
import { recordSent } from '../support/requests.js';

// The same condition means the same to the assistant and to the workflow, in an argument of its own or among the filters.

let desk: Desk;
let host: Host;

beforeAll(async () => {
  desk = await openDesk({ seed: 1 });
  host = await connectTo(desk.sandbox, { args: ['--toolsets', 'all'] });
  await desk.client.users.create({ username: 'c-1', first_name: 'Cher', last_name: 'Smith, Jr.' });
});
afterAll(async () => {
  await host.close();
  await desk.close();
});

type Kind = 'tickets' | 'cis' | 'users' | 'my_tickets';

const faces = {
  tickets: { tool: 'search_tickets', resource: 'ticket' },
  cis: { tool: 'search_cis', resource: 'ci' },
  users: { tool: 'search_users', resource: 'user' },
  my_tickets: { tool: 'search_my_tickets', resource: 'myTicket' },
} as const;

/** What a search came to: the conditions that were sent, or what was said of those that were refused. */
interface Outcome {
  readonly sent: string | undefined;
  readonly said: string;
}

async function askServer(kind: Kind, args: Readonly<Record<string, unknown>>): Promise<Outcome> {
  const { result, requests } = await recordSent(desk.sandbox, () => host.call(faces[kind].tool, { limit: 1, ...args }));
  return { sent: findSent(kind, requests), said: result.text };
}

async function askNode(kind: Kind, field: string, predicate: string, value: unknown): Promise<Outcome> {
  const filters = {
    conditions: [{ field, predicate, value: typeof value === 'string' ? value : `={{ ${JSON.stringify(value)} }}` }],
  };
  const run = await desk.run({ resource: faces[kind].resource, operation: 'getAll', limit: 1, filters });
  const said = [run.node.error?.message ?? '', ...run.node.hints.map(({ message }) => message)].join('\n');
  return { sent: findSent(kind, run.requests), said };
}

function findSent(kind: Kind, requests: readonly RecordedRequest[]): string | undefined {
  const path = `/api/v1/${kind.replace('_', '/')}`;
  const found = requests.find((request) => request.path === path && request.query.includes('per_page=1'));
  // Pages and order are those of every list.
  return found && decodeURIComponent(found.query).replace(/^page=1&per_page=1&?|&q\[s\]=.*$/g, '');
}

describe.each<[Kind, string, string, unknown, string]>([
  // Values in any letter case, and what is open.
  ['tickets', 'status', 'eq', 'Closed', 'q[status_eq]=closed'],
  ['tickets', 'status', 'eq', ' OPEN', 'q[status_not_eq]=closed'],
  ['tickets', 'status', 'not_eq', 'open', 'q[status_eq]=closed'],
  ['tickets', 'status', 'in', 'Incoming, assigned', 'q[status_in][]=incoming&q[status_in][]=assigned'],
  ['tickets', 'status', 'in', '["incoming","ASSIGNED"]', 'q[status_in][]=incoming&q[status_in][]=assigned'],
  ['my_tickets', 'status', 'eq', 'Open', 'q[status_not_eq]=closed'],
  // Branches: a name means what lies below too, an id itself.
  [
    'cis',
    'type_id',
    'eq',
    'Computer',
    'q[type_id_in][]=17002&q[type_id_in][]=17003&q[type_id_in][]=17004&q[type_id_in][]=17005',
  ],
  ['cis', 'type_id', 'eq', '17002', 'q[type_id_eq]=17002'],
  ['cis', 'type_id', 'eq', 17_002, 'q[type_id_eq]=17002'],
  ['cis', 'type_id', 'eq', 'Laptop', 'q[type_id_eq]=17004'],
  ['cis', 'type_id', 'not_eq', 'network device', 'q[type_id_not_in][]=17007&q[type_id_not_in][]=17008'],
  [
    'cis',
    'type_id',
    'in',
    'Network Device, phone',
    'q[type_id_in][]=17007&q[type_id_in][]=17008&q[type_id_in][]=17009',
  ],
  [
    'cis',
    'location_id',
    'eq',
    'Europe',
    'q[location_id_in][]=19004&q[location_id_in][]=19005&q[location_id_in][]=19006',
  ],
  [
    'users',
    'location_id',
    'eq',
    'europe',
    'q[location_id_in][]=19004&q[location_id_in][]=19005&q[location_id_in][]=19006',
  ],
  // None of what there can be none of.
  ['tickets', 'agent_id', 'eq', 'None', 'q[agent_id_null]=1'],
  ['tickets', 'agent_id', 'eq', 'Unassigned', 'q[agent_id_null]=1'],
  ['tickets', 'team_id', 'not_eq', 'none', 'q[team_id_not_null]=1'],
  ['tickets', 'agent_id', 'in', 'none, aldente', 'q[g][0][m]=or&q[g][0][agent_id_in][]=22002&q[g][0][agent_id_null]=1'],
  ['cis', 'users_id', 'eq', 'unassigned', 'q[users_id_null]=1'],
  // Lists that come as text, names with commas among them.
  ['tickets', 'priority_id', 'in', 'high,urgent', 'q[priority_id_in][]=12003&q[priority_id_in][]=12004'],
  ['tickets', 'requester_id', 'in', 'Foley, Maya', 'q[requester_id_in][]=22011'],
  ['tickets', 'requester_id', 'in', 'aldente, Foley, Maya', 'q[requester_id_in][]=22002&q[requester_id_in][]=22011'],
  [
    'tickets',
    'requester_id',
    'in',
    'Cher Smith, Jr., aldente',
    'q[requester_id_in][]=22061&q[requester_id_in][]=22002',
  ],
  ['tickets', 'friendly_id', 'in', '#1, 2', 'q[friendly_id_in][]=1&q[friendly_id_in][]=2'],
  ['tickets', 'friendly_id', 'eq', '#75', 'q[friendly_id_eq]=75'],
  ['cis', 'model', 'in', 'X1, gen 2', 'q[model_in][]=X1, gen 2&q[model_in][]=X1&q[model_in][]=gen 2'],
])('%s by %s_%s %j', (kind, field, predicate, value, sent) => {
  it(`asks for ${sent}, on both faces`, async () => {
    const [server, node] = [
      await askServer(kind, { filters: { [`${field}_${predicate}`]: value } }),
      await askNode(kind, field, predicate, value),
    ];
    expect([server.sent, node.sent]).toEqual([sent, sent]);
  });
});

it.each<[Kind, string, string, unknown, string]>([
  [
    'tickets',
    'status',
    'eq',
    'Resolved',
    'there is no status "Resolved"; there are incoming, assigned, closed and open',
  ],
  ['tickets', 'status', 'in', 'closed, done', 'there is no status "done"'],
  ['my_tickets', 'status', 'eq', 'assigned', 'there is no status "assigned"; there are closed and open'],
  ['tickets', 'team_id', 'eq', '2', 'no team is called "2"'],
  ['tickets', 'team_id', 'eq', 2, 'no team is called "2"'],
  // A number where an id belongs.
  ['tickets', 'requester_id', 'eq', '3', 'no user is called "3"'],
  ['tickets', 'requester_id', 'eq', 3, 'no user is called "3"'],
  ['tickets', 'requester_id', 'in', '22002, 3', 'no user is called "3"'],
  ['tickets', 'type_id', 'eq', 'none', 'no ticket type is called "none"'],
  ['tickets', 'agent_id', 'eq', 'null', 'no agent is called "null"'],
  ['tickets', 'status', 'in', '', ''],
])('%s by %s_%s %j are refused on both faces', async (kind, field, predicate, value, said) => {
  const [server, node] = [
    await askServer(kind, { filters: { [`${field}_${predicate}`]: value } }),
    await askNode(kind, field, predicate, value),
  ];
  expect([server.sent, node.sent]).toEqual([undefined, undefined]);
  expect(server.said).toContain(said);
  expect(node.said).toContain(said);
});

it('say whose number was given for an id', async () => {
  const { said } = await askServer('tickets', { requester: '3' });
  expect(said).toMatch(/requester, with that number:\n- .* \(22003\)/);
  expect((await askNode('tickets', 'requester_id', 'eq', '3')).said).toMatch(/with that number: .*\(ID 22003, /);
});

it('say which name stood for a branch', async () => {
  expect((await askServer('cis', { location: 'europe' })).said).toContain('location: Europe (19004) and 2 below it.');
  expect((await askServer('cis', { filters: { type_id_eq: 'Computer' } })).said).toContain(
    'filters.type_id_eq: Computer (17002) and 3 below it.',
  );
  expect((await askServer('cis', { location: '19004' })).said).not.toContain('below it');
  expect((await askNode('cis', 'location_id', 'eq', 'Europe')).said).toContain(
    'Filters: Location Is (location_id_eq) takes Europe (ID 19004) and 2 below it',
  );
});

it('finds what the branch holds', async () => {
  const inEurope = await desk.client.cis.list({ q: { location_id_in: [19_004, 19_005, 19_006] }, per_page: 30 });
  const run = await desk.run({
    resource: 'ci',
    operation: 'getAll',
    returnAll: true,
    filters: { conditions: [{ field: 'location_id', predicate: 'eq', value: 'Europe' }] },
  });
  expect(inEurope.length).toBeGreaterThan(5);
  expect(run.json.map(({ id }) => id).slice(0, 5)).toEqual(inEurope.map(({ id }) => id).slice(0, 5));
});

it("takes a body's name for that one record", async () => {
  await host.call('update_ci', { ci_number: 1, location: 'Europe' });
  expect(desk.sandbox.requests.find(({ method }) => method === 'PATCH')?.body).toEqual({ ci: { location_id: 19_004 } });
});
