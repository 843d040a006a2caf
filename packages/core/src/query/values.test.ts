import type { AttributeType } from './attributes.js';
import { readQuery } from './conditions.js';
import { parseCondition } from './predicates.js';
import { checkScalar, toYesNo } from './values.js';

describe('toYesNo', () => {
  it.each([true, 1, '1', 'true', 'TRUE', 't', 'T'])('%j is yes', (value) => {
    expect(toYesNo(value)).toBe('1');
  });

  it.each([false, 0, '0', 'false', 'FALSE', 'f', 'F'])('%j is no', (value) => {
    expect(toYesNo(value)).toBe('0');
  });

  it.each(['yes', 'True', '', 2, null, undefined, []])('%j is neither', (value) => {
    expect(toYesNo(value)).toBeUndefined();
  });
});

function check(name: string, value: unknown): string | undefined {
  const condition = parseCondition(name);
  if (condition === undefined) throw new Error(name);
  return checkScalar(condition, value);
}

describe('checkScalar', () => {
  it.each([
    ['title_eq', 'x'],
    ['title_eq', 5],
    ['title_eq', false],
    ['agent_id_eq', 5],
    ['agent_id_eq', ' 15 '],
    ['id_in', '7'],
    ['paid_eq', 'x'],
    ['due_at_eq', '2026-11-24'],
    ['due_at_eq', '2026-11-24T08:00:00Z'],
    ['bought_on_lt', '2026-11-24'],
    ['at_eq', 'x'],
    ['format_eq', 'x'],
    ['agent_idea_eq', 'x'],
    ['home_at_last_eq', 'x'],
  ])('%s takes %j', (name, value) => {
    expect(check(name, value)).toBeUndefined();
  });

  it.each(['eq', 'not_eq', 'in', 'not_in', 'lt', 'lteq', 'gt', 'gteq'])(
    '%s compares ids and times only as such',
    (by) => {
      expect(check(`agent_id_${by}`, '15a')).toBe('compares ids, which are whole numbers, not "15a"');
      expect(check(`id_${by}`, 'a15')).toContain('whole numbers');
      expect(check(`title_or_team_id_${by}`, '1.5')).toContain('whole numbers');
      expect(check(`due_at_${by}`, 'soon')).toContain('write YYYY-MM-DD or an ISO 8601 time');
      expect(check(`title_or_due_on_${by}`, '24.11.2026')).toContain('not "24.11.2026"');
    },
  );

  it.each(['cont', 'not_cont', 'i_cont', 'start', 'not_end', 'matches', 'does_not_match', 'cont_any'])(
    '%s compares neither ids nor times: the server fails, or answers everything',
    (by) => {
      expect(check(`created_at_${by}`, '2026-05')).toContain('this is a time: use _gteq and _lt');
      expect(check(`title_or_bought_on_${by}`, '2026-05')).toContain('this is a time');
      expect(check(`agent_id_${by}`, '2200')).toContain('this is an id: use _eq or _in');
    },
  );

  it.each([null, undefined, {}, [1]])('takes no %j', (value) => {
    expect(check('title_eq', value)).toBe('takes a text, a number or a boolean');
  });

  it.each(['', ' \t'])('takes no blank: %j', (value) => {
    expect(check('title_cont', value)).toContain('a blank value would be no filter at all');
  });
});

const types: Readonly<Record<string, AttributeType>> = {
  active: 'boolean',
  level: 'number',
  owner_id: 'id',
  seen: 'time',
  word: 'text',
};
const readTyped = (query: unknown) => readQuery('x', query, (name) => types[name]);

describe('a condition on an attribute of a known type', () => {
  it.each([
    ['active_cont', 'x', '_cont compares texts, and this is a yes/no: use _true or _false'],
    ['active_gt', '0', '_gt compares by order, and this is a yes/no'],
    ['active_present', true, 'matches nothing on what is no text'],
    ['active_eq', 'yes', 'takes true or false, not "yes"'],
    ['active_in', ['true', 'True'], 'takes true or false, not "True"'],
    ['level_start', '1', '_start compares texts, and this is a number: use _eq, _gteq and _lteq'],
    ['level_eq', '1.5', 'compares whole numbers, not "1.5"'],
    ['level_true', true, '_true is for yes/no, and this is a number'],
    ['level_blank', true, 'matches nothing on what is no text'],
    ['owner_id_matches', '5%', '_matches compares texts, and this is an id'],
    ['seen_cont', '2026', '_cont compares texts, and this is a time'],
    ['seen_gteq', 'monday', 'compares times'],
    ['word_true', true, '_true is for yes/no, and this is a text: use _eq or _cont'],
    ['word_or_seen_eq', 'x', 'compares times'],
  ])('%s of %j is refused', (name, value, reason) => {
    expect(() => readTyped({ [name]: value })).toThrow(`${name}: ${reason}`);
  });

  it.each([
    ['active_eq', ' true ', 'true'],
    ['active_not_false', '1 ', '1'],
    ['level_gt', ' -5', '-5'],
    ['seen_lt', ' 2026-05-01 ', '2026-05-01'],
    ['word_eq', ' x ', ' x '],
    ['else_cont', ' x ', 'x'],
  ])('%s of %j is sent as %j: only single values at the top are trimmed by the server', (name, value, sent) => {
    expect(readTyped({ g: [{ [name]: value }] }).groups[0]?.conditions[0]?.value).toBe(sent);
  });
});

describe('readQuery', () => {
  const read = (query: unknown) => readQuery('tickets.list', query);

  it('reads conditions, groups, the combinator and sorts', () => {
    expect(
      read({
        m: 'or',
        title_eq: 5,
        g: { 0: { id_in: [1, '2'] }, 1: { title_eq: undefined } },
        sorts: ['id', 'title DESC'],
      }),
    ).toEqual({
      combinator: 'or',
      conditions: [
        {
          name: 'title_eq',
          attributes: ['title'],
          combinator: 'and',
          predicate: 'eq',
          compound: undefined,
          takes: 'scalar',
          value: '5',
        },
      ],
      groups: [
        {
          combinator: 'and',
          conditions: [expect.objectContaining({ name: 'id_in', value: ['1', '2'] })],
          groups: [],
          sorts: [],
        },
      ],
      sorts: ['id asc', 'title desc'],
    });
  });

  it('keeps a group that holds groups only', () => {
    expect(read({ g: [{ g: [{ title_eq: 'x' }] }] }).groups).toHaveLength(1);
    expect(read({ g: [{ g: [{ title_eq: undefined }] }] }).groups).toHaveLength(0);
  });

  it.each([{ g: [{}] }, { title_eq: 'x', g: [{ g: { 0: {} } }] }])('takes no empty group: %j', (query) => {
    expect(() => read(query)).toThrow('g: an empty group would be no filter');
  });

  it('takes sorts beside the groups only, and loses none of them', () => {
    expect(() => read({ g: [{ title_eq: 'x', s: 'id' }] })).toThrow('g: holds a sort');
    expect(read({ s: 'title', sorts: ['id desc'] }).sorts).toEqual(['title asc', 'id desc']);
  });

  it.each(['a_or_b_and_c_cont', 'a_and_b_or_c_eq'])('does not guess what %s means', (name) => {
    expect(() => read({ [name]: 'x' })).toThrow(`${name}: joins attributes by _or_ and _and_`);
  });

  it.each([
    ['id', 'id asc'],
    [' updated_at  asc ', 'updated_at asc'],
    ['due_at Desc', 'due_at desc'],
  ])('sorts by %j as %j', (s, sort) => {
    expect(read({ s }).sorts).toEqual([sort]);
  });

  it.each(['', 'id down', 'id desc x', '1d', 'a b c', 5, ['id', null], 'x; id'])('does not sort by %j', (s) => {
    expect(() => read({ s })).toThrow('s: sorts by "attribute" or "attribute desc"');
  });

  it.each([null, 'x', 5, []])('is no query: %j', (query) => {
    expect(() => read(query)).toThrow('q: takes an object of conditions');
  });

  it.each(['xor', '', 'OR', null])('joins conditions by no %j', (m) => {
    expect(() => read({ m })).toThrow('m: takes "and" or "or"');
  });

  it.each([null, 'x', 5])('is no list of groups: %j', (g) => {
    expect(() => read({ g })).toThrow('g: takes a list of groups of conditions');
  });

  it.each(['due_at', 'due_on', 'agent_id', 'id', 'title_or_agent_id'])(
    'does not ask whether %s is blank',
    (attribute) => {
      expect(() => read({ [`${attribute}_present`]: true })).toThrow('use _null or _not_null');
      expect(() => read({ [`${attribute}_blank`]: true })).toThrow('use _null or _not_null');
      expect(read({ [`${attribute}_null`]: true }).conditions).toHaveLength(1);
    },
  );

  it.each(['paid', 'format', 'season', 'id_text'])('asks whether %s is blank', (attribute) => {
    expect(read({ [`${attribute}_present`]: true, [`${attribute}_blank`]: false }).conditions).toHaveLength(2);
  });

  it('checks each of several values', () => {
    expect(() => read({ id_in: [1, 'x'] })).toThrow('id_in: compares ids');
    expect(() => read({ title_cont_any: ['x', ' '] })).toThrow('title_cont_any: a blank value');
    expect(read({ title_cont_all: 'x' }).conditions[0]?.value).toEqual(['x']);
  });
});
