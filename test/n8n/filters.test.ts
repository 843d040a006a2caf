import { ids } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ tickets: 61 });
});
afterAll(() => desk.close());

interface Condition {
  readonly field: string;
  readonly predicate: string;
  readonly value?: unknown;
}

const find = (parameters: object, options = {}) =>
  desk.run({ resource: 'ticket', operation: 'getAll', returnAll: true, ...parameters }, options);
const where = (...conditions: Condition[]) => ({ filters: { conditions } });
const fromList = (value: number) => ({ __rl: true, mode: 'list', value: String(value) });
/** Of the first page: a page that was read ahead and given up by the run before may still arrive. */
const filterOf = ({ wire }: { wire: string[] }) =>
  (wire.find((line) => line.startsWith('GET /tickets?') && !line.includes('[id_lt]')) ?? wire[0] ?? '')
    .split('&')
    .filter((part) => part.startsWith('q[') && !part.startsWith('q[s]'));

describe('a condition in plain words', () => {
  it.each<[string, Condition, string[]]>([
    [
      'a record from the list',
      { field: 'agent_id', predicate: 'is', value: fromList(ids.aldente) },
      [`q[agent_id_eq]=${ids.aldente}`],
    ],
    ['a name', { field: 'agent_id', predicate: 'is', value: byId('Al Dente') }, [`q[agent_id_eq]=${ids.aldente}`]],
    [
      'a name by expression',
      { field: 'agent_id', predicate: 'is', value: '={{ "al  DENTE" }}' },
      [`q[agent_id_eq]=${ids.aldente}`],
    ],
    [
      'several names',
      { field: 'priority_id', predicate: 'isAnyOf', value: '={{ "High, low" }}' },
      [`q[priority_id_in][]=${ids.high}`, `q[priority_id_in][]=${ids.low}`],
    ],
    [
      'several chosen ones',
      { field: 'priority_id', predicate: 'isNoneOf', value: [ids.high, ids.low] },
      [`q[priority_id_not_in][]=${ids.high}`, `q[priority_id_not_in][]=${ids.low}`],
    ],
    ['no record', { field: 'agent_id', predicate: 'isEmpty' }, ['q[agent_id_null]=1']],
    ['a status in any case', { field: 'status', predicate: 'is', value: '={{ "CLOSED" }}' }, ['q[status_eq]=closed']],
    ['what is open', { field: 'status', predicate: 'is', value: 'open' }, ['q[status_not_eq]=closed']],
    ['a text', { field: 'title', predicate: 'startsWith', value: 'My black' }, ['q[title_start]=My black']],
    ['a number', { field: 'friendly_id', predicate: 'isAtMost', value: '#3' }, ['q[friendly_id_lteq]=3']],
    [
      'an attribute that the panel does not list',
      { field: '={{ "requester_username" }}', predicate: 'startsWith', value: 'n' },
      ['q[requester_username_start]=n'],
    ],
    [
      'field, predicate and value of a model',
      { field: '={{ "agent_id" }}', predicate: '={{ "is" }}', value: '={{ "Al Dente" }}' },
      [`q[agent_id_eq]=${ids.aldente}`],
    ],
    [
      'a suffix of Ransack by expression',
      { field: 'title', predicate: '={{ "not_cont" }}', value: 'printer' },
      ['q[title_not_cont]=printer'],
    ],
  ])('takes %s', async (_, condition, filter) => {
    const run = await find(where(condition));
    expect(run.node.error).toBeUndefined();
    expect(filterOf(run)).toEqual(filter);
  });

  it('compares days in the zone of the workflow', async () => {
    const run = await find(where({ field: 'created_at', predicate: 'on', value: '2026-11-24' }), {
      timezone: 'Europe/Berlin',
    });
    expect(filterOf(run)).toEqual([
      'q[created_at_gteq]=2026-11-23T23:00:00.000Z',
      'q[created_at_lt]=2026-11-24T23:00:00.000Z',
    ]);
  });

  it('counts the last days from midnight of the workflow', async () => {
    const run = await find(where({ field: 'created_at', predicate: 'inTheLast', value: 2 }), { timezone: 'UTC' });
    const midnight = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    expect(filterOf(run)).toEqual([`q[created_at_gteq]=${midnight}T00:00:00.000Z`]);
  });

  it('asks users by a switch', async () => {
    const run = await desk.run({
      resource: 'user',
      operation: 'getAll',
      ...where({ field: 'is_agent', predicate: 'is', value: false }),
    });
    expect(filterOf(run)).toEqual(['q[is_agent_false]=1']);
    expect(new Set(run.json.map(({ is_agent }) => is_agent))).toEqual(new Set([false]));
  });

  it.each<[string, Condition, RegExp]>([
    [
      'a text in an id',
      { field: 'agent_id', predicate: '={{ "cont" }}', value: 'Al' },
      /^Filters: "cont" makes no sense for Agent; choose Is, Is Not, Is Any Of, Is None Of, Is Empty or Is Not Empty/,
    ],
    [
      'a beginning of a time',
      { field: 'created_at', predicate: '={{ "start" }}', value: '2026' },
      /^Filters: "start" makes no sense for Created At; choose Is On, Is Before/,
    ],
    [
      'a status that there is not',
      { field: 'status', predicate: 'is', value: '={{ "pending" }}' },
      /^Filters: Status Is \(status_eq\): there is no status "pending"; there are incoming, assigned, closed and open/,
    ],
    [
      'an empty name',
      { field: 'agent_id', predicate: 'is', value: byId('={{ $json.nobody }}') },
      /^Filters: Agent Is has no value, and would let every record pass; to find those without one, choose Is Empty/,
    ],
    ['no whole days', { field: 'due_at', predicate: 'inTheLast', value: '={{ "a week" }}' }, /takes a whole number/],
  ])('is refused before a request: %s', async (_, condition, message) => {
    const run = await find(where(condition));
    expect(() => run.json).toThrow(message);
    expect(run.wire).toEqual([]);
  });

  it('names two people of one name', async () => {
    const twin = { first_name: 'Al', last_name: 'Dente', username: 'al.dente.2' };
    const { friendly_id } = await desk.client.users.create(twin);
    const run = await find(where({ field: 'requester_id', predicate: 'is', value: byId('Al Dente') }));
    desk.sandbox.reset();
    expect(friendly_id).toEqual(expect.any(Number));
    expect(() => run.json).toThrow(
      /^Filters: Requester Is \(requester_id_eq\): more than one user is called "Al Dente"; give the id of one; called so: Al Dente \(ID \d+, .*\), Al Dente \(ID \d+/,
    );
  });
});

describe('Match', () => {
  const either = where(
    { field: 'friendly_id', predicate: 'is', value: '1' },
    { field: 'friendly_id', predicate: 'is', value: '3' },
  );
  const numbers = async (parameters: object) => (await find(parameters)).json.map(({ friendly_id }) => friendly_id);

  it('asks for all conditions unless said otherwise', async () => {
    expect(await numbers(either)).toEqual([]);
  });

  it('asks for any of them, beside a search and a raw query that must hold', async () => {
    expect(await numbers({ ...either, match: 'any' })).toEqual([3, 1]);
    expect(await numbers({ ...either, match: 'any', rawQuery: 'q[friendly_id_lt]=3' })).toEqual([1]);
    expect(await numbers({ ...either, match: 'any', searchText: 'printer' })).toEqual([1]);
  });

  it('takes names and nobody among the conditions', async () => {
    const run = await find({
      ...where(
        { field: 'agent_id', predicate: 'isAnyOf', value: '={{ "none, Al Dente" }}' },
        { field: 'priority_id', predicate: 'is', value: byId('Urgent') },
      ),
      match: 'any',
      simplify: false,
    });
    const wanted = (ticket: Record<string, unknown>) =>
      ticket['agent'] === null ||
      (ticket['agent'] as { id: number }).id === ids.aldente ||
      (ticket['priority'] as { name: string }).name === 'Urgent';
    const all = await desk.run({ resource: 'ticket', operation: 'getAll', returnAll: true, simplify: false });
    expect(run.json).toEqual(all.json.filter(wanted));
    expect(run.json.length).toBeGreaterThan(2);
    expect(run.json.length).toBeLessThan(all.json.length);
  });

  it('is refused where it is neither', async () => {
    const run = await find({ ...either, match: '={{ "some" }}' });
    expect(() => run.json).toThrow('Match takes all or any, not "some"');
  });
});

describe('Search Text', () => {
  it.each([
    ['ticket', 'printer', 'title'],
    ['user', 'Foley, Axel', 'username'],
    ['ci', 'BOSS-1000', 'name'],
  ])('finds a %s', async (resource, searchText, shown) => {
    const run = await desk.run({ resource, operation: 'getAll', searchText, returnAll: true });
    expect(run.json.length).toBeGreaterThan(0);
    const all = await desk.run({ resource, operation: 'getAll', returnAll: true });
    expect(run.json.length).toBeLessThan(all.json.length);
    expect(run.json[0]?.[shown]).toEqual(expect.any(String));
  });

  it('finds a CI by its serial number and its control number', async () => {
    for (const field of ['serial_number', 'control_number'] as const) {
      await desk.client.cis.update({ friendly_id: 2, [field]: `${field}-4711` });
      const run = await desk.run({ resource: 'ci', operation: 'getAll', searchText: `${field}-4711` });
      expect(run.json).toMatchObject([{ friendly_id: 2 }]);
    }
  });

  it('finds all where a model leaves it blank, and is refused where an expression gives nothing', async () => {
    expect((await find({ searchText: '', returnAll: false, limit: 3 })).json).toHaveLength(3);
    const run = await find({ searchText: '={{ $json.none }}' });
    expect(() => run.json).toThrow(/^Search Text is empty/);
    expect(run.wire).toEqual([]);
  });

  it('searches groups and manufacturers too', async () => {
    const run = await desk.run({ resource: 'reference', operation: 'getAll', list: 'groups', searchText: 'Manag' });
    expect(run.json).toMatchObject([{ name: 'Managers' }]);
  });
});
