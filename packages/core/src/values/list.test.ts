import { readList } from './list.js';

describe('readList', () => {
  it.each([
    ['a, b,,c ', ['a', 'b', 'c']],
    ['["a, b", 3]', ['a, b', 3]],
    [' [1,2] ', [1, 2]],
    ['[a, b]', ['a', 'b']],
    ['{"a":1}', ['{"a":1}']],
    ['', []],
    [
      ['a', 1],
      ['a', 1],
    ],
    [7, [7]],
    [false, [false]],
    [null, []],
    [undefined, []],
  ])('of %j is %j', (given, expected) => {
    expect(readList(given)).toEqual(expected);
  });
});
