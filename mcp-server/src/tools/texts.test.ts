import { toDeskHtml } from './texts.js';

const flat = (html: string) => html.replaceAll('\n', '');

describe('Markdown', () => {
  it.each([
    ['Steps:\n- stop\n- start', '<p>Steps:</p><ul><li>stop</li><li>start</li></ul>'],
    ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
    ['**Now**\nplease *do*', '<p><strong>Now</strong><br>please <em>do</em></p>'],
    ['Run `a < b && c`', '<p>Run <code>a &lt; b &amp;&amp; c</code></p>'],
    ['```sh\na <b>\n```', '<pre><code class="language-sh">a &lt;b&gt;</code></pre>'],
    ['## Next\ntext', '<h2>Next</h2><p>text</p>'],
    ['[guide](https://example.com/x?a=1&b=2)', '<p><a href="https://example.com/x?a=1&amp;b=2">guide</a></p>'],
    ['**To** <anna@example.com>', '<p><strong>To</strong> <a href="mailto:anna@example.com">anna@example.com</a></p>'],
    [
      '| a | b |\n| --- | --- |\n| 1 | 2 |',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    ['- [x] done\n- [ ] open', '<ul><li>[x] done</li><li>[ ] open</li></ul>'],
    ['**List<String>** and <b>x</b>', '<p><strong>List&lt;String&gt;</strong> and &lt;b&gt;x&lt;/b&gt;</p>'],
    ['**a**\n\n<script>alert(1)</script>', '<p><strong>a</strong></p><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['**a** [x](javascript:alert(1))', '<p><strong>a</strong> [x](javascript:alert(1))</p>'],
    ['**a** [x](JaVaScript:alert(1) "t")', '<p><strong>a</strong> [x](JaVaScript:alert(1) "t")</p>'],
    ['**a** [x](java&#115;cript:alert(1))', '<p><strong>a</strong> [x](java&amp;#115;cript:alert(1))</p>'],
    ['**a** [x](data:text/html,<b>)', '<p><strong>a</strong> [x](data:text/html,&lt;b&gt;)</p>'],
    ['**a** ![x](javascript:alert(1))', '<p><strong>a</strong> ![x](javascript:alert(1))</p>'],
    ['**a** <javascript:alert(1)>', '<p><strong>a</strong> &lt;javascript:alert(1)&gt;</p>'],
    ['**a** <img src=x onerror=alert(1)>', '<p><strong>a</strong> &lt;img src=x onerror=alert(1)&gt;</p>'],
  ])('%j becomes %j', async (text, html) => {
    expect(flat(await toDeskHtml(text))).toBe(html);
  });

  it.each(['[', '![', '*', '_', '`', '**a', '> ', '- ', '<', '[a](', '~~', '\\', '|', 'a@', '&', '(('])(
    'is written in a moment, whatever follows: %j',
    async (piece) => {
      const began = performance.now();
      const html = await toDeskHtml(`**a**\n- b\n- c\n\n${piece.repeat(40_000 / piece.length)}`);
      expect(html).not.toBe('');
      expect(performance.now() - began).toBeLessThan(10_000);
    },
  );
});

it.each([
  ['a < b\nc', '<p>a &lt; b<br>c</p>'],
  ['<p>HTML **as** it is</p>', '<p>HTML **as** it is</p>'],
  ['[x]: https://example.com\n- a', '<p>[x]: https://example.com<br>- a</p>'],
])('%j, which is none, becomes %j', async (text, html) => {
  expect(await toDeskHtml(text)).toBe(html);
});

it('takes a text that is longer than anybody writes for plain', async () => {
  expect(await toDeskHtml(`**a**\n${'x'.repeat(50_000)}`)).toMatch(/^<p>\*\*a\*\*<br>x+<\/p>$/);
});
