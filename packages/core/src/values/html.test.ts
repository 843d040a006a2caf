import { toHtml } from './html.js';

describe('toHtml', () => {
  it.each([
    ['Printer is on fire', '<p>Printer is on fire</p>'],
    ['One\n\nTwo', '<p>One</p><p>Two</p>'],
    ['One\r\nstill one\r\n \r\n\r\nTwo\n', '<p>One<br>still one</p><p>Two</p>'],
    ['Error in <stdin>: a < b && c > d', '<p>Error in &lt;stdin&gt;: a &lt; b &amp;&amp; c &gt; d</p>'],
    ['<p>Already <em>HTML</em> & kept</p>', '<p>Already <em>HTML</em> & kept</p>'],
    ['Line one<br/>line two', 'Line one<br/>line two'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ])('%j becomes %j', (text, html) => {
    expect(toHtml(text)).toBe(html);
  });
});
