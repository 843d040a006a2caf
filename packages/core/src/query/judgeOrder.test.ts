import { judgeOrder, type OrderVerdict } from './judgeOrder.js';

const verdicts = (values: readonly unknown[], sort = 'x asc') =>
  judgeOrder(
    values.map((x, id) => (x === undefined ? { id } : { id, x })),
    [sort],
  )[0]?.verdict;

describe('judgeOrder', () => {
  it.each<[OrderVerdict, string, unknown[]]>([
    ['equal', 'x asc', []],
    ['equal', 'x asc', [5]],
    ['equal', 'x asc', ['a', 'A', 'ä']],
    ['holds', 'x asc', [1, 2, 2, 10]],
    ['holds', 'x desc', [10, 2, 2, 1]],
    ['contradicts', 'x asc', [10, 9]],
    ['contradicts', 'x desc', [1, 2]],
    ['holds', 'x asc', [false, true]],
    ['contradicts', 'x asc', [true, false]],
    ['holds', 'x asc', ['2026-01-01T00:00:00Z', '2026-01-01T01:00:00+00:30']],
    ['contradicts', 'x asc', ['2026-01-01T00:00:01Z', '2026-01-01T00:00:00.5Z']],
    ['holds', 'x asc', [null, 1, 2]],
    ['holds', 'x asc', [1, 2, null, null]],
    ['contradicts', 'x asc', [1, null, 2]],
    ['contradicts', 'x asc', [null, 2, 1]],
    ['holds', 'x asc', ['Alpha', 'beta', 'Gamma']],
    ['holds', 'x asc', ['Gamma', 'alpha']],
    ['holds', 'x asc', ['a b', 'a-a']],
    ['unlike', 'x asc', ['incoming', 'assigned', 'closed']],
    ['contradicts', 'x asc', ['open', 'closed', 'open']],
    ['hidden', 'x asc', [1, undefined]],
    ['hidden', 'y asc', [1, 2]],
  ])('%s: %s of %j', (verdict, sort, values) => {
    expect(verdicts(values, sort)).toBe(verdict);
  });

  it('goes by further sorts where rows tie', () => {
    const rows = [
      { status: 'a', id: 5 },
      { status: 'a', id: 4 },
      { status: 'b', id: 9 },
      { status: 'b', id: 1 },
    ];
    const of = (...sorts: string[]) => judgeOrder(rows, sorts).map(({ verdict }) => verdict);
    expect(of('status asc', 'id desc')).toEqual(['holds', 'holds']);
    expect(of('status asc', 'id asc')).toEqual(['holds', 'contradicts']);
  });

  it('does not take times that look equal for a tie', () => {
    const rows = [
      { at: '2026-01-01T00:00:00.001Z', id: 1 },
      { at: '2026-01-01T00:00:00.001Z', id: 2 },
    ];
    expect(judgeOrder(rows, ['at asc', 'id desc']).map(({ verdict }) => verdict)).toEqual(['equal', 'equal']);
  });

  it('tells the rows between which the order breaks', () => {
    const [before, after] = [{ x: 2 }, { x: 1 }];
    expect(judgeOrder([before, after], ['x asc'])[0]?.evidence).toEqual([before, after]);
  });
});
