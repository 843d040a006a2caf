import { InvalidParameters, parseRackQuery, type RackValue } from './rackQuery.js';

/** Hashes as `{}`, to be read at a glance. */
const plain = (value: RackValue): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  return value instanceof Map ? Object.fromEntries([...value].map(([key, item]) => [key, plain(item)])) : value;
};

describe('parseRackQuery', () => {
  it.each([
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a=1&a=2', { a: '2' }],
    ['a', { a: null }],
    ['a=', { a: '' }],
    ['=1&a=1', { a: '1' }],
    ['q[last_name_eq]=Foley', { q: { last_name_eq: 'Foley' } }],
    ['q%5Bname%5D=a+b%20c', { q: { name: 'a b c' } }],
    ['q[x_in][]=a&q[x_in][]=b', { q: { x_in: ['a', 'b'] } }],
    ['q[g][0][m]=or&q[g][1][m]=and', { q: { g: { 0: { m: 'or' }, 1: { m: 'and' } } } }],
    ['a[0]=1', { a: { 0: '1' } }],
    ['x[][y]=1&x[][z]=2', { x: [{ y: '1', z: '2' }] }],
    ['x[][y]=1&x[][y]=2', { x: [{ y: '1' }, { y: '2' }] }],
    ['x[][y][w]=1&x[][y][w]=2', { x: [{ y: { w: '1' } }, { y: { w: '2' } }] }],
    ['q[a=1', { q: { '[a': '1' } }],
    ['a[b]c=1', { a: { b: { c: '1' } } }],
    ['page[]=2', { page: ['2'] }],
  ])('reads %s', (query, expected) => {
    expect(plain(parseRackQuery(query))).toEqual(expected);
  });

  it('keeps hashes in the order of arrival, numbers too', () => {
    const q = parseRackQuery('s[1]=a&s[0]=b').get('s');
    expect(q instanceof Map ? [...q.keys()] : q).toEqual(['1', '0']);
  });

  it.each(['q=x&q[a]=1', 'q[]=x&q[a]=1', 'q[a]=1&q[]=x', 'a=%ZZ', `a${'[b]'.repeat(200)}=1`])('refuses %s', (query) => {
    expect(() => parseRackQuery(query)).toThrow(InvalidParameters);
  });
});
