import {
  type Color,
  type Declarations,
  isReadable,
  readAttributes,
  readColor,
  readDeclarations,
  readLength,
  readShare,
} from './css.js';

/** How a text looks to people, as it is handed down from an element to those in it. */
export interface Look {
  /** With all that is in it, whatever that says of itself. */
  readonly isGone: boolean;
  readonly isInvisible: boolean;
  readonly isTiny: boolean;
  readonly color: Color;
  /** Undefined where a picture or something unknown is behind the text. */
  readonly background: Color | undefined;
}

export const PLAIN: Look = {
  isGone: false,
  isInvisible: false,
  isTiny: false,
  color: [0, 0, 0, 1],
  background: [255, 255, 255, 1],
};

/** No browser and no mail program shows what is in them as a part of the text. */
const unseen = new Set('datalist noembed noframes noscript script style template textarea title'.split(' '));

/** Whether people see nothing of a text that looks so. */
export function isHidden({ isGone, isInvisible, isTiny, color, background }: Look): boolean {
  return isGone || isInvisible || isTiny || !isReadable(color, background);
}

/** How the text in an element looks. */
export function lookOf(
  { name, text }: { readonly name: string; readonly text: string },
  outer: Look,
  styleSheet: ReadonlyMap<string, Declarations>,
): Look {
  if (unseen.has(name)) return { ...outer, isGone: true };
  if (!/[\s/]/.test(text)) return outer;
  const attributes = readAttributes(text);
  const classes = (attributes['class'] ?? '')
    .split(/\s+/)
    .slice(0, 50)
    .map((one) => `.${one}`);
  const selectors = [...classes, `#${attributes['id'] ?? ''}`].flatMap((one) => [one, `${name}${one}`]);
  const sheets = selectors.map((selector) => styleSheet.get(selector));
  const own = readDeclarations(attributes['style'] ?? '');
  const style = [...sheets, own].reduce<Declarations>((all, one) => ({ ...all, ...one }), {});
  return {
    isGone: outer.isGone || 'hidden' in attributes || isTakenAway(style),
    isInvisible:
      style['visibility'] === undefined ? outer.isInvisible : /^(?:hidden|collapse)/.test(style['visibility']),
    isTiny: readTiny(style, outer.isTiny),
    color: readOwnColor(style['-webkit-text-fill-color'] ?? style['color'] ?? attributes['color'], outer.color),
    background: readBackground(style, attributes['bgcolor'], outer.background),
  };
}

/** Further away than any screen reaches. */
const FAR = -300;

function isTakenAway(style: Declarations): boolean {
  const { display, opacity, overflow = '', position = '', clip, transform } = style;
  if (display === 'none' || style['content-visibility'] === 'hidden') return true;
  if (opacity !== undefined && readShare(opacity) < 0.1) return true;
  if (/^rect\(\s*(?:0|1px)/.test(clip ?? '') || /^(?:inset\((?:50|100)%|circle\(0)/.test(style['clip-path'] ?? ''))
    return true;
  if (/scale(?:x|y|3d)?\(\s*0(?:\.0+)?\s*[,)]|translate[xy]?\(\s*-\d{4,}/.test(transform ?? '')) return true;
  const isNowhere = (name: string) => (readLength(style[name]) ?? 0) <= FAR;
  if (isNowhere('text-indent') || isNowhere('margin-left') || isNowhere('margin-top')) return true;
  if (/absolute|fixed|relative/.test(position) && ['left', 'top', 'right', 'bottom'].some(isNowhere)) return true;
  const isFlat = ['width', 'height', 'max-width', 'max-height'].some((name) => (readLength(style[name]) ?? 9) <= 1);
  return isFlat && /hidden|clip/.test(overflow);
}

/** Letters of a pixel are as good as none. */
const LEAST_PIXELS = 1.5;

function readTiny(style: Declarations, outer: boolean): boolean {
  const size = style['font-size'] ?? /(?:^|\s)([\d.]+(?:[a-z]+|%)?)(?:\/\S+)?\s/.exec(`${style['font'] ?? ''} `)?.[1];
  if (size === undefined || size === 'inherit') return outer;
  // A part of next to nothing is no more.
  if (/(?:em|%)$/.test(size) && !size.endsWith('rem') && Number.parseFloat(size) !== 0) return outer;
  const pixels = readLength(size);
  return pixels !== undefined && pixels < LEAST_PIXELS;
}

function readOwnColor(text: string | undefined, outer: Color): Color {
  if (text === undefined || text === 'inherit') return outer;
  // One that is not known can be read.
  return readColor(text.trim().toLowerCase()) ?? PLAIN.color;
}

function readBackground(style: Declarations, attribute: string | undefined, outer: Color | undefined) {
  const text = style['background-color'] ?? style['background'] ?? attribute?.trim().toLowerCase();
  if (style['background-image'] !== undefined && style['background-image'] !== 'none') return undefined;
  if (text === undefined || /^(?:inherit|none|transparent|initial)$/.test(text)) return outer;
  if (/url\(|gradient/.test(text)) return undefined;
  const color = readColor(text) ?? readColor(text.split(/\s+(?![^(]*\))/)[0] ?? '');
  return color !== undefined && color[3] < 0.5 ? outer : color;
}
