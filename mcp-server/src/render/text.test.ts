import { cutText, htmlToText, oneLine } from './text.js';

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
