import { readQueryTimes } from './readTimes.js';

const now = Date.parse('2026-05-26T02:00:00Z');
const START = '2026-05-25T04:00:00.000Z';
const END = '2026-05-26T04:00:00.000Z';
const EARLIER = '2026-05-24T04:00:00.000Z';

const readClock = jest.fn(() => ({ zone: 'America/New_York', now }));
const read = async (query: Record<string, unknown>) => (await readQueryTimes('tickets', query, readClock)).query;

beforeEach(() => readClock.mockClear());

describe('a day', () => {
  it.each([
    ['updated_at_gteq', { updated_at_gteq: START }],
    ['updated_at_gt', { updated_at_gteq: END }],
    ['updated_at_lteq', { updated_at_lt: END }],
    ['updated_at_lt', { updated_at_lt: START }],
    ['updated_at_eq', { updated_at_gteq: START, updated_at_lt: END }],
    ['updated_at_not_eq', { g: [{ m: 'or', updated_at_lt: START, updated_at_gteq: END }] }],
    ['created_at_or_updated_at_lteq', { created_at_or_updated_at_lt: END }],
    [
      'created_at_or_updated_at_eq',
      {
        g: [
          {
            m: 'or',
            g: [
              { created_at_gteq: START, created_at_lt: END },
              { updated_at_gteq: START, updated_at_lt: END },
            ],
          },
        ],
      },
    ],
  ])('%s is a span of moments', async (condition, expected) => {
    expect(await read({ [condition]: '2026-05-25' })).toEqual(expected);
    expect(await read({ [condition]: 'today' })).toEqual(expected);
  });

  const days = [
    { updated_at_gteq: START, updated_at_lt: END },
    { updated_at_gteq: EARLIER, updated_at_lt: START },
  ];
  const others = [
    { m: 'or', updated_at_lt: START, updated_at_gteq: END },
    { m: 'or', updated_at_lt: EARLIER, updated_at_gteq: START },
  ];
  it.each([
    ['updated_at_in', 'or', days],
    ['updated_at_eq_any', 'or', days],
    ['updated_at_eq_all', 'and', days],
    ['updated_at_not_in', 'and', others],
    ['updated_at_not_eq_all', 'and', others],
    ['updated_at_not_eq_any', 'or', others],
    ['updated_at_lteq_any', 'or', [{ updated_at_lt: END }, { updated_at_lt: START }]],
  ])('%s several', async (condition, m, g) => {
    expect(await read({ [condition]: ['today', 'yesterday'] })).toEqual({ g: [{ m, g }] });
  });

  it.each(['today, 2026-05-24', '["2026-05-25","yesterday"]'])('of a list that comes as the text %s', async (list) => {
    expect(await read({ updated_at_in: list })).toEqual({ g: [{ m: 'or', g: days }] });
  });

  it('beside a moment', async () => {
    expect(await read({ updated_at_in: ['2026-05-25', '2026-05-20 12:00'] })).toEqual({
      g: [{ m: 'or', g: [days[0], { updated_at_eq: '2026-05-20T16:00:00.000Z' }] }],
    });
  });

  it('takes no other condition’s place', async () => {
    expect(await read({ updated_at_lt: '2026-06-01T00:00:00Z', updated_at_eq: 'today' })).toEqual({
      updated_at_lt: '2026-06-01T00:00:00Z',
      g: [days[0]],
    });
    expect(await read({ updated_at_lteq: 'today', updated_at_lt: 'yesterday' })).toEqual({
      updated_at_lt: END,
      g: [{ updated_at_lt: EARLIER }],
    });
  });

  it('stays one of several that may hold', async () => {
    expect(await read({ m: 'or', status_eq: 'closed', updated_at_eq: 'today', updated_at_lteq: '-2d' })).toEqual({
      m: 'or',
      status_eq: 'closed',
      updated_at_lt: EARLIER,
      g: [days[0]],
    });
  });

  it('is read in groups, however they are written', async () => {
    const group = { m: 'or', status_eq: 'closed', updated_at_gt: 'yesterday' };
    const expected = { s: 'id desc', g: [{ m: 'or', status_eq: 'closed', updated_at_gteq: START }] };
    expect(await read({ s: 'id desc', g: [group] })).toEqual(expected);
    expect(await read({ s: 'id desc', g: { 0: group } })).toEqual(expected);
  });
});

describe('a time', () => {
  it.each([
    ['updated_at_gt', '2026-05-25 15:00', '2026-05-25T19:00:00.000Z'],
    ['tasks_due_at_lteq', '2026-05-25T15:00:30', '2026-05-25T19:00:30.000Z'],
    ['updated_at_eq', '2026-03-08 02:30', '2026-03-08T07:30:00.000Z'],
  ])('%s %s is of the clock’s zone', async (condition, given, moment) => {
    expect(await read({ [condition]: given })).toEqual({ [condition]: moment });
    expect(await read({ [`${condition}_any`]: [given] })).toEqual({ [`${condition}_any`]: [moment] });
  });

  it('that bears a zone needs no clock', async () => {
    const query = { updated_at_gteq: '2026-05-25T15:00:00+02:00', created_at_in: ['2026-05-25 15:00Z'] };
    expect(await read(query)).toEqual(query);
    expect(readClock).not.toHaveBeenCalled();
  });
});

describe('a column of days', () => {
  it('is compared with days', async () => {
    expect(await read({ bought_on_lteq: 'today', bought_on_in: ['-1d', '2026-05-01T08:00:00Z'] })).toEqual({
      bought_on_lteq: '2026-05-25',
      bought_on_in: ['2026-05-24', '2026-05-01'],
    });
  });
});

describe('what stays as it is', () => {
  it.each([
    ['texts that look like days', { title_eq: '2026-05-25', status_in: ['today'] }],
    ['what is no time', { updated_at_gteq: 'some week' }],
    ['a list of which one is no time', { updated_at_in: ['today', 'soon'] }],
    ['a list where one value is asked for', { updated_at_gteq: ['today'] }],
    ['a comparison of texts', { updated_at_start: '2026-05-25' }],
    ['a yes or no', { closed_at_null: true }],
    ['attributes of two kinds', { title_or_updated_at_eq: '2026-05-25' }],
    ['sorts', { s: ['updated_at desc'], m: 'and' }],
    ['groups that are none', { g: 'x', updated_at_gteq: 'today' }],
    ['a group that is none', { g: ['x'] }],
  ])('%s', async (_, query) => {
    expect(await read(query)).toEqual(query);
    expect(readClock).not.toHaveBeenCalled();
  });
});

it('tells which condition each stands for', async () => {
  const query = { updated_at_lteq: 'today', g: [{ created_at_eq: 'today' }], due_at_gteq: '2026-05-25 08:00' };
  expect((await readQueryTimes('tickets', query, readClock)).renamed).toEqual({
    updated_at_lt: 'updated_at_lteq',
    created_at_gteq: 'created_at_eq',
    created_at_lt: 'created_at_eq',
    due_at_gteq: 'due_at_gteq',
  });
  expect((await readQueryTimes('tickets', { due_at_not_eq: 'today' }, readClock)).renamed).toEqual({
    due_at_lt: 'due_at_not_eq',
    due_at_gteq: 'due_at_not_eq',
    g: 'due_at_not_eq',
  });
});
