import { toHtml } from './html.js';

describe('toHtml', () => {
  it.each([
    ['Printer is on fire', '<p>Printer is on fire</p>'],
    ['One\n\nTwo', '<p>One</p><p>Two</p>'],
    ['One\n \t\n\n\nTwo', '<p>One</p><p>Two</p>'],
    ['  One  \nstill one\n\n  Two', '<p>One  <br>still one</p><p>Two</p>'],
    ['One\r\nstill one\r\n \r\n\r\nTwo\n', '<p>One<br>still one</p><p>Two</p>'],
    ['', ''],
    [' \n\n ', ''],
    ['Error in <stdin>: a < b && c > d', '<p>Error in &lt;stdin&gt;: a &lt; b &amp;&amp; c &gt; d</p>'],
    ['&lt;', '<p>&amp;lt;</p>'],
    ['<p>Already <em>HTML</em> & kept</p>', '<p>Already <em>HTML</em> & kept</p>'],
    ['Line one<br/>line two', 'Line one<br/>line two'],
    ['Line one<BR>line two', 'Line one<BR>line two'],
    ['only </p> ended', 'only </p> ended'],
    ['<a href="https://example.com">x', '<a href="https://example.com">x'],
    ['<h3>x', '<h3>x'],
    ['<h7>x', '<p>&lt;h7&gt;x</p>'],
    ['<pre-release>', '<p>&lt;pre-release&gt;</p>'],
    ['<p', '<p>&lt;p</p>'],
    ['a <b c < d>', '<p>a &lt;b c &lt; d&gt;</p>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ])('%j becomes %j', (text, html) => {
    expect(toHtml(text)).toBe(html);
  });
});
