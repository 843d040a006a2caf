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
    // Two whole numbers that JavaScript would make one.
    ['[9007199254740993,9007199254740992]', ['9007199254740993', '9007199254740992']],
    ['{"id":-9007199254740993,"x":9007199254740991}', { id: '-9007199254740993', x: 9007199254740991 }],
    ['["9007199254740993 \\" 9007199254740993"]', ['9007199254740993 " 9007199254740993']],
    ['[0.12345678901234567890, 1e-1234567890123456, 12345678901234567.5]', [0.12345678901234568, 0, 12345678901234568]],
    ['{"9007199254740993":1}', { '9007199254740993': 1 }],
    ['[9007199254740993', undefined],
  ])('%j', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });
});
