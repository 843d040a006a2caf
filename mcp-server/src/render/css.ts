// As much of HTML's attributes and of CSS as decides whether people see a text.

export type Declarations = Readonly<Record<string, string>>;

/** Longer ones style no text. */
const MAX_STYLE = 4000;

const entities: Readonly<Record<string, string>> = { amp: '&', colon: ':', lpar: '(', num: '#', quot: '"', semi: ';' };

/** The attributes of a tag, their names in small letters. */
export function readAttributes(tag: string): Readonly<Record<string, string>> {
  const inside = tag.replace(/^<[^\s/>]*/, '').replace(/>$/, '');
  const found = inside.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g);
  return Object.fromEntries(
    Array.from(found, ([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decode((double ?? single ?? bare ?? '').slice(0, MAX_STYLE)),
    ]),
  );
}

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return entities[name.toLowerCase()] ?? whole;
    return toLetter(typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

const toLetter = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** Declarations by name, all in small letters, without comments and escapes. */
export function readDeclarations(style: string): Declarations {
  const plain = style
    .slice(0, MAX_STYLE)
    .replace(/\/\*.*?(?:\*\/|$)/gs, '')
    .replace(/\\([\da-f]{1,6})\s?/gi, (_, hex: string) => toLetter(Number.parseInt(hex, 16)))
    .toLowerCase();
  return Object.fromEntries(
    plain.split(';').flatMap((declaration) => {
      const [name = '', ...value] = declaration.split(':');
      const text = value.join(':').replace('!important', '').trim();
      return text === '' ? [] : [[name.trim(), text]];
    }),
  );
}

/** The declarations of each simple selector (`.note`, `#a`, `p.note`) of a style sheet; those for some screens are none. */
export function readStyleSheet(css: string): ReadonlyMap<string, Declarations> {
  const rules = new Map<string, Declarations>();
  let isNested = false;
  for (const block of css.slice(0, 100_000).split('}')) {
    const [selectors = '', ...rest] = block.split('{');
    if (rest.length === 0) isNested = false;
    else if (selectors.includes('@')) isNested = true;
    else if (!isNested) {
      const declarations = readDeclarations(rest.join('{'));
      for (const selector of selectors.split(',')) {
        const simple = selector.trim();
        if (/^[\w-]*[.#][\w-]+$/.test(simple)) rules.set(simple, { ...rules.get(simple), ...declarations });
      }
    }
  }
  return rules;
}

export type Color = readonly [red: number, green: number, blue: number, alpha: number];

const named: Readonly<Record<string, string>> = {
  aliceblue: 'f0f8ff',
  azure: 'f0ffff',
  black: '000000',
  floralwhite: 'fffaf0',
  ghostwhite: 'f8f8ff',
  honeydew: 'f0fff0',
  ivory: 'fffff0',
  lavenderblush: 'fff0f5',
  mintcream: 'f5fffa',
  seashell: 'fff5ee',
  snow: 'fffafa',
  transparent: '00000000',
  white: 'ffffff',
  whitesmoke: 'f5f5f5',
};

/** A colour; undefined for one that is not known. */
export function readColor(text: string): Color | undefined {
  const hex = named[text] ?? /^#?([\da-f]{3,8})$/.exec(text)?.[1];
  if (hex !== undefined) {
    const digits = hex.length < 6 ? Array.from(hex, (digit) => digit + digit).join('') : hex;
    const [red = 0, green = 0, blue = 0, alpha = 255] = (digits.match(/../g) ?? []).map((two) =>
      Number.parseInt(two, 16),
    );
    return [red, green, blue, alpha / 255];
  }
  const [, kind, inside = ''] = /^(rgb|hsl)a?\(([^)]*)\)/.exec(text) ?? [];
  const parts = inside.split(/[\s,/]+/).filter((part) => part !== '');
  const alpha = parts[3] === undefined ? 1 : readShare(parts[3]);
  if (kind === 'rgb' && parts.length >= 3) {
    const [red = 0, green = 0, blue = 0] = parts.map((part) =>
      part.endsWith('%') ? readShare(part) * 255 : Number(part),
    );
    return [red, green, blue, alpha];
  }
  const light = parts[2] === undefined ? undefined : readShare(parts[2]);
  if (kind !== 'hsl' || light === undefined || (light > 0 && light < 1 && parts[1] !== '0%')) return undefined;
  return [light * 255, light * 255, light * 255, alpha];
}

/** `0.5`, `50%` */
export function readShare(text: string): number {
  const number = Number.parseFloat(text);
  return text.endsWith('%') ? number / 100 : number;
}

/** Too little for anybody to read one on the other. */
const MIN_DIFFERENCE = 24;
const MIN_ALPHA = 0.1;

/** Whether a text of one colour can be read on the other. */
export function isReadable([red, green, blue, alpha]: Color, background: Color | undefined): boolean {
  if (alpha < MIN_ALPHA) return false;
  if (background === undefined) return true;
  const differences = [red, green, blue].map((part, index) => Math.abs(part - (background[index] ?? 0)));
  return Math.max(...differences) > MIN_DIFFERENCE;
}

/** A length in pixels; undefined for one that depends on what is around it, or is none. */
export function readLength(text: string | undefined): number | undefined {
  const [, number, unit = ''] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)$/.exec(text ?? '') ?? [];
  if (number === undefined) return undefined;
  const value = Number(number);
  if (value === 0) return 0;
  const pixels: Readonly<Record<string, number>> = {
    '': 1,
    px: 1,
    pt: 4 / 3,
    rem: 16,
    em: 16,
    ch: 8,
    cm: 38,
    in: 96,
    mm: 3.8,
    vw: 10,
    vh: 10,
  };
  const factor = pixels[unit];
  return factor === undefined ? undefined : value * factor;
}
