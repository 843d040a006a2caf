import { readYesNo } from './yesNo.js';

it.each([true, 'true', ' Yes ', 'YES', '1', 1])('reads %j as yes', (value) => {
  expect(readYesNo(value)).toBe(true);
});

it.each([false, 'FALSE', 'no', ' No', '0', 0])('reads %j as no', (value) => {
  expect(readYesNo(value)).toBe(false);
});

it.each(['', 'y', 'none', 2, null, undefined, [true], {}])('reads %j as neither', (value) => {
  expect(readYesNo(value)).toBeUndefined();
});
