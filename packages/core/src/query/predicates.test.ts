import { parseCondition, allPredicates, type PredicateName } from './predicates.js';

const names = Object.keys(allPredicates) as PredicateName[];

describe('parseCondition', () => {
  it.each(names)('knows %s, alone and with any and all where several values can follow', (predicate) => {
    const { value, compounds } = allPredicates[predicate];
    expect(parseCondition(`title_${predicate}`)).toEqual({
      attributes: ['title'],
      combinator: 'and',
      predicate,
      compound: undefined,
      takes: value,
    });
    for (const compound of ['any', 'all'] as const) {
      const several = { attributes: ['title'], combinator: 'and', predicate, compound, takes: 'list' };
      expect(parseCondition(`title_${predicate}_${compound}`)).toEqual(compounds ? several : undefined);
    }
  });

  it.each([
    ['last_name_or_email_eq', ['last_name', 'email'], 'or'],
    ['last_name_and_email_eq', ['last_name', 'email'], 'and'],
    ['a_or_b_or_c_eq', ['a', 'b', 'c'], 'or'],
    // Only the first kind of combinator counts, as Ransack reads it.
    ['a_or_b_and_c_eq', ['a', 'b_and_c'], 'or'],
    ['a_and_b_or_c_eq', ['a', 'b_or_c'], 'and'],
    ['order_android_eq', ['order_android'], 'and'],
  ])('%s compares %j, joined by %s', (name, attributes, combinator) => {
    expect(parseCondition(name)).toMatchObject({ attributes, combinator, predicate: 'eq' });
  });
});
