import { toShownName, stripInvisible } from './visible.js';

describe('stripInvisible', () => {
  it.each([
    ['zero width space', '\u200B'],
    ['zero width joiner', '\u200D'],
    ['zero width non-joiner', '\u200C'],
    ['right-to-left override', '\u202E'],
    ['right-to-left mark', '\u200F'],
    ['word joiner', '\u2060'],
    ['isolate', '\u2066'],
    ['byte order mark', '\uFEFF'],
    ['soft hyphen', '\u00AD'],
    ['tag letter', '\u{E0041}'],
    ['sign for a picture', '\uFE0F'],
    ['variation selector supplement', '\u{E0100}'],
    ['escape', '\u001B'],
    ['C1 control', '\u009B'],
  ])('removes a %s', (_, character) => {
    expect(stripInvisible(`a${character}b`)).toBe('ab');
    expect(stripInvisible(`${character}b${character}`)).toBe('b');
  });

  it.each([
    ['a Persian word', 'می\u200Cخواهم'],
    ['a Hindi word', 'क्\u200Dष'],
    ['a Sinhala word', 'ශ්\u200Dරී'],
    ['a family', '👨\u200D👩\u200D👧\u200D👦'],
    ['a profession of a complexion', '👩🏽\u200D⚕\uFE0F'],
    ['a flag', '🏳\uFE0F\u200D🌈'],
    ['a heart in colour', '❤\uFE0F'],
    ['a key', '1\uFE0F\u20E3'],
  ])('keeps %s', (_, text) => {
    expect(stripInvisible(text)).toBe(text);
  });

  it.each([
    ['joiners after one another', 'می\u200C\u200D\u200Cخ', 'میخ'],
    ['a joiner at the end', 'می\u200C ', 'می '],
    ['signs after one another', '❤\uFE0F\uFE0F\uFE0E', '❤\uFE0F'],
    ['what is spelled in tag letters after a picture', '🏴\u{E0067}\u{E0062}\u{E007F}', '🏴'],
    ['a joiner between a picture and a letter', '👩\u200Dx', '👩x'],
  ])('removes %s', (_, text, shown) => {
    expect(stripInvisible(text)).toBe(shown);
  });

  it('ends lines in one way, and keeps what people see', () => {
    expect(stripInvisible('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
    const text = 'Größe 3 × 4\n\tПривет 你好 😀';
    expect(stripInvisible(text)).toBe(text);
  });
});

it.each([
  ['Software | Licence', 'Software / Licence'],
  [' V\u200BIP\n desk ', 'VIP desk'],
])('the name %j is shown as %j', (name, shown) => {
  expect(toShownName(name)).toBe(shown);
});
