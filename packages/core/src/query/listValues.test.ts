import { readQuery } from './conditions.js';

// What a condition that takes several values makes of a text, and of a number as people write it.

const valueOf = (name: string, value: unknown) => readQuery('tickets.list', { [name]: value }).conditions[0]?.value;

it.each([
  ['id_in', '1, 2', ['1', '2']],
  ['id_in', '[1,2]', ['1', '2']],
  ['id_in', 1, ['1']],
  ['created_at_lt_any', '2026-01-01,2026-02-01', ['2026-01-01', '2026-02-01']],
  ['title_cont_any', 'mouse, screen', ['mouse', 'screen']],
  ['title_cont_all', '["a, b","c"]', ['a, b', 'c']],
  // Compared as a whole, a text with commas may be one value.
  ['title_in', 'Rack 4, left', ['Rack 4, left', 'Rack 4', 'left']],
  ['title_not_in', 'a,b', ['a,b', 'a', 'b']],
  ['title_eq_any', 'a', ['a']],
  ['title_in', ['a,b'], ['a,b']],
  ['friendly_id_eq', ' #75', '75'],
  ['friendly_id_in', '#75, # 76,77', ['75', '76', '77']],
  ['requester_friendly_id_eq', '#7', '7'],
  ['title_eq', '#75', '#75'],
])('%s %j compares with %j', (name, value, expected) => {
  expect(valueOf(name, value)).toEqual(expected);
});

it.each([
  ['id_in', '', 'a blank value would be no filter at all'],
  ['title_in', ',', 'an empty list would be no filter at all'],
  ['title_in', '[]', 'an empty list would be no filter at all'],
  ['id_in', [], 'an empty list would be no filter at all'],
  ['id_eq', '#75', 'compares ids'],
])('%s %j is refused', (name, value, message) => {
  expect(() => valueOf(name, value)).toThrow(message);
});
