import { htmlToText } from './html.js';

it.each([
  ['<p>First</p><p>Second &amp; third<br>line</p>', 'First\n\nSecond & third\nline'],
  ['<ul><li>one</li><li>two</li></ul>', '* one\n * two'],
  ['<a href="https://example.com/x">guide</a>', 'guide [https://example.com/x]'],
  ['<h1>Title</h1><style>p{color:red}</style><script>alert(1)</script>', 'Title'],
  ['plain text', 'plain text'],
  ['  a > b  ', 'a > b'],
  ['a &lt; b', 'a < b'],
  ['one & two\nthree', 'one & two\nthree'],
  ['<a href="https://example.com/x">https://example.com/x</a>', 'https://example.com/x'],
  ['<a href="#top">up</a>', 'up'],
  ['<h1>One</h1><h2>Two</h2><h3>Three</h3>', 'One\n\n\nTwo\n\n\nThree'],
  ['<h4>Four</h4><h5>Five</h5><h6>Six</h6>', 'Four\n\nFive\n\nSix'],
  [`<p>${'word '.repeat(50)}end</p>`, `${'word '.repeat(50)}end`],
  [' <p>x</p> ', 'x'],
  ['<p>one\n two</p>', 'one two'],
  ['<pre>one\n  two</pre>', 'one\n  two'],
])('reads %s', async (html, text) => {
  expect(await htmlToText(html)).toBe(text);
});

describe('what looks like a tag and is none', () => {
  it.each([
    ['<p>Run npm run <script> and then wait</p><p>Done</p>', 'Run npm run <script> and then wait\n\nDone'],
    [
      'npm run <style>\nnext <title> and <textarea> and <plaintext>',
      'npm run <style>\nnext <title> and <textarea> and <plaintext>',
    ],
    ['<p>Map<String, List<Integer>> x</p>', 'Map<String, List<Integer>> x'],
    ['<p>Anna <anna@example.com> &lt;bob@example.com&gt;</p>', 'Anna <anna@example.com> <bob@example.com>'],
    ['<p>See <https://example.com/x> in <server-name></p>', 'See <https://example.com/x> in <server-name>'],
    ['<p>if a < b and c <d then</p>', 'if a < b and c <d then'],
    ['<p>x <b and y</p><p>z</p>', 'x <b and y\n\nz'],
    ['the <body> of a mail, its <head> and <html>', 'the of a mail, its and'],
    ['<p>one <!-- two</p><p>three</p>', 'one <!-- two\n\nthree'],
    ['<?php echo 1 ?> <!ELEMENT x>', '<?php echo 1 ?> <!ELEMENT x>'],
    ['<p>one<o:p></o:p></p><!--[if mso]>Office<![endif]-->', 'one'],
    ['<p>never ended <a href="x', 'never ended <a href="x'],
  ])('%s is read whole', async (html, text) => {
    expect(await htmlToText(html)).toBe(text);
  });
});

describe('tables', () => {
  it.each([
    [
      '<table><tr><td>Host</td><td>10.0.0.1</td><td>User</td><td>anna</td></tr></table>',
      'Host | 10.0.0.1 | User | anna',
    ],
    [
      '<p>a</p><table><thead><tr><th>Host</th><th>User</th></tr></thead><tbody>\n<tr>\n<td>x</td>\n<td></td>\n</tr><tr><td></td><td>y</td></tr></tbody></table><p>b</p>',
      'a\n\nHost | User\nx\n | y\n\nb'.replace('\nx\n | y', '\nx\ny'),
    ],
    ['<table><tr><td><p>a</p><p>b</p></td><td><p>c</p></td></tr></table>', 'a / b | c'],
    ['<table><tr><td>one<br>two</td></tr></table>', 'one\ntwo'],
    ['<table><caption>Hosts</caption><tr><td>a<td>b<tr><td>c<td>d</table>', 'Hosts\na | b\nc | d'],
    ['<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>', 'a | b'],
    ['<table><tr><td>a</td><td></td><td>c</td></tr></table>', 'a |  | c'],
    ['<td>a</td><td>b</td>', 'a\nb'],
  ])('%s', async (html, text) => {
    expect(await htmlToText(html)).toBe(text);
  });

  it('that are there to set out a page keep their lines', async () => {
    const long = 'word '.repeat(150).trim();
    expect(await htmlToText(`<table><tr><td>a<br>b</td><td>${long}</td></tr></table>`)).toBe(`a\nb\n${long}`);
  });
});

describe('images', () => {
  it.each([
    ['<p>see <img src="x.png" alt="the error, 0x80"> here</p>', 'see [image: the error, 0x80] here'],
    ['<p>see <img src="x.png"> here</p>', 'see [image] here'],
    ['<p>see <img src="x.png" alt=""> here</p>', 'see here'],
    ['<p>see <img src="https://tracker.example/pixel.gif" width="1" height="1"> here</p>', 'see here'],
    ['<a href="https://example.com"><img src="x.png" alt="logo"></a>', '[image: logo] [https://example.com]'],
    [`<p>a<img alt="b" src="data:image/png;base64,${'A'.repeat(2_000_000)}">c</p>`, 'a[image: b]c'],
  ])('are told by their description (%#)', async (html, text) => {
    expect(await htmlToText(html)).toBe(text);
  });
});

describe('what anybody can mail', () => {
  it('is read to its end, however deep it is nested', async () => {
    const deep = `${'<div>'.repeat(40_000)}deep${'</div>'.repeat(40_000)}`;
    expect(await htmlToText(`<p>before</p>${deep}<p>after</p>`)).toMatch(/^before\s+deep\s+after$/);
    expect(await htmlToText(`${'<blockquote>'.repeat(100)}quoted${'</blockquote>'.repeat(100)}!`)).toMatch(
      /quoted\s+!$/,
    );
    expect(await htmlToText(`<ol>${'<li>item'.repeat(500)}</ol>after`)).toMatch(/ 500\. item\s+after$/);
  });

  it('is cut where it is longer than anybody writes, and the text says so', async () => {
    const text = await htmlToText(`<p>${'x'.repeat(600_000)}</p>`);
    expect(text).toMatch(/x{499997}\n\[too long to be read whole: 100007 more characters of HTML\]$/);
  });

  it.each([
    '<div>',
    '<br>',
    '<p>',
    '<li>',
    '<td>',
    '<table>',
    '<table><tr><td>',
    '<blockquote>',
    '<ul><li>',
    '<b>',
    '<a href="x">y</a>',
    '<a "',
    '<',
    '</p>',
    '</div>',
    '<!--',
    '&lt;',
    '&',
    '<script>',
    '<img alt=x>',
    ' \n',
    '<li><p>',
    '<p><div></p>',
  ])('is read in a moment: half a megabyte of %j', async (piece) => {
    const html = `<i></i>${piece.repeat(Math.ceil(500_000 / piece.length))}`;
    await htmlToText('<p>x</p>');
    const began = performance.now();
    await htmlToText(html);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
