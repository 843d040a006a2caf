import { getOperation, type OperationId } from '../operations/index.js';
import type { Row } from '../values/json.js';
import type { NameReader } from './reader.js';
import { describeProblem } from './problem.js';
import { resolveInput, type ResolveOptions } from './resolveInput.js';

const lists: Readonly<Record<string, readonly Row[]>> = {
  ticket_types: [{ id: 18, name: 'Incident' }],
  helpdesk_priorities: [{ id: 983, name: 'High' }],
  tags: [
    { id: 1, name: 'vip', owner_class: 'ticket' },
    { id: 2, name: 'vip', owner_class: 'ci' },
    { id: 3, name: 'loan', owner_class: 'ticket' },
    { id: 4, name: 'Boss, Inc.', owner_class: 'ticket' },
  ],
  helpdesk_categories: [
    { id: 5, name: 'Hardware', parent_id: null },
    { id: 6, name: 'Printers', parent_id: 5 },
    { id: 7, name: 'Toner', parent_id: 6 },
  ],
  agents: [{ id: 47, friendly_id: 7, username: 'aldente', is_agent: true }],
  users: [{ id: 47, friendly_id: 7, username: 'aldente', is_agent: true }],
};

const reader: NameReader = {
  all: (kind) => Promise.resolve(lists[kind] ?? []),
  find: (kind) => Promise.resolve(lists[kind] ?? []),
};

const resolve = (id: OperationId, input: Record<string, unknown>, options?: ResolveOptions) =>
  resolveInput(reader, getOperation(id), input, options);

describe('names in the conditions of a search', () => {
  const query = async (q: unknown, options?: ResolveOptions) => {
    const { input, problems, resolved } = await resolve('tickets.list', { q }, options);
    return { q: input['q'], problems: problems.map(({ field, given }) => [field, given]), resolved };
  };

  it('tells what it does not know in the order in which it was asked, whichever answer comes first', async () => {
    const turns: Readonly<Record<string, number>> = { ticket_types: 3, helpdesk_categories: 2, helpdesk_priorities: 1 };
    const slow: NameReader = {
      ...reader,
      async all(kind) {
        for (let turn = turns[kind] ?? 0; turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve));
        return lists[kind] ?? [];
      },
    };
    const q = { type_id_eq: 'x', g: [{ category_id_eq: 'y', tags_id_eq: 'vip' }], priority_id_eq: 'z' };
    const { problems } = await resolveInput(slow, getOperation('tickets.list'), { q });
    expect(problems.map(({ given }) => given)).toEqual(['x', 'y', 'z']);
  });

  it.each([
    [{ type_id_eq: 'Incident' }, { type_id_eq: 18 }],
    [
      { type_id_not_eq: 'Incident', title_eq: 'Incident' },
      { type_id_not_eq: 18, title_eq: 'Incident' },
    ],
    [{ type_id_in: ['Incident', 18, '18'] }, { type_id_in: [18, 18, 18] }],
    [{ type_id_not_in: 'incident' }, { type_id_not_in: [18] }],
    // Tags of tickets, and not those of CIs.
    [{ tags_id_eq: 'VIP' }, { tags_id_eq: 1 }],
    // A list may come as a text, and hold a name with a comma.
    [{ tags_id_in: 'loan, Boss, Inc.,3' }, { tags_id_in: [3, 4, 3] }],
    [{ tags_id_in: '["Boss, Inc.", "loan"]' }, { tags_id_in: [4, 3] }],
    // None finds what there can be none of.
    [{ agent_id_eq: 'None' }, { agent_id_null: true }],
    [{ agent_id_not_eq: ' unassigned' }, { agent_id_not_null: true }],
    [{ agent_id_in: ['none', 'me'] }, { g: [{ m: 'or', agent_id_in: [47], agent_id_null: true }] }],
    [{ agent_id_not_in: 'aldente, none' }, { g: [{ agent_id_not_in: [47], agent_id_not_null: true }] }],
    [
      { agent_id_eq: 'none', agent_id_null: '0' },
      { agent_id_null: true, g: [{ agent_id_null: '0' }] },
    ],
    // The name of what has others below it means all of them, an id that one.
    [{ category_id_eq: 'Hardware' }, { category_id_in: [5, 6, 7] }],
    [{ category_id_eq: '5' }, { category_id_eq: 5 }],
    [{ category_id_eq: 5 }, { category_id_eq: 5 }],
    [{ category_id_not_eq: 'hardware' }, { category_id_not_in: [5, 6, 7] }],
    [{ category_id_in: ['Printers', 'none'] }, { g: [{ m: 'or', category_id_in: [6, 7], category_id_null: true }] }],
    [{ category_id_in: 'Toner' }, { category_id_in: [7] }],
    [{ category_id_eq_all: ['Toner'] }, { category_id_eq_all: ['Toner'] }],
    // Values that are all known.
    [{ status_eq: 'Closed ' }, { status_eq: 'closed' }],
    [{ status_eq: 'Open' }, { status_not_eq: 'closed' }],
    [{ status_not_eq: 'open' }, { status_eq: 'closed' }],
    [{ status_in: 'Incoming,assigned' }, { status_in: ['incoming', 'assigned'] }],
    [{ status_in: ['open', 'incoming'] }, { status_not_eq: 'closed' }],
    [{ status_in: ['open', 'closed'] }, { status_not_null: true }],
    [{ status_not_in: ['open', 'closed'] }, { status_null: true }],
    [{ status_start: 'Clo' }, { status_start: 'Clo' }],
    [{ status_eq: '' }, { status_eq: '' }],
    [
      { m: 'or', status_eq: 'open', g: [{ status_eq: 'OPEN' }] },
      { m: 'or', status_not_eq: 'closed', g: [{ status_not_eq: 'closed' }] },
    ],
    [{ agent_id_eq: 'me' }, { agent_id_eq: 47 }],
    // Other comparisons are not with a whole id, and several attributes not with one kind of record.
    [{ type_id_gt: 'Incident' }, { type_id_gt: 'Incident' }],
    [{ type_id_null: 'true' }, { type_id_null: 'true' }],
    [{ type_id_or_priority_id_eq: 'High' }, { type_id_or_priority_id_eq: 'High' }],
    [{ colour_id_eq: 'High' }, { colour_id_eq: 'High' }],
    [
      { s: 'id desc', m: 'or' },
      { s: 'id desc', m: 'or' },
    ],
    [{ g: [{ type_id_eq: 'Incident' }, 'x'] }, { g: [{ type_id_eq: 18 }, 'x'] }],
    [{ g: { 0: { g: [{ priority_id_eq: 'High' }] } } }, { g: [{ g: [{ priority_id_eq: 983 }] }] }],
    [{ g: 'x' }, { g: 'x' }],
    [{ g: null }, { g: null }],
  ])('%j becomes %j', async (given, expected) => {
    expect(await query(given, { me: 'aldente' })).toMatchObject({ q: expected, problems: [] });
  });

  it.each([
    [
      { status_eq: 'Resolved' },
      'status_eq: there is no status "Resolved"; there are incoming, assigned, closed and open',
    ],
    [
      { status_in: 'closed, done' },
      'status_in: there is no status "done"; there are incoming, assigned, closed and open',
    ],
    [{ type_id_eq: 5 }, 'type_id_eq: no ticket type is called "5"'],
    [{ type_id_in: 'incident, 5' }, 'type_id_in: no ticket type is called "5"'],
    [{ agent_id_eq: 'null' }, 'agent_id_eq: no agent is called "null"'],
    // A ticket has a type.
    [{ type_id_eq: 'none' }, 'type_id_eq: no ticket type is called "none"'],
  ])('%j is refused', async (q, message) => {
    const { problems } = await resolve('tickets.list', { q });
    expect(problems.map((problem) => `${problem.field}: ${describeProblem(problem)}`)).toEqual([message]);
  });

  it('tell which condition stands for which', async () => {
    const q = { status_eq: 'open', agent_id_in: ['none', 'aldente'], type_id_eq: 'Incident' };
    expect((await resolve('tickets.list', { q })).standsFor).toEqual({
      status_not_eq: 'status_eq',
      agent_id_null: 'agent_id_in',
    });
  });

  it('are told where they lead nowhere, in groups too, and what the others meant', async () => {
    const { q, problems, resolved } = await query({
      type_id_in: ['Change', 'Incident'],
      g: [{ priority_id_eq: 'Severe' }, { agent_id_eq: 'aldente' }],
    });
    expect(problems).toEqual(
      expect.arrayContaining([
        ['type_id_in', 'Change'],
        ['priority_id_eq', 'Severe'],
      ]),
    );
    expect(problems).toHaveLength(2);
    expect(q).toEqual({ type_id_in: ['Change', 18], g: [{ priority_id_eq: 'Severe' }, { agent_id_eq: 47 }] });
    expect(resolved).toEqual({
      type_id_in: [{ id: 18, name: 'Incident' }],
      agent_id_eq: [{ id: 47, name: 'aldente', note: 'aldente' }],
    });
  });
});
