import { combineQueries } from './combine.js';

describe('combining two queries', () => {
  it.each([
    ['conditions side by side', { a_eq: 1 }, { b_eq: 2 }, { a_eq: 1, b_eq: 2 }],
    ['nothing with something', {}, { m: 'or', a_eq: 1 }, { m: 'or', a_eq: 1 }],
    ['something with nothing', { m: 'or', a_eq: 1 }, {}, { m: 'or', a_eq: 1 }],
    ['the same condition twice', { a_eq: 1 }, { a_eq: 2 }, { a_eq: 1, g: [{ a_eq: 2 }] }],
    ['an or on the right', { a_eq: 1 }, { m: 'or', b_eq: 2 }, { a_eq: 1, g: [{ m: 'or', b_eq: 2 }] }],
    ['an or on the left', { m: 'or', a_eq: 1 }, { b_eq: 2 }, { b_eq: 2, g: [{ m: 'or', a_eq: 1 }] }],
    [
      'an or on both sides',
      { m: 'or', a_eq: 1 },
      { m: 'or', b_eq: 2 },
      {
        g: [
          { m: 'or', a_eq: 1 },
          { m: 'or', b_eq: 2 },
        ],
      },
    ],
    ['groups of both', { g: [{ a_eq: 1 }] }, { b_eq: 2, g: [{ c_eq: 3 }] }, { b_eq: 2, g: [{ a_eq: 1 }, { c_eq: 3 }] }],
    ['sorts, the first one first', { s: 'a desc' }, { s: ['b asc'], c_eq: 3 }, { c_eq: 3, s: ['a desc', 'b asc'] }],
    ['one sort', { a_eq: 1, s: 'a desc' }, {}, { a_eq: 1, s: 'a desc' }],
  ] as const)('keeps %s', (_, one, other, both) => {
    expect(combineQueries(one, other)).toEqual(both);
  });
});
