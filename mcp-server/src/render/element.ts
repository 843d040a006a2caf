import { MAX_STYLE } from './css.js';
import type { Selectable } from './selectors.js';

/** More classes than any element has. */
const MAX_CLASSES = 50;

/** An element by its tag. */
export function readElement(
  { name, text }: { readonly name: string; readonly text: string },
  place: Pick<Selectable, 'parent' | 'before'>,
): Selectable {
  if (!/[\s/]/.test(text)) return { name, attributes: {}, classes: [], ...place };
  const attributes = readAttributes(text);
  const classes = (attributes['class'] ?? '').split(/\s+/).slice(0, MAX_CLASSES);
  return { name, attributes, classes, ...place };
}

const entities = new Map(
  Object.entries({ amp: '&', colon: ':', excl: '!', lpar: '(', num: '#', percnt: '%', quot: '"', semi: ';' }),
);

/** The attributes of a tag, their names in small letters. */
function readAttributes(tag: string): Readonly<Record<string, string>> {
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
    if (typeof name === 'string') return entities.get(name.toLowerCase()) ?? whole;
    return toLetter(typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

const toLetter = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
