import { combineQueries } from './combine.js';
import type { RansackQuery } from './conditions.js';

describe('combineQueries', () => {
  it.each<[string, RansackQuery, RansackQuery, RansackQuery]>([
    ['nothing', {}, {}, {}],
    ['one alone', { a_eq: 1 }, {}, { a_eq: 1 }],
    ['the other alone', {}, { a_eq: 1, m: 'or' }, { a_eq: 1, m: 'or' }],
    ['conditions side by side', { a_eq: 1 }, { b_eq: 2 }, { a_eq: 1, b_eq: 2 }],
    ['the same condition twice', { a_eq: 1, b_eq: 2 }, { a_eq: 3 }, { a_eq: 1, b_eq: 2, g: [{ a_eq: 3 }] }],
    ['groups of both', { g: [{ a_eq: 1 }] }, { g: [{ b_eq: 2 }] }, { g: [{ a_eq: 1 }, { b_eq: 2 }] }],
    ['a group beside conditions', { a_eq: 1 }, { b_eq: 2, g: [{ c_eq: 3 }] }, { a_eq: 1, b_eq: 2, g: [{ c_eq: 3 }] }],
    ['an "or" of the first', { m: 'or', a_eq: 1 }, { b_eq: 2 }, { b_eq: 2, g: [{ m: 'or', a_eq: 1 }] }],
    ['an "or" of the second', { a_eq: 1 }, { m: 'or', b_eq: 2 }, { a_eq: 1, g: [{ m: 'or', b_eq: 2 }] }],
    [
      'an "or" of each',
      { m: 'or', a_eq: 1 },
      { m: 'or', b_eq: 2 },
      {
        g: [
          { m: 'or', a_eq: 1 },
          { m: 'or', b_eq: 2 },
        ],
      },
    ],
    ['an "and" that says so', { m: 'and', a_eq: 1 }, { b_eq: 2 }, { b_eq: 2, g: [{ m: 'and', a_eq: 1 }] }],
    [
      'a group of the second and an "or"',
      { g: [{ a_eq: 1 }] },
      { m: 'or', b_eq: 2 },
      { g: [{ a_eq: 1 }, { m: 'or', b_eq: 2 }] },
    ],
    ['a sort of one', { a_eq: 1, s: 'id desc' }, { b_eq: 2 }, { a_eq: 1, b_eq: 2, s: 'id desc' }],
    ['a sort of the other', { a_eq: 1 }, { s: 'id' }, { a_eq: 1, s: 'id' }],
    ['sorts of both, the first one’s first', { s: 'a' }, { s: ['b', 'c'] }, { s: ['a', 'b', 'c'] }],
    [
      'an "or" beside a sort',
      { m: 'or', a_eq: 1, s: 'a' },
      { b_eq: 2 },
      { b_eq: 2, g: [{ m: 'or', a_eq: 1 }], s: 'a' },
    ],
  ])('joins %s', (_, one, other, combined) => {
    expect(combineQueries(one, other)).toEqual(combined);
  });
});
