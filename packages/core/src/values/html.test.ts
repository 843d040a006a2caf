import { readingOf, toHtml } from './html.js';

describe('what a text is', () => {
  it.each([
    '<p>Already <em>HTML</em> & kept</p>',
    ' <p>One</p>\n<p>Two</p>\n',
    '<h3>Title</h3>\n<ul>\n<li>one\n<li>two\n</ul>',
    '<b>All of it</b>',
    '<b>Server</b> <i>down</i>',
    '<a href="https://example.com/?a=1&b=2" title="a > b">guide</a>',
    '<P>Loud</P>',
    '<p>One<br/>two<BR>three<img src="x.png" alt="y"></p>',
    '<div><p>one<p>two</div>',
    '<table><tr><td>a<td>b<tr><td>c</table>',
    '<!DOCTYPE html><html><head><style>p > a { color: red }</style></head><body><p>Mail</p></body></html>',
    '<!-- a note --><p>One</p>',
    '<p class=MsoNormal>Mail<o:p></o:p></p><![if !supportLists]><p>x</p><![endif]>',
    '<p>Write to <anna@example.com></p>',
    '<p>a < b and List<String></p>',
    '<pre>one\ntwo</pre>',
    '<p>- one\n- two</p>',
  ])('%j is HTML', (text) => {
    expect(readingOf(text)).toBe('html');
  });

  it.each([
    'Printer is on fire',
    '',
    ' \n ',
    'Restart <b>all</b> services\nthen call <anna@example.com>',
    'See <a href="https://example.com">the guide</a>',
    '<b>Anna</b>: hello',
    '<b>one</b>\n<b>two</b>',
    'Line one<br>line two',
    'GET /x gave 500 <p>Not found</p> at 12:00',
    '<p>Not found',
    '<p>one</p> and more',
    'only </p> ended',
    '</p>',
    '<p>one</b></p>',
    '<p>one</p></div>',
    '<b><i>crossed</b></i>',
    '<br>',
    '<!-- nothing -->',
    '<h7>x</h7>',
    '<pre-release>',
    '<p',
    '<p>never ended <b',
    'if a < b && c > d',
    'List<String> and Map<I, S>',
    'Error in <stdin>: a <b c < d>',
    'npm run <script>',
    '<script>alert(1)</script>',
    '<p>ok</p><script>alert(1)</script>',
    '<anna@example.com>',
    '&lt;p&gt;',
    // Signs that Markdown uses, as they occur in plain text.
    'a * b * c',
    'rm *.log *.tmp',
    'snake_case_name and __init__.py',
    '# apt update',
    '-5 degrees\n- said Anna',
    '1. place',
    '[1] see https://example.com',
    'C:\\_temp_\\x',
    '2 ** 3 ** 4',
    'it`s',
    ' id | name\n----+-----\n  1 | x',
    '-- \nAnna',
  ])('%j is plain', (text) => {
    expect(readingOf(text)).toBe('plain');
  });

  it.each([
    'Steps:\n- stop\n- start',
    '* one\n\n* two',
    '1. one\n2. two',
    'This is **urgent**.',
    'This is *urgent*, really',
    'Run `npm test` first',
    '```\ncode\n```',
    '## What happened',
    'See [the guide](https://example.com/x) please',
    '| Host | User |\n| --- | --- |\n| a | b |',
    '**<p>Not found</p>** in the log',
  ])('%j is Markdown', (text) => {
    expect(readingOf(text)).toBe('markdown');
  });

  it.each(['<', '<p>', '<p ', '<a "', "<a '", '<!--', '<!-- -->', '</p>', '<style>', '*', '**a', '`', '[a](', '- '])(
    'is told in a moment of half a megabyte of %j',
    (piece) => {
      const began = performance.now();
      readingOf(piece.repeat(Math.ceil(500_000 / piece.length)));
      expect(performance.now() - began).toBeLessThan(10_000);
    },
  );
});

describe('toHtml', () => {
  it.each([
    ['Printer is on fire', '<p>Printer is on fire</p>'],
    ['One\n\nTwo', '<p>One</p><p>Two</p>'],
    ['One\n \t\n\n\nTwo', '<p>One</p><p>Two</p>'],
    ['  One  \nstill one\n\n  Two', '<p>One  <br>still one</p><p>Two</p>'],
    ['One\r\nstill one\r\n \r\n\r\nTwo\n', '<p>One<br>still one</p><p>Two</p>'],
    ['One\rtwo', '<p>One<br>two</p>'],
    ['', ''],
    [' \n\n ', ''],
    ['Error in <stdin>: a < b && c > d', '<p>Error in &lt;stdin&gt;: a &lt; b &amp;&amp; c &gt; d</p>'],
    ['&lt;', '<p>&amp;lt;</p>'],
    ['<p>Already <em>HTML</em> & kept</p>', '<p>Already <em>HTML</em> & kept</p>'],
    ['<p>Mail <anna@example.com>, a < b &lt; c</p>', '<p>Mail &lt;anna@example.com>, a &lt; b &lt; c</p>'],
    ['Restart <b>all</b>\nMail <a@example.com>', '<p>Restart &lt;b&gt;all&lt;/b&gt;<br>Mail &lt;a@example.com&gt;</p>'],
    ['- one\n- <two>', '<p>- one<br>- &lt;two&gt;</p>'],
  ])('%j becomes %j', (text, html) => {
    expect(toHtml(text)).toBe(html);
  });

  it('takes a text as somebody says that it is', () => {
    expect(toHtml('Restart <b>all</b>', 'html')).toBe('Restart <b>all</b>');
    expect(toHtml('<p>One</p>', 'plain')).toBe('<p>&lt;p&gt;One&lt;/p&gt;</p>');
    expect(toHtml('<p>One</p>', 'auto')).toBe('<p>One</p>');
  });
});
