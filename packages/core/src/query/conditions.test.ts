import { parseCondition } from './predicates.js';
import { readFilter } from './wireQuery.js';
import { parseRawQuery } from './rawQuery.js';

const wire = (query: unknown) => {
  const { encoded } = readFilter('users.list', query);
  return encoded === '' ? [] : encoded.split('&').map((pair) => decodeURIComponent(pair));
};

describe('parseCondition', () => {
  it.each([
    ['last_name_eq', ['last_name'], 'eq', undefined],
    ['status_not_eq', ['status'], 'not_eq', undefined],
    ['title_cont_any', ['title'], 'cont', 'any'],
    ['title_not_i_cont', ['title'], 'not_i_cont', undefined],
    ['agent_id_not_null', ['agent_id'], 'not_null', undefined],
    ['first_name_or_last_name_cont', ['first_name', 'last_name'], 'cont', undefined],
    ['id_in', ['id'], 'in', undefined],
    ['due_at_gteq_all', ['due_at'], 'gteq', 'all'],
  ])('%s', (name, attributes, predicate, compound) => {
    expect(parseCondition(name)).toMatchObject({ attributes, predicate, compound });
  });

  it.each(['last_name', 'eq', '_eq', 'status_equals', 'id_in_any'])('%s is no condition', (name) => {
    expect(parseCondition(name)).toBeUndefined();
  });
});

describe('readFilter', () => {
  it.each([
    [{ last_name_eq: 'Foley', first_name_eq: 'Axel' }, ['q[last_name_eq]=Foley', 'q[first_name_eq]=Axel']],
    [{ id_in: [1, 2] }, ['q[id_in][]=1', 'q[id_in][]=2']],
    [{ id_in: 7 }, ['q[id_in][]=7']],
    [{ title_cont_any: ['a,b', 'c'] }, ['q[title_cont_any][]=a,b', 'q[title_cont_any][]=c']],
    [{ agent_id_null: true, is_agent_true: 'false' }, ['q[agent_id_null]=1', 'q[is_agent_true]=0']],
    [{ s: 'updated_at DESC' }, ['q[s]=updated_at desc']],
    [{ s: ['due_at', 'id desc'] }, ['q[s][]=due_at asc', 'q[s][]=id desc']],
    [
      { m: 'or', g: [{ status_eq: 'incoming' }, { priority_id_eq: 1 }] },
      ['q[m]=or', 'q[g][0][status_eq]=incoming', 'q[g][1][priority_id_eq]=1'],
    ],
    [{ status_eq: undefined, title_cont: 'x' }, ['q[title_cont]=x']],
    [{ created_at_gteq: '2026-11-24' }, ['q[created_at_gteq]=2026-11-24']],
  ])('%j', (query, expected) => {
    expect(wire(query)).toEqual(expected);
  });

  // Each of these the server would drop in silence and answer everything, or fail with 500 (notes 4).
  it.each([
    [{ status: 'open' }, /status: ends in no predicate/],
    [{ status_eq: '' }, /status_eq: a blank value/],
    [{ status_eq: '  ' }, /blank/],
    [{ id_in: [] }, /empty list/],
    [{ is_agent_true: 'yes' }, /true or false/],
    [{ agent_id_null: 'True' }, /true or false/],
    [{ type_id_eq: '902abc' }, /whole numbers/],
    [{ created_at_gt: 'garbage' }, /YYYY-MM-DD/],
    [{ created_at_gt: '07/13/2024' }, /YYYY-MM-DD/],
    [{ created_at_gt: 1720000000 }, /YYYY-MM-DD/],
    [{ created_at_gt: '2024-02-30' }, /YYYY-MM-DD/],
    [{ due_at_present: true }, /use _null or _not_null/],
    [{ id_present: true }, /use _null or _not_null/],
    [
      { c: { 0: { a: { 0: { name: 'status' } }, p: 'eq', v: { 0: { value: 'open' } } } } },
      /c: .*short, e\.g\. status_eq/,
    ],
    [{ created_at_gt: '2026-11-24T08:00:00+99:99' }, /YYYY-MM-DD/],
    [{ g: 'x' }, /list of groups/],
    [{ m: 'xor' }, /"and" or "or"/],
    [{ s: 'updated_at down' }, /sorts by/],
    [{ title_eq: ['a', 'b'] }, /title_eq_any/],
    [{ title_eq: { a: 1 } }, /takes a text/],
    ['title_eq=x', /object of conditions/],
  ])('refuses %j', (query, reason) => {
    expect(() => wire(query)).toThrow(reason);
  });
});

describe('parseRawQuery', () => {
  it.each([
    ['q[title_start]=K01&q[s]=id desc', { title_start: 'K01', s: 'id desc' }],
    ['?q%5Btitle_cont%5D=a+b%26c', { title_cont: 'a b&c' }],
    ['q[id_in][]=1&q[id_in][]=2', { id_in: ['1', '2'] }],
    ['q[g][0][status_eq]=open&q[g][0][m]=or', { g: { 0: { status_eq: 'open', m: 'or' } } }],
    ['', {}],
  ])('%s', (text, query) => {
    expect(parseRawQuery(text)).toEqual(query);
  });

  it('touches no other object', () => {
    const query = parseRawQuery('q[__proto__][polluted]=1&q[constructor][prototype][polluted]=1');
    expect({}).not.toHaveProperty('polluted');
    expect(() => wire(query)).toThrow(/ends in no predicate/);
  });

  it.each(['page=2', 'title_eq=x', 'q[title_eq]', 'q[title_eq=x', 'q=x', 'q[a]=100%'])('refuses %s', (text) => {
    expect(() => parseRawQuery(text)).toThrow(/rawQuery/);
  });
});
