import { cutText, htmlToText, indentLines, oneLine } from './text.js';

describe('htmlToText', () => {
  it.each([
    ['<p>First</p><p>Second &amp; third<br>line</p>', 'First\n\nSecond & third\nline'],
    ['<ul><li>one</li><li>two</li></ul>', ' * one\n * two'],
    ['<a href="https://example.com/x">guide</a>', 'guide [https://example.com/x]'],
    ['<p>see <img src="https://tracker.example/pixel.gif"> here</p>', 'see here'],
    ['<h1>Title</h1><style>p{color:red}</style><script>alert(1)</script>', 'Title'],
    ['plain text', 'plain text'],
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
  });
});

describe('oneLine', () => {
  it('folds blanks and cuts', () => {
    expect(oneLine(' a\n\n b\tc ')).toBe('a b c');
    expect(oneLine('abcdef', 4)).toBe('abc…');
  });
});
