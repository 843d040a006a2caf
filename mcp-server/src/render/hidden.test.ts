import { htmlToText } from './html.js';

const manyRules = (count: number) =>
  Array.from({ length: count }, (_, index) => `.c${index % 9} .b${index} i{color:red}`).join('');

const NOTE = '[left out: 6 characters that people do not see]';

describe('what people do not see', () => {
  it.each([
    'style="display:none"',
    'style="DISPLAY : none !important"',
    "style='color:red;display:none;'",
    'style=display:none',
    'a/style="display:none"',
    'style="dis&#112;lay&colon;none"',
    'style="display:/* x */none/* y */"',
    String.raw`style="\64 isplay:none"`,
    'style="visibility:hidden"',
    'style="visibility: collapse"',
    'style="opacity:0"',
    'style="opacity:.01"',
    'style="opacity:0%"',
    'style="font-size:0"',
    'style="font-size:0px"',
    'style="font-size:1px"',
    'style="font:0/0 a"',
    'style="color:#fff"',
    'style="color:white"',
    'style="color:#FFFFFF"',
    'style="color:rgb(255, 255, 255)"',
    'style="color:rgb(100% 100% 100%)"',
    'style="color:hsl(0,0%,100%)"',
    'style="color:#fdfdfd"',
    'style="color:transparent"',
    'style="color:rgba(0,0,0,0)"',
    'style="color:#000;background:#000"',
    'style="color:#0000ff;background-color:#00f"',
    'bgcolor="#000000"',
    'color="white"',
    'hidden',
    'hidden=""',
    'style="position:absolute;left:-9999px"',
    'style="position: fixed; top: -100em"',
    'style="text-indent:-9999px"',
    'style="margin-left:-5000px"',
    'style="height:0;overflow:hidden"',
    'style="max-height:0px; overflow: hidden"',
    'style="width:1px;height:1px;overflow:hidden"',
    'style="clip:rect(0,0,0,0);position:absolute"',
    'style="clip-path:inset(100%)"',
    'style="transform:scale(0)"',
    'class="a gone"',
    'id="away"',
    'style="display:none ! important"',
    'style="display:none;display:nonsense"',
    'style="--x:none;display:var(--x)"',
    'style="display:var(--unknown, none)"',
    'style="font-size:0.01em"',
    'style="font-size:1%"',
    'style="font-size:.05pc"',
    'style="font-size:0.1vmin"',
    'style="font-size:calc(1px * 0)"',
    'style="font-size:min(0px, 1em)"',
    'style="zoom:0.01"',
    'style="color:hwb(0 100% 0%)"',
    'style="color:lab(100% 0 0)"',
    'style="color:oklch(1 0 0)"',
    'style="color:color(srgb 1 1 1)"',
    'style="color:Canvas"',
    'style="color:white;color:nonsense"',
    'style="color:red;background:#f00"',
    'style="color:lime;background:hsl(120deg 100% 50%)"',
    'style="filter:opacity(0)"',
    'style="filter:alpha(opacity=0%)"',
    'style="transform:scale(0.01)"',
    'style="transform:scale3d(0,1,1)"',
    'style="transform:rotateY(90deg)"',
    'style="transform:translateX(-100vw) translate(-2000px, 0)"',
    'style="scale:0"',
    'style="translate:-9999px"',
    'style="position:absolute;left:-100%"',
    'style="position:absolute;left:99999px"',
    'style="height:0;overflow-y:hidden"',
    'popover',
    'data-gone="yes" class="b"',
    'class="both two"',
    'class="loud" style="display:inline"',
  ])('%s is left out, and told', async (attributes) => {
    const css =
      '<style><!-- /* } */ .gone{display:none} p.x, #away { visibility: hidden } @media screen and (min-width:1px) {[data-gone="yes"].b{display:none}} @media print{.b{display:block!important}} .both.two{display:none} .loud{display:none !important} --></style>';
    expect(await htmlToText(`${css}<p>One <span ${attributes}>hidden</span> two</p>`)).toBe(`One two\n${NOTE}`);
    expect(await htmlToText(`<div ${attributes}><p>hid<b>den</b></p></div>${css}<p>One</p>`)).toBe(`One\n${NOTE}`);
  });

  it.each([
    ['an element', 'i{display:none}', '<i>hidden</i>'],
    ['all in it', '.a > * , .a .b {display:none}', '<div class="a"><b>hidden</b></div>'],
    [
      'descendants',
      'section .a .b {display:none}',
      '<section><p class="a"><b><i class="b">hidden</i></b></p></section>',
    ],
    ['escapes', String.raw`.\67one{display:none}`, '<i class="gone">hidden</i>'],
    ['what counts more', '#a{display:none} i.b{display:inline}', '<i id="a" class="b">hidden</i>'],
    ['children', 'section > i{display:none}', '<section><i>hidden</i></section>'],
    ['the one in front', 'b + p i{display:none}', '<b></b><p><i>hidden</i></p>'],
    ['one in front', 'b ~ p{display:none}', '<b></b><div></div><p>hidden</p>'],
    ['a place', 'section > :nth-child(2n+1){display:none}', '<section><i>hid</i><img alt=""><i>den</i></section>'],
    ['the first place', 'section :first-child{display:none}', '<section><i>hidden</i></section>'],
    ['what it is not', 'i:not(.b):is(.c, i){display:none}', '<i class="a">hidden</i>'],
    ['what counts nothing', ':where(#a){display:inline} i{display:none}', '<i id="a">hidden</i>'],
    ['a part of an attribute', '[data-x^="NO" i]{display:none}', '<i data-x="none">hidden</i>'],
    ['sizes of sizes', 'i{font-size:.2em}', '<i><i>hidden</i></i>'],
  ])('by a style sheet of %s is left out', async (_, css, html) => {
    expect(await htmlToText(`<style>${css}</style><p>One</p>${html}`)).toBe(`One\n${NOTE}`);
  });

  it.each(['x-note style="display:none"', 'unknown hidden'])(
    'in <%s>, which is no element, is left out',
    async (tag) => {
      expect(await htmlToText(`<p>One <${tag}>hidden</${tag.split(' ')[0] ?? ''}></p>`)).toBe(`One\n${NOTE}`);
    },
  );

  it.each(['<![CDATA[ hidden ]]>', '<!hidden>', '<?hidden x?>', '</ hidden>'])(
    'in %s, which browsers take for a comment, is left out',
    async (comment) => {
      expect(await htmlToText(`<p>One${comment}</p>`)).toBe('One');
    },
  );

  it.each(['__proto__', 'constructor', 'toString'])('a style of %s is none', async (word) => {
    const style = `color:${word};background:${word};font-size:1${word};${word}:${word}`;
    const tag = word.replaceAll('_', '');
    const html = `<p style="${style}" class="${word}"><${tag} class="${word}">Open</${tag}></p>`;
    expect(await htmlToText(html)).toBe('Open');
  });

  it.each([
    ['rules', `<style>${'.a i,.c i{color:red}'.repeat(4000)}</style>${'<i class=c>x</i>'.repeat(20_000)}`],
    ['rules that differ', `<style>${manyRules(3000)}</style><div class="c0">${'<i class=c>x</i>'.repeat(20_000)}`],
    ['nothing but a sheet', `<style>${'\\'.repeat(100_000)}</style>x`],
    ['begun comments', `<!${'<!'.repeat(200_000)}<b>x</b>`],
    ['begun tags', '<aaaa '.repeat(80_000)],
  ])('a text of many %s is read in a moment', async (_, html) => {
    const before = process.cpuUsage();
    await htmlToText(html);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2500);
  });

  it.each(['template', 'noscript', 'textarea', 'datalist', 'iframe', 'canvas', 'video', 'svg', 'dialog'])(
    'in <%s> is left out, and told',
    async (name) => {
      expect(await htmlToText(`<p>One</p><${name}>hidden</${name}>`)).toBe(`One\n${NOTE}`);
    },
  );

  it.each(['<title>hidden</title>', '<!-- hidden -->', '<script>hidden</script>', '<style>hidden</style>'])(
    'in %s is left out',
    async (hidden) => {
      expect(await htmlToText(`${hidden}<p>One</p>`)).toBe('One');
    },
  );

  it('is left out however deep it lies', async () => {
    const deep = '<div>'.repeat(300);
    expect(await htmlToText(`<p>One</p>${deep}<span style="display:none">hidden</span>`)).toContain(NOTE);
  });

  it('is all that there is', async () => {
    expect(await htmlToText('<p style="display:none">hidden</p>')).toBe(NOTE);
  });
});

describe('what people see', () => {
  it.each([
    ['white on blue', '<table><tr><td bgcolor="#0055aa"><a style="color:#fff">Open</a></td></tr></table>'],
    [
      'white on a style sheet’s ground',
      '<style>.b{background:#0055aa}</style><p class="b" style="color:#fff">Open</p>',
    ],
    ['white on a picture', '<div style="background:url(a.png)"><p style="color:#fff">Open</p></div>'],
    ['small text in a container of none', '<div style="font-size:0"><p style="font-size:14px">Open</p></div>'],
    ['what is visible in what is not', '<div style="visibility:hidden"><p style="visibility:visible">Open</p></div>'],
    ['black on white', '<p style="color:#000;background:#fff">Open</p>'],
    ['grey', '<p style="color:#999">Open</p>'],
    ['a colour of another name', '<p style="color:rebeccapurple">Open</p>'],
    ['a little in', '<p style="text-indent:-20px;margin-left:-5px">Open</p>'],
    ['half through', '<p style="opacity:0.5">Open</p>'],
    ['hidden on paper alone', '<style>@media print{.p{display:none}}</style><p class="p">Open</p>'],
    ['a word in an attribute', '<p title="hidden" data-style="display:none">Open</p>'],
    [
      'a style sheet for narrow screens',
      '<style>@media (max-width:600px){.p{display:none}}</style><p class="p">Open</p>',
    ],
    ['what another is in', '<style>.a .p{display:none}</style><div class="a"></div><p class="p">Open</p>'],
    ['what only its neighbour asks for', '<style>b + p{display:none}</style><b></b><div></div><p>Open</p>'],
    ['what is not a child', '<style>.a > p{display:none}</style><div class="a"><div><p>Open</p></div></div>'],
    ['another place', '<style>section > :nth-child(2){display:none}</style><section><p>Open</p></section>'],
    ['what a selector leaves out', '<style>p:not(.a){display:none}</style><p class="a">Open</p>'],
    ['two words where a comment parts them', '<p style="dis/* x */play:none">Open</p>'],
    ['what lies between words and none', '<style>p:hover{display:none}</style><p>Open</p>'],
    ['a dialog that is open', '<dialog open>Open</dialog>'],
    ['smaller letters', '<p style="font-size:80%"><b style="font-size:.9em">Open</b></p>'],
    ['a value that is none', '<p style="color:nonsense;display:inline;display:none-such">Open</p>'],
    ['in the middle', '<p style="position:absolute;left:50%;transform:translate(-50%,-50%)">Open</p>'],
    ['a scale', '<p style="transform:scale(0.5)">Open</p>'],
  ])('%s is shown', async (_, html) => {
    expect(await htmlToText(html)).toBe('Open');
  });

  it('follows what is hidden', async () => {
    expect(await htmlToText('<p hidden>no</p><p>Open</p>')).toMatch(/^Open\n\[left out: 2/);
  });
});
