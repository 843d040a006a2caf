import { type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ tickets: 61 });
});
afterAll(() => desk.close());

const getTickets = (parameters: object) => desk.run({ resource: 'ticket', operation: 'getAll', ...parameters });
const numbers = (run: { json: Record<string, unknown>[] }) => run.json.map((item) => item['friendly_id']);
const where = (field: string, predicate: string, value: string | number) => ({
  conditions: [{ field, predicate, value }],
});

describe('Sort', () => {
  const sortBy = (field: string, direction = 'desc') => ({ sort: { rules: [{ field, direction }] } });

  it('by what BOSSDesk ignores stops the node, or is a warning', async () => {
    const run = await getTickets({ ...sortBy('updated') });
    expect(() => run.json).toThrow(/^Sort: BOSSDesk ignored the sort updated desc/);
    expect(run.node.error?.message).toContain('updated_at');
    const warned = await getTickets({ ...sortBy('updated'), options: { onIgnoredFilter: 'warn' }, limit: 2 });
    expect(warned.json).toHaveLength(2);
    expect(warned.node.hints.map(({ message }) => message)).toEqual([expect.stringContaining('ignored the sort')]);
  });

  it('goes before that of a raw query, which is kept', async () => {
    const run = await getTickets({ ...sortBy('status', 'asc'), rawQuery: 'q[s]=title desc', limit: 2 });
    expect(run.wire[0]).toContain('q[s][]=status asc&q[s][]=title desc&q[s][]=id asc');
  });

  it('by priority goes by its level', async () => {
    const { json } = await getTickets({ ...sortBy('priority'), limit: 3 });
    expect(new Set(json.map((item) => item['priority']))).toEqual(new Set(['Urgent']));
  });

  it('is the newest first where none is asked for', async () => {
    expect(numbers(await getTickets({ limit: 3 }))).toEqual([61, 60, 59]);
  });
});

describe('hints', () => {
  const neverInventoried = { field: 'inventory_updated_at', predicate: 'lt', value: '2026-04-01' };
  const getCis = (parameters: object, items?: readonly object[]) =>
    desk.run({ resource: 'ci', operation: 'getAll', returnAll: true, ...parameters }, items && { items });

  it('tell of records without a value, once for all items, and how to include them', async () => {
    const run = await getCis({ filters: { conditions: [neverInventoried] } }, [{}, {}]);
    expect(run.node.hints).toMatchObject([{ type: 'info', location: 'outputPane' }]);
    const [hint] = run.node.hints.map(({ message }) => message);
    expect(hint).toContain('inventory_updated_at_lt leaves out records that have no inventory_updated_at');
    const rawQuery = /the raw query (q\S+)$/.exec(hint ?? '')?.[1] ?? '';
    const including = await getCis({ rawQuery });
    expect(including.json.length).toBeGreaterThan(run.json.length / 2);
    expect(including.node.hints).toEqual([]);
  });
});

describe('a filter', () => {
  it('given twice in a raw query loses nothing', async () => {
    const run = await getTickets({ rawQuery: 'q[friendly_id_in]=3&q[friendly_id_in][]=4&q[g][0][title_not_eq]=x' });
    expect(numbers(run)).toEqual([4, 3]);
  });

  it('goes together with groups of a raw query', async () => {
    const run = await getTickets({
      filters: where('friendly_id', 'lteq', '4'),
      rawQuery: 'q[g][0][m]=or&q[g][0][friendly_id_eq]=3&q[g][0][friendly_id_gt]=50',
    });
    expect(numbers(run)).toEqual([3]);
  });

  it('is refused for a list that cannot be filtered', async () => {
    const run = await desk.run({
      resource: 'reference',
      operation: 'getAll',
      list: '={{ "tags" }}',
      filters: where('name', 'start', 'v'),
    });
    expect(() => run.json).toThrow('BOSSDesk does not filter or sort tags');
    expect(run.wire).toEqual([]);
  });

  it('through a to-many association gives each record once, up to the limit', async () => {
    const run = await getTickets({ filters: where('tags_name', 'cont', 'o'), returnAll: true });
    expect(new Set(numbers(run)).size).toBe(run.json.length);
    const ten = await getTickets({ filters: where('tags_name', 'cont', 'o'), limit: 10 });
    expect(numbers(ten)).toEqual(numbers(run).slice(0, 10));
  });
});
