import { parseRawQuery } from './rawQuery.js';

describe('parseRawQuery', () => {
  it.each([
    ['  ?q[title_eq]=x  ', { title_eq: 'x' }],
    ['q[title_eq]=x&&q[id_eq]=1&', { title_eq: 'x', id_eq: '1' }],
    ['q[title_eq]=a=b==', { title_eq: 'a=b==' }],
    ['q[title_eq]=', { title_eq: '' }],
    ['q[title_eq]=a%3Fb?c', { title_eq: 'a?b?c' }],
    ['q[title_eq]=x&q[title_eq]=y', { title_eq: ['x', 'y'] }],
    ['q[id_in][]=1', { id_in: ['1'] }],
    ['q[id_in]=0&q[id_in][]=1', { id_in: ['0', '1'] }],
    ['q[id_in][]=1&q[id_in]=2&q[id_in][]=3', { id_in: ['1', '2', '3'] }],
    ['q[s]=id&q[s][]=title desc', { s: ['id', 'title desc'] }],
    ['q[g][0][g][1][id_in][]=1', { g: { 0: { g: { 1: { id_in: ['1'] } } } } }],
    ['q[g][0][a_eq]=1&q[g][0][b_eq]=2&q[g][1][c_eq]=3', { g: { 0: { a_eq: '1', b_eq: '2' }, 1: { c_eq: '3' } } }],
  ])('%s', (text, query) => {
    expect(parseRawQuery(text)).toEqual(query);
  });

  it.each([
    ['page=2', 'takes conditions such as q[title_cont]=printer, not "page=2"'],
    ['xq[a]=1', 'not "xq[a]=1"'],
    ['q[a]b=1', 'not "q[a]b=1"'],
    ['q[a-b]=1', 'not "q[a-b]=1"'],
    ['q[a]', 'not "q[a]"'],
    ['q[]=1', '"q[]" names no condition'],
    ['q[][]=1', '"q[][]" names no condition'],
    ['q[][a]=1', '"q[][a]" names no condition'],
    ['q[a][][b]=1', '"q[a][][b]" names no condition'],
    ['q[a][b]=1&q[a]=1', '"q[a]" is both a value and a group'],
    ['q[a]=1&q[a][b]=1', '"q[a][b]" is both a value and a group'],
    ['q[a][]=1&q[a][b]=1', '"q[a][b]" is both a value and a group'],
    ['q[a]=%', '"%" has a % that escapes nothing; write it as %25'],
    ['q[%E0%A4]=1', 'escapes nothing'],
  ])('refuses %s', (text, reason) => {
    expect(() => parseRawQuery(text)).toThrow(`rawQuery: ${reason.startsWith('not') ? 'takes conditions' : ''}`);
    expect(() => parseRawQuery(text)).toThrow(reason);
  });

  it('is an error of the input', () => {
    expect(() => parseRawQuery('page=2')).toThrow(
      expect.objectContaining({
        name: 'InvalidInputError',
        operation: 'q',
        issues: [expect.objectContaining({ field: 'rawQuery' })],
      }),
    );
  });
});
