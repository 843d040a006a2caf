import { isRecord, parseJson } from './json.js';

describe('isRecord', () => {
  it.each([
    [{}, true],
    [{ a: 1 }, true],
    [[], false],
    [null, false],
    [undefined, false],
    ['x', false],
    [1, false],
  ])('%j: %s', (value, is) => {
    expect(isRecord(value)).toBe(is);
  });
});

describe('parseJson', () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ['null', null],
    ['', undefined],
    ['{"a":', undefined],
  ])('%j', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });
});
