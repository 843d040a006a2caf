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

describe('Return All', () => {
  const upTo = (last: number) => ({ returnAll: true, filters: where('friendly_id', 'lteq', last) });

  it.each([
    { rows: 0, pages: [1] },
    { rows: 1, pages: [1] },
    // Behind a full page two are asked for at once, behind these four; what is given up may arrive or not.
    { rows: 30, pages: [2, 3] },
    { rows: 31, pages: [2, 3] },
    { rows: 60, pages: [3, 4, 5, 6] },
    { rows: 61, pages: [3, 4, 5, 6] },
  ])('gives $rows of $rows rows in $pages pages', async ({ rows, pages }) => {
    const own = await openDesk({ tickets: 61 });
    const run = await own.run({ resource: 'ticket', operation: 'getAll', ...upTo(rows) });
    await own.close();
    expect(new Set(numbers(run)).size).toBe(rows);
    expect(run.json).toHaveLength(rows);
    expect(pages).toContain(run.wire.length);
  });
});

describe('Limit', () => {
  it('is exact across pages', async () => {
    const run = await getTickets({ limit: 31 });
    expect(run.json).toHaveLength(31);
    expect(run.wire).toEqual([
      'GET /tickets?page=1&per_page=30&q[s]=id desc',
      'GET /tickets?page=1&per_page=30&q[id_lt]=185032&q[s]=id desc',
    ]);
  });

  it('is 50 unless said otherwise, also where a model leaves it blank', async () => {
    expect((await getTickets({})).json).toHaveLength(50);
    expect((await getTickets({ limit: '={{ "" }}' })).json).toHaveLength(50);
  });

  it('cuts lists that the API answers whole', async () => {
    const run = await desk.run({ resource: 'reference', operation: 'getAll', list: 'tags', limit: 3 });
    expect(run.json).toHaveLength(3);
  });

  it('refuses numbers below 1 before a request', async () => {
    const run = await getTickets({ limit: 0 });
    expect(() => run.json).toThrow('Limit takes a whole number from 1, not 0');
    expect(run.wire).toEqual([]);
  });
});

describe('Filters', () => {
  it('split lists at commas and take yes/no predicates without a value', async () => {
    const conditions = [
      { field: 'friendly_id', predicate: 'in', value: '1, 2,3' },
      { field: 'agent_id', predicate: 'null', value: '' },
    ];
    const run = await getTickets({ filters: { conditions } });
    expect(run.wire[0]).toContain(
      'q[friendly_id_in][]=1&q[friendly_id_in][]=2&q[friendly_id_in][]=3&q[agent_id_null]=1',
    );
    expect(numbers(run)).toEqual([2]);
  });

  it('hold all, the same one twice included', async () => {
    const conditions = [
      { field: 'title', predicate: 'cont', value: 'printer' },
      { field: 'title', predicate: 'cont', value: 'colours' },
    ];
    expect(numbers(await getTickets({ filters: { conditions } }))).toEqual([1]);
  });

  it('take arrays out of expressions', async () => {
    expect(numbers(await getTickets({ filters: where('friendly_id', 'in', '={{ [2, 4] }}') }))).toEqual([4, 2]);
  });

  it('go together with a raw query, which sorts too', async () => {
    const run = await getTickets({
      filters: where('friendly_id', 'lteq', '4'),
      rawQuery: 'q[agent_id_not_null]=1&q[s]=id desc',
    });
    expect(numbers(run)).toEqual([4, 3, 1]);
  });

  it('hold beside a raw query that asks for any of its conditions', async () => {
    const run = await getTickets({
      filters: where('friendly_id', 'lteq', '2'),
      rawQuery: 'q[m]=or&q[friendly_id_eq]=2&q[friendly_id_eq_any][]=3',
    });
    expect(numbers(run)).toEqual([2]);
  });

  it('that the server does not know stop the node, naming the parameter', async () => {
    const run = await getTickets({ filters: where('priorty_id', 'eq', '12003') });
    expect(() => run.json).toThrow(/^Filters: BOSSDesk ignored the filter priorty_id_eq/);
    expect(run.node.error?.message).toContain('Check the spelling');
  });

  it('that the server does not know can be a warning', async () => {
    const run = await getTickets({
      filters: where('priorty_id', 'eq', '12003'),
      options: { onIgnoredFilter: 'warn' },
      limit: 2,
    });
    expect(run.json).toHaveLength(2);
    expect(run.node.hints.map(({ message }) => message)).toEqual([
      expect.stringContaining('ignored the filter priorty_id_eq'),
    ]);
  });

  it.each([
    ['a blank value', where('title', 'cont', ''), 'Filters: Title cont has no value'],
    [
      'a date that is none',
      where('created_at', 'gt', '07/13/2024'),
      'Filters: Created At Is After (created_at_gt): compares times',
    ],
    [
      'a value whose expression gives nothing',
      where('title', 'contains', '={{ $json.none }}'),
      'Filters: Title Contains has no value',
    ],
    [
      'a list whose expression gives nothing',
      where('status', 'isAnyOf', '={{ $json.none }}'),
      'Filters: Status Is Any Of has no value',
    ],
    ['no field', where('', 'eq', 'x'), 'Filters hold a condition without a field'],
  ])('refuse %s before a request', async (_, filters, message) => {
    const run = await getTickets({ filters });
    expect(() => run.json).toThrow(message);
    expect(run.wire).toEqual([]);
  });

  it.each([
    ['that is none', 'status=open', /^Raw Query takes conditions/],
    ['whose expression gives nothing', '={{ $json.none }}', /^Raw Query is not a text/],
  ])('refuse a raw query %s', async (_, rawQuery, message) => {
    const run = await getTickets({ rawQuery });
    expect(() => run.json).toThrow(message);
    expect(run.wire).toEqual([]);
  });

  it('take times from expressions', async () => {
    const run = await getTickets({
      filters: where('created_at', 'gt', '={{ DateTime.fromISO("2030-01-01T00:00Z") }}'),
    });
    expect(run.json).toEqual([]);
    expect(run.wire[0]).toMatch(/q\[created_at_gt\]=20(?:29|30)-/);
  });

  it('are there for the reference data that can be searched', async () => {
    const run = await desk.run({
      resource: 'reference',
      operation: 'getAll',
      list: 'groups',
      filters: where('name', 'start', 'Man'),
    });
    expect(run.json).toMatchObject([{ name: 'Managers' }]);
  });
});

describe('output', () => {
  it('shows what it was filtered or sorted by, simplified too', async () => {
    const filters = { conditions: [{ field: 'extended_status_id', predicate: 'not_null', value: '' }] };
    const [ticket] = (await getTickets({ filters, limit: 1 })).json;
    expect(ticket?.['extended_status']).toEqual(expect.any(String));
    const [named] = (await getTickets({ filters: where('requester_username', 'start', 'n'), limit: 1 })).json;
    expect(named?.['requester_username']).toMatch(/^n/);
  });

  it('is simplified to flat fields by default', async () => {
    const { json } = await getTickets({ limit: 1 });
    expect(Object.keys(json[0] ?? {})).toEqual(
      expect.arrayContaining(['friendly_id', 'title', 'requester', 'requester_id', 'priority', 'priority_id']),
    );
    expect(Object.values(json[0] ?? {}).filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
  });

  it('is the record as it came when not simplified', async () => {
    const { json } = await getTickets({ limit: 1, simplify: false });
    expect(json).toEqual(await desk.client.tickets.list({ page: 1, per_page: 1 }));
  });

  it('is the fields chosen, with what identifies the record', async () => {
    const { json } = await getTickets({ limit: 1, options: { fields: 'title, status' } });
    expect(Object.keys(json[0] ?? {})).toEqual(['id', 'friendly_id', 'title', 'status']);
  });

  it('is whole records where the list leaves fields out', async () => {
    const run = await getTickets({ limit: 2, simplify: false, options: { fetchFullRecords: true } });
    expect(run.json).toEqual([
      await desk.client.tickets.get({ friendly_id: 61 }),
      await desk.client.tickets.get({ friendly_id: 60 }),
    ]);
  });
});
