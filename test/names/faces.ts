import type { RecordedRequest } from 'bossdesk-sandbox';
import type { Host } from '../mcp/support.js';
import { byId, type Desk } from '../n8n/support.js';
import { recordSent } from '../support/requests.js';
import type { Place } from './words.js';

/** What came of words on one face. */
export interface Outcome {
  /** The id or number that was sent. */
  readonly sent: number | undefined;
  /** What the face said, where it refused. */
  readonly said: string;
}

/** How a place is reached on both faces, and where what was meant can be seen in the request that follows. */
interface Way {
  readonly mcp: (given: string | number) => readonly [tool: string, args: Readonly<Record<string, unknown>>];
  readonly n8n: (given: string | number) => Readonly<Record<string, unknown>>;
  readonly sent: (request: RecordedRequest) => unknown;
}

type Json = Readonly<Record<string, unknown>>;

const inBody =
  (envelope: string, field: string): Way['sent'] =>
  ({ method, body }) =>
    method === 'PATCH' ? [(body as Partial<Record<string, Json>>)[envelope]?.[field]].flat()[0] : undefined;

const inQuery =
  (condition: string): Way['sent'] =>
  ({ path, query }) =>
    path.endsWith('/tickets') ? new URLSearchParams(query).get(`q[${condition}]`) : undefined;

const inPath =
  (collection: string): Way['sent'] =>
  ({ path }) =>
    new RegExp(`/${collection}/(\\d+)$`).exec(path)?.[1];

const ofTicket = (argument: string, parameter: string, field: string): Way => ({
  mcp: (given) => ['update_ticket', { ticket_number: 2, [argument]: argument === 'tags' ? [given] : given }],
  n8n: (given) => ({
    resource: 'ticket',
    operation: 'update',
    ticketNumber: byId(2),
    updateFields: { [parameter]: argument === 'tags' ? [given] : byId(given) },
  }),
  sent: inBody('ticket', field),
});

const ofCi = (argument: string, parameter: string, field: string): Way => ({
  mcp: (given) => ['update_ci', { ci_number: 1, [argument]: argument === 'users' ? [given] : given }],
  n8n: (given) => ({
    resource: 'ci',
    operation: 'update',
    ciNumber: byId(1),
    updateFields: { [parameter]: argument === 'users' ? [given] : byId(given) },
  }),
  sent: inBody('ci', field),
});

const ofFilter = (argument: string, attribute: string): Way => ({
  mcp: (given) => ['search_tickets', { [argument]: given, limit: 1 }],
  n8n: (given) => ({
    resource: 'ticket',
    operation: 'getAll',
    limit: 1,
    filters: { conditions: [{ field: attribute, predicate: 'eq', value: given }] },
  }),
  sent: inQuery(`${attribute}_eq`),
});

const ofPath = (tool: string, argument: string, resource: string, parameter: string, collection: string): Way => ({
  mcp: (given) => [tool, { [argument]: given }],
  n8n: (given) => ({ resource, operation: 'get', [parameter]: byId(given), ifNothingFound: 'fail' }),
  sent: inPath(collection),
});

const ways: Readonly<Record<Place, Way>> = {
  requester: ofTicket('requester', 'requesterId', 'requester_id'),
  agent: ofTicket('agent', 'agentId', 'agent_id'),
  type: ofTicket('type', 'typeId', 'type_id'),
  priority: ofTicket('priority', 'priorityId', 'priority_id'),
  category: ofTicket('category', 'categoryId', 'category_id'),
  team: ofTicket('team', 'teamId', 'team_id'),
  tags: ofTicket('tags', 'tagIds', 'tag_ids'),
  ciType: ofCi('type', 'typeId', 'type_id'),
  location: ofCi('location', 'locationId', 'location_id'),
  manufacturer: ofCi('manufacturer', 'manufacturerId', 'manufacturer_id'),
  ciUsers: ofCi('users', 'userIds', 'user_ids'),
  group: {
    mcp: (given) => ['update_user', { user_number: 3, group: given }],
    n8n: (given) => ({
      resource: 'user',
      operation: 'update',
      userNumber: byId(3),
      updateFields: { groupId: byId(given) },
    }),
    sent: inBody('user', 'group_id'),
  },
  savedSearch: {
    mcp: (given) => ['run_saved_search', { search: given }],
    n8n: (given) => ({ resource: 'savedSearch', operation: 'run', searchId: byId(given) }),
    sent: inPath('searches'),
  },
  agentFilter: ofFilter('agent', 'agent_id'),
  typeFilter: ofFilter('type', 'type_id'),
  requesterFilter: ofFilter('requester', 'requester_id'),
  userNumber: ofPath('get_user', 'user_number', 'user', 'userNumber', 'users'),
  ciNumber: ofPath('get_ci', 'ci_number', 'ci', 'ciNumber', 'cis'),
  ticketNumber: ofPath('get_ticket', 'ticket_number', 'ticket', 'ticketNumber', 'tickets'),
};

function findSent({ sent }: Way, requests: readonly RecordedRequest[]): number | undefined {
  const found = requests.map(sent).find((value) => value != null);
  return found === undefined ? undefined : Number(found);
}

/** Says the words to the assistant's tools. */
export async function askServer(host: Host, desk: Desk, place: Place, given: string | number): Promise<Outcome> {
  const { result, requests } = await recordSent(desk.sandbox, () => host.call(...ways[place].mcp(given)));
  return { sent: findSent(ways[place], requests), said: result.isError ? result.text : '' };
}

/** Says the words to the workflow's node. */
export async function askNode(desk: Desk, place: Place, given: string | number): Promise<Outcome> {
  const run = await desk.run(ways[place].n8n(given));
  return { sent: findSent(ways[place], run.requests), said: run.node.error?.message ?? '' };
}
