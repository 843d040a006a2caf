import { cutText, cutToSize, indentLines, jsonSize, oneLine } from './text.js';

describe('indentLines', () => {
  it.each(['\n', '\r', '\r\n', '\u2028', '\u2029'])('sets every further line in: %j', (end) => {
    expect(indentLines(`a${end}b${end}${end}c`)).toBe('a\n  b\n\n  c');
  });
});

describe('cutText', () => {
  it('counts letters as people see them and says what is missing', () => {
    expect(cutText('😀😀😀', 2)).toBe('😀😀… [1 more characters]');
    expect(cutText('abc', 3)).toBe('abc');
    expect(cutText('abcd', 3)).toBe('abc… [1 more characters]');
    expect(cutText('', 0)).toBe('');
  });
});

describe('oneLine', () => {
  it('takes all that an answer can hold', () => {
    expect(oneLine('lorem '.repeat(10_000_000), Infinity)).toHaveLength(59_999_999);
  });

  it('folds blanks and cuts', () => {
    expect(oneLine(' a\n\n b\tc ')).toBe('a b c');
    expect(oneLine('abcdef', 4)).toBe('abc…');
    expect(oneLine('abcd', 4)).toBe('abcd');
    expect(oneLine('😀😀😀', 2)).toBe('😀…');
    expect(oneLine('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`);
    expect(oneLine('a\u200B\u202Eb')).toBe('ab');
  });
});

describe('jsonSize', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['"\n', 4],
    ['ü', 2],
    ['😀', 4],
  ])('of %j is %d', (text, size) => {
    expect(jsonSize(text)).toBe(size);
  });
});

describe('cutToSize', () => {
  it.each([200, 201, 1000])('takes as much as fits into %d bytes', (size) => {
    for (const letter of ['x', '"', 'ü', '你', '😀']) {
      const cut = cutToSize(letter.repeat(2000), size);
      expect(cut.endsWith(`${letter}…`)).toBe(true);
      expect(jsonSize(cut)).toBeLessThan(size);
      expect(jsonSize(cut)).toBeGreaterThanOrEqual(size - 8);
    }
  });

  it.each([199, 0, -5])('takes nothing where there is next to no room: %d', (size) => {
    expect(cutToSize('x'.repeat(2000), size)).toBe('');
  });

  it('cuts nothing off what is short', () => {
    expect(cutToSize('abc', 200)).toBe('abc…');
  });
});
