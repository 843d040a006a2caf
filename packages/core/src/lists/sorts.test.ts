import { createClient } from '../client.js';
import type { Row } from '../values/json.js';
import { orderOf } from './sorts.js';

describe('orderOf', () => {
  it.each([
    ['tickets', [], ['id desc'], 'desc'],
    ['my_tickets', [], ['id desc'], 'desc'],
    ['cis', [], ['id asc'], 'asc'],
    ['users', [], ['id asc'], 'asc'],
    ['tickets', ['id asc'], ['id asc'], 'asc'],
    ['tickets', ['id desc', 'title asc'], ['id desc', 'title asc'], 'desc'],
    ['tickets', ['status asc'], ['status asc', 'id asc'], undefined],
    ['tickets', ['due_at desc', 'title asc'], ['due_at desc', 'title asc', 'id desc'], undefined],
    ['tickets', ['status asc', 'id desc'], ['status asc', 'id desc'], undefined],
    ['tickets', ['priority desc'], ['priority_level desc', 'id desc'], undefined],
    ['tickets', ['type asc', 'agent asc'], ['type_name asc', 'agent_first_name asc', 'id asc'], undefined],
    ['cis', ['location desc'], ['location_name desc', 'id desc'], undefined],
    ['tickets', ['tags asc'], ['tags asc', 'id asc'], undefined],
  ] as const)('of %s by %j is total: %j', (kind, given, sorts, byId) => {
    expect(orderOf(kind, given)).toMatchObject({ sorts, byId });
  });
});

/** A desk that gives its rows as they are, whatever the sort; `knows` some attributes. */
function createDesk(rows: readonly Row[], knows: readonly string[] = []) {
  const queries: string[] = [];
  const remarks: unknown[] = [];
  const client = createClient({
    baseUrl: 'acme',
    sleep: () => Promise.resolve(),
    transport: ({ url }) => {
      const query = decodeURIComponent(new URL(url).search);
      queries.push(query);
      const probed = /q\[(\w+)_not_null\]/.exec(query)?.[1];
      const answer = probed === undefined ? rows : knows.includes(probed) ? [] : rows;
      return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(answer) });
    },
  });
  const list = (s: string, per_page = 30) =>
    client.tickets.list({ q: { s }, per_page }, { onRemark: (remark) => remarks.push(remark) });
  return { list, queries, remarks };
}

describe('a sort', () => {
  const rows = [
    { id: 3, friendly_id: 3, title: 'b', due_at: '2026-01-02T00:00:00Z' },
    { id: 2, friendly_id: 2, title: 'a', due_at: '2026-01-03T00:00:00Z' },
  ];

  it('that rows contradict was ignored', async () => {
    await expect(createDesk(rows).list('due_at desc')).rejects.toMatchObject({
      name: 'SortIgnoredError',
      sort: 'due_at desc',
      filter: 's',
      message: 'BOSSDesk ignored the sort due_at desc: number 3 stands before number 2 in the answer',
      hint: expect.stringContaining('due_at'),
    });
  });

  it('that rows show needs no question', async () => {
    const { list, queries } = createDesk(rows);
    expect(await list('title desc')).toHaveLength(2);
    expect(queries).toHaveLength(1);
  });

  it('that rows do not show is asked for once', async () => {
    const known = createDesk(rows, ['updated_at']);
    await known.list('updated_at desc');
    await known.list('updated_at asc');
    expect(known.queries).toHaveLength(3);
    await expect(createDesk(rows).list('updated desc')).rejects.toMatchObject({
      message: 'BOSSDesk ignored the sort updated desc: it answers records even for "updated is null and not null"',
    });
  });

  it('by an unknown attribute is noticed by a single row, where more may follow', async () => {
    const [row = {}] = rows;
    await expect(createDesk([row]).list('updated desc', 1)).rejects.toMatchObject({ name: 'SortIgnoredError' });
    expect(await createDesk([row]).list('updated desc', 2)).toEqual([row]);
    // A value that is shown proves nothing either, where no other is beside it.
    await expect(createDesk([row]).list('title desc', 1)).rejects.toMatchObject({ name: 'SortIgnoredError' });
    expect(await createDesk([row], ['title']).list('title desc', 1)).toEqual([row]);
  });

  it('of texts in an order of the account’s own is unproved', async () => {
    const own = createDesk(rows, ['title']);
    await own.list('title asc');
    expect(own.remarks).toEqual([{ about: 'sortUnproved', sort: 'title asc' }]);
    await expect(createDesk(rows).list('title asc')).rejects.toMatchObject({ name: 'SortIgnoredError' });
  });

  it('by id that somebody asked for must hold; one that was added is remarked on', async () => {
    await expect(createDesk(rows).list('id asc')).rejects.toMatchObject({ name: 'SortIgnoredError' });
    const tied = createDesk([
      { id: 1, status: 'open' },
      { id: 2, status: 'open' },
    ]);
    await tied.list('status desc');
    expect(tied.remarks).toEqual([{ about: 'tiesUnordered' }]);
  });
});
