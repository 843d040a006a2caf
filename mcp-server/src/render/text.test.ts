import { cutText, cutToSize, htmlToText, indentLines, jsonSize, oneLine } from './text.js';

describe('htmlToText', () => {
  it.each([
    ['<p>First</p><p>Second &amp; third<br>line</p>', 'First\n\nSecond & third\nline'],
    ['<ul><li>one</li><li>two</li></ul>', ' * one\n * two'],
    ['<a href="https://example.com/x">guide</a>', 'guide [https://example.com/x]'],
    ['<p>see <img src="https://tracker.example/pixel.gif"> here</p>', 'see here'],
    ['<h1>Title</h1><style>p{color:red}</style><script>alert(1)</script>', 'Title'],
    ['plain text', 'plain text'],
    ['  a > b  ', 'a > b'],
    ['a &lt; b', 'a < b'],
    ['<a href="https://example.com/x">https://example.com/x</a>', 'https://example.com/x'],
    ['<a href="#top">up</a>', 'up'],
    ['<h1>One</h1><h2>Two</h2><h3>Three</h3>', 'One\n\n\nTwo\n\n\nThree'],
    ['<h4>Four</h4><h5>Five</h5><h6>Six</h6>', 'Four\n\nFive\n\nSix'],
    [`<p>${'word '.repeat(50)}end</p>`, `${'word '.repeat(50)}end`],
    [' <p>x</p> ', 'x'],
  ])('reads %s', async (html, text) => {
    expect(await htmlToText(html)).toBe(text.trim());
  });

  it('leaves out what is nested deeper than anybody writes, and reads the rest', async () => {
    const deep = `${'<div>'.repeat(50_000)}deep${'</div>'.repeat(50_000)}`;
    expect(await htmlToText(`<p>before</p>${deep}<p>after</p>`)).toMatch(/^before\s+…\s+after$/);
    expect(await htmlToText(`${'<blockquote>'.repeat(100)}quoted${'</blockquote>'.repeat(100)}`)).toContain('quoted');
  });
});

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
