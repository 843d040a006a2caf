import { checkValue, describeValue } from './checkValue.js';
import type { FieldRule } from './rules.js';

const check = (rule: Partial<FieldRule>, value: unknown) =>
  checkValue({ in: 'body', type: 'string', label: 'X', ...rule }, value);

describe('checkValue', () => {
  it.each<[Partial<FieldRule>, unknown]>([
    [{ type: 'integer' }, -5],
    [{ type: 'integer' }, Number.MAX_SAFE_INTEGER],
    [{ type: 'integer', minimum: 1 }, 1],
    [{ type: 'integer', maximum: 30 }, 30],
    [{ type: 'integer', minimum: 0 }, 0],
    [{ type: 'integer', nullable: true }, null],
    [{ type: 'boolean' }, false],
    [{ type: 'integers' }, []],
    [{ type: 'integers' }, [1, 2]],
    [{}, ''],
    [{ notBlank: true }, ' x '],
    [{ format: 'html' }, '2024-02-30'],
    [{ format: 'date' }, '2024-02-29'],
    [{ format: 'date-time' }, '2024-02-29T08:00:00Z'],
    [{ type: 'customFields' }, {}],
    [{ type: 'customFields' }, { '49': 'x', '50': 1.5, '51': false, '52': null, '53': ['a', 1], '54': [] }],
    // Null is no condition, which the query builder says itself.
    [{ type: 'ransack' }, null],
    [{ type: 'ransack' }, 'x'],
  ])('%j takes %j', (rule, value) => {
    expect(check(rule, value)).toBeUndefined();
  });

  it.each<[Partial<FieldRule>, unknown, string]>([
    [{ type: 'integer' }, Number.MAX_SAFE_INTEGER + 1, 'takes a whole number, not 9007199254740992'],
    [{ type: 'integer', kind: 'id' }, [], 'takes an id (a whole number), not a list'],
    [{ type: 'integer', kind: 'friendly_id' }, {}, 'takes the number that people see (a whole number), not an object'],
    [{ type: 'integer', minimum: 1 }, 0, 'must be 1 or more, not 0'],
    [{ type: 'integer', maximum: 30 }, 31, 'must be 30 or less, not 31'],
    [{ type: 'integer' }, null, 'cannot be null'],
    [{ type: 'integers' }, null, 'takes a list, not null; [] empties it'],
    [{ type: 'integers' }, [1, 0], 'takes a list of ids (whole numbers from 1); 0 is none'],
    [{ type: 'integers' }, [1.5], 'takes a list of ids (whole numbers from 1); 1.5 is none'],
    [{ type: 'integers' }, [[1]], 'takes a list of ids (whole numbers from 1); a list is none'],
    [{ type: 'boolean' }, 1, 'takes true or false, not 1'],
    [{}, true, 'takes a text, not true'],
    [{ type: 'customFields' }, 'x', 'takes values by custom field id, not the text "x"'],
    [{ type: 'customFields' }, { '4x': 1 }, 'takes the ids of custom fields for keys; "4x" is none'],
    [{ type: 'customFields' }, { x4: 1 }, 'takes the ids of custom fields for keys; "x4" is none'],
    [{ type: 'customFields' }, { '': 1 }, 'takes the ids of custom fields for keys; "" is none'],
    [
      { type: 'customFields' },
      { '4': ['a', null] },
      '4 takes a text, a number, true, false, null or a list of texts and numbers',
    ],
    [
      { type: 'customFields' },
      { '4': Number.NaN },
      '4 takes a text, a number, true, false, null or a list of texts and numbers',
    ],
    [
      { type: 'customFields' },
      { '4': undefined },
      '4 takes a text, a number, true, false, null or a list of texts and numbers',
    ],
  ])('%j refuses %j', (rule, value, message) => {
    expect(check(rule, value)).toBe(message);
  });
});

describe('describeValue', () => {
  it.each([
    ['x'.repeat(40), `the text "${'x'.repeat(40)}"`],
    ['x'.repeat(41), `the text "${'x'.repeat(40)}…"`],
    [null, 'an object'],
    [undefined, 'undefined'],
    [[], 'a list'],
    [{}, 'an object'],
    [5, '5'],
  ])('%j is %s', (value, words) => {
    expect(describeValue(value)).toBe(words);
  });
});
