import { findFilter } from '../kinds/index.js';
import { predicateWords, readWordedCondition, wordsOf } from './predicateWords.js';

const read = (field: string, predicate: string, value: unknown = '', kind: 'tickets' | 'users' | 'cis' = 'tickets') =>
  readWordedCondition(kind, { field, predicate, value });

describe('a condition in plain words', () => {
  it.each([
    ['agent_id', 'is', 'Al Dente', { agent_id_eq: 'Al Dente' }],
    ['priority_id', 'isAnyOf', 'High, Urgent', { priority_id_in: 'High, Urgent' }],
    ['agent_id', 'isEmpty', '', { agent_id_null: true }],
    ['description', 'isEmpty', 'left over', { description_blank: true }],
    ['description', 'isNotEmpty', '', { description_present: true }],
    ['title', 'contains', 'null', { title_cont: 'null' }],
    ['created_at', 'before', '2026-11-24', { created_at_lt: '2026-11-24' }],
    ['created_at', 'on', 'today', { created_at_eq: 'today' }],
    ['created_at', 'inTheLast', 7, { created_at_gteq: '-7d' }],
    ['created_at', 'moreThanAgo', '0', { created_at_lt: '-0d' }],
    ['friendly_id', 'isAtMost', '#75', { friendly_id_lteq: '#75' }],
    ['requester_created_at', 'after', 'today', { requester_created_at_gt: 'today' }],
  ])('%s %s %j', (field, predicate, value, query) => {
    expect(read(field, predicate, value)).toEqual({ query });
  });

  it.each([
    [true, { is_agent_true: true }],
    ['false', { is_agent_false: true }],
    [' 1 ', { is_agent_true: true }],
  ])('is yes or no: %j', (value, query) => {
    expect(read('is_agent', 'is', value, 'users')).toEqual({ query });
  });

  it('can have a suffix of Ransack in place of the word', () => {
    expect(read('title', 'not_cont_any', ['a'])).toEqual({ query: { title_not_cont_any: ['a'] } });
    expect(read('agent_id', 'null')).toEqual({ query: { agent_id_null: true } });
    expect(read('title_or_description', 'cont', 'x')).toEqual({ query: { title_or_description_cont: 'x' } });
    expect(read('own_name', 'contains', 'x')).toEqual({ query: { own_name_cont: 'x' } });
  });

  it.each([
    ['agent_id', 'contains'],
    ['agent_id', 'cont'],
    ['agent_id', 'present'],
    ['created_at', 'start'],
    ['created_at', 'is'],
    ['priority_id', 'isEmpty'],
    ['status', 'contains'],
    ['title', 'like'],
    ['title', ''],
    ['title', 'constructor'],
  ])('is refused where it makes no sense: %s %j', (field, predicate) => {
    const filter = findFilter('tickets', field);
    const words = Object.keys(wordsOf(filter));
    expect(read(field, predicate, 'x')).toEqual({ problem: { about: 'predicate', words } });
  });

  it.each([
    ['title', 'contains', ' ', { about: 'blank', canBeEmpty: false }],
    ['agent_id', 'isNoneOf', [undefined, ''], { about: 'blank', canBeEmpty: true }],
    ['created_at', 'inTheLast', '1.5', { about: 'days' }],
    ['created_at', 'inTheLast', -1, { about: 'days' }],
    ['created_at', 'inTheLast', null, { about: 'blank', canBeEmpty: false }],
  ])('is refused where its value is none: %s %s %j', (field, predicate, value, problem) => {
    expect(read(field, predicate, value)).toEqual({ problem });
  });

  it('is refused where it is neither yes nor no', () => {
    expect(read('is_agent', 'is', 'maybe', 'users')).toEqual({ problem: { about: 'yesNo' } });
  });
});

it('offers no more than twelve words for what is known, and every word for what is not', () => {
  expect(Object.keys(wordsOf(undefined)).sort()).toEqual(Object.keys(predicateWords).sort());
  const nullable = { nullable: true, attribute: 'x' } as const;
  for (const type of ['text', 'number', 'id', 'time', 'boolean'] as const) {
    expect(Object.keys(wordsOf({ ...nullable, type })).length).toBeLessThanOrEqual(12);
  }
});
