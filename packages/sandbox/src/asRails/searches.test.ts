import { everyone, find } from '../testing/people.js';
import { SearchCrash } from '../ransack/search.js';

describe('sorts', () => {
  it.each([
    ['a hash of a name and a direction', 'q[s][0][name]=age&q[s][0][dir]=desc', [4, 3, 2, 1]],
    ['any letter case of the direction', 'q[s][0][name]=age&q[s][0][dir]=DESC', [4, 3, 2, 1]],
    ['another direction is asc', 'q[s][0][name]=age&q[s][0][dir]=down', [1, 2, 3, 4]],
    ['an empty direction is asc', 'q[s][0][name]=age&q[s][0][dir]=', [1, 2, 3, 4]],
    ['a direction without a value is asc', 'q[s][0][name]=age&q[s][0][dir]', [1, 2, 3, 4]],
    ['hashes in a list', 'q[s][][name]=age&q[s][][dir]=desc', [4, 3, 2, 1]],
    [
      'two hashes, in the order of arrival',
      'q[s][1][name]=active&q[s][1][dir]=desc&q[s][0][name]=age&q[s][0][dir]=desc',
      [3, 1, 4, 2],
    ],
    ['an unknown name is dropped', 'q[s][0][name]=colour&q[s][0][dir]=desc', everyone],
    ['an unknown name without a direction too', 'q[s][0][name]=colour', everyone],
    ['a direction without a name too', 'q[s][0][dir]=desc', everyone],
    ['a text without a direction is asc', 'q[s]=age', [1, 2, 3, 4]],
    ['texts at the top are trimmed', 'q[s]=%20age desc%20', [4, 3, 2, 1]],
    ['those in a list are not', 'q[s][]=%20age desc', everyone],
    ['nor at their end', 'q[s][]=age desc%20', [1, 2, 3, 4]],
    ['blanks between', 'q[s]=age%20%20%20desc', [4, 3, 2, 1]],
    ['an empty one in a list is dropped', 'q[s][]=&q[s][]=age desc', [4, 3, 2, 1]],
    ['both keys', 'q[s]=active desc&q[sorts]=age desc', [3, 1, 4, 2]],
  ])('%s: %s', (_rule, query, expected) => {
    expect(find(query)).toEqual(expected);
  });

  it.each([
    ['a hash without a direction', 'q[s][0][name]=age'],
    ['a list as a direction', 'q[s][0][name]=age&q[s][0][dir][]=desc'],
    ['a hash of texts', 'q[s][name]=age&q[s][dir]=desc'],
  ])('crash on %s: %s', (_rule, query) => {
    expect(() => find(query)).toThrow(SearchCrash);
  });
});

describe('lists with compounds', () => {
  it.each([
    ['in_any is any of them', 'q[age_in_any][]=30&q[age_in_any][]=50', [1, 3]],
    ['in_all is all of them', 'q[age_in_all][]=30&q[age_in_all][]=50', []],
    ['in_all of one', 'q[age_in_all][]=30', [1]],
    ['not_in_all is none of them', 'q[age_not_in_all][]=30&q[age_not_in_all][]=50', [2]],
    ['not_in_any is not all of them', 'q[age_not_in_any][]=30&q[age_not_in_any][]=50', [1, 2, 3]],
    ['a scalar is a list of one', 'q[age_in_any]=40', [2]],
    ['what does not cast is NULL, which is in nothing', 'q[seen_at_in_any][]=2024-01-01&q[seen_at_in_any][]=x', [4]],
    ['blanks are dropped', 'q[age_in_any][]=', everyone],
    ['present has no compounds', 'q[first_name_present_any][]=1', everyone],
  ])('%s: %s', (_rule, query, expected) => {
    expect(find(query)).toEqual(expected);
  });
});

describe('moments in filters', () => {
  it.each([
    ['ISO basic', 'q[seen_at_gteq]=20240713T120000Z', [1]],
    ['an hour of today', 'q[seen_at_gteq]=07:30', [1]],
    ['an hour of today that is later', 'q[seen_at_gteq]=08:30', []],
    ['a day of the week is today', 'q[seen_at_gteq]=monday', [1]],
    ['a month is its first day', 'q[seen_at_lt]=march', [4]],
    ['words that Ruby does not know are dropped', 'q[seen_at_gteq]=today', everyone],
    ['a day in words', 'q[seen_at_lt]=1 July 2024', [4]],
  ])('%s: %s', (_rule, query, expected) => {
    expect(find(query)).toEqual(expected);
  });
});

describe('NUL in a value', () => {
  it.each([
    ['a text', 'q[first_name_eq]=a%00'],
    ['a part of a text', 'q[first_name_cont]=%00b'],
    ['a text in a list', 'q[first_name_in][]=a%00'],
  ])('is what the database refuses in %s', (_rule, query) => {
    expect(() => find(query)).toThrow(SearchCrash);
  });

  it.each([
    ['of a number ends it', 'q[age_eq]=30%00', [1]],
    ['of a moment is a blank', 'q[seen_at_gteq]=2024-07-13%00', [1]],
    ['of an unknown attribute is dropped with it', 'q[colour_eq]=a%00', everyone],
    ['of a yes or no is no such word', 'q[active_true]=1%00', everyone],
  ])('%s: %s', (_rule, query, expected) => {
    expect(find(query)).toEqual(expected);
  });
});
