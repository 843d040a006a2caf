import { htmlToText } from './html.js';

const NOTE = '[left out: 6 characters that people do not see]';

describe('what people do not see', () => {
  it.each([
    'style="display:none"',
    'style="DISPLAY : none !important"',
    "style='color:red;display:none;'",
    'style=display:none',
    'a/style="display:none"',
    'style="dis&#112;lay&colon;none"',
    'style="dis/* x */play:none"',
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
  ])('%s is left out, and told', async (attributes) => {
    const css = '<style>.gone{display:none} p.x, #away { visibility: hidden }</style>';
    expect(await htmlToText(`${css}<p>One <span ${attributes}>hidden</span> two</p>`)).toBe(`One two\n${NOTE}`);
    expect(await htmlToText(`<div ${attributes}><p>hid<b>den</b></p></div>${css}<p>One</p>`)).toBe(`One\n${NOTE}`);
  });

  it.each(['template', 'noscript', 'textarea', 'datalist'])('in <%s> is left out, and told', async (name) => {
    expect(await htmlToText(`<p>One</p><${name}>hidden</${name}>`)).toBe(`One\n${NOTE}`);
  });

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
    ['a scale', '<p style="transform:scale(0.5)">Open</p>'],
  ])('%s is shown', async (_, html) => {
    expect(await htmlToText(html)).toBe('Open');
  });

  it('follows what is hidden', async () => {
    expect(await htmlToText('<p hidden>no</p><p>Open</p>')).toMatch(/^Open\n\[left out: 2/);
  });
});
