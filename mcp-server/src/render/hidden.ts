import { type Color, isReadable, readColor } from './colors.js';
import { type Declarations, joinDeclarations, readDeclarations, readLength, readShare } from './css.js';
import type { Selectable } from './selectors.js';
import { findDeclarations, type StyleSheet } from './styleSheet.js';

/** How a text looks to people, as it is handed down from an element to those in it. */
export interface Look {
  /** With all that is in it, whatever that says of itself. */
  readonly isGone: boolean;
  readonly isInvisible: boolean;
  /** Of its letters, in pixels. */
  readonly size: number;
  readonly color: Color;
  /** Undefined where a picture or something unknown is behind the text. */
  readonly background: Color | undefined;
}

export const PLAIN: Look = {
  isGone: false,
  isInvisible: false,
  size: 16,
  color: [0, 0, 0, 1],
  background: [255, 255, 255, 1],
};

/** No browser and no mail program shows what is in them as a part of the text: what is in a picture, or in place of one. */
const unseen = new Set(
  'audio canvas datalist iframe noembed noframes noscript object rp script style svg template textarea title video'.split(
    ' ',
  ),
);

/** Letters of a pixel are as good as none. */
const LEAST_PIXELS = 1.5;

/** Whether people see nothing of a text that looks so. */
export function isHidden({ isGone, isInvisible, size, color, background }: Look): boolean {
  return isGone || isInvisible || size < LEAST_PIXELS || !isReadable(color, background);
}

/** How the text in an element looks. */
export function lookOf(element: Selectable, outer: Look, styleSheet: StyleSheet): Look {
  const { name, attributes } = element;
  if (unseen.has(name)) return { ...outer, isGone: true };
  const sheets = findDeclarations(styleSheet, element);
  const isClosed = name === 'dialog' && !Object.hasOwn(attributes, 'open');
  if (sheets.length === 0 && !isClosed && Object.keys(attributes).length === 0) return outer;
  const style = joinDeclarations([...sheets, readDeclarations(attributes['style'] ?? '')]);
  const isPut = style['display'] !== undefined && style['display'] !== 'none';
  const isAway = ['hidden', 'popover'].some((attribute) => Object.hasOwn(attributes, attribute)) || isClosed;
  return {
    isGone: outer.isGone || (isAway && !isPut) || isTakenAway(style),
    isInvisible:
      style['visibility'] === undefined || style['visibility'] === 'inherit'
        ? outer.isInvisible
        : /^(?:hidden|collapse)/.test(style['visibility']),
    size: readSize(style, outer.size),
    color: readOwnColor(style['-webkit-text-fill-color'] ?? style['color'] ?? attributes['color'], outer.color),
    background: readBackground(style, attributes['bgcolor'], outer.background),
  };
}

/** Further away than any screen reaches: to where nobody scrolls, and to where nobody would. */
const FAR = -300;
const FAR_RIGHT = 3000;

/** Less of what there should be is not seen. */
const LEAST_SHARE = 0.1;

function isTakenAway(style: Declarations): boolean {
  const { display, opacity, filter = '', position = '', clip, 'clip-path': clipPath = '' } = style;
  if (display === 'none' || style['content-visibility'] === 'hidden') return true;
  if (opacity !== undefined && readShare(opacity) < LEAST_SHARE) return true;
  const filtered = /opacity(?:\(|=)\s*([\d.]+%?)/.exec(filter)?.[1];
  if (filtered !== undefined && readShare(filtered) < LEAST_SHARE) return true;
  if (/^rect\(\s*(?:0|1px)/.test(clip ?? '') || /^(?:inset\((?:50|100)%|circle\(0)/.test(clipPath)) return true;
  if (isTransformedAway(style)) return true;
  const isNowhere = (name: string) => isFar(readOffset(style[name]));
  if (isNowhere('text-indent') || isNowhere('margin-left') || isNowhere('margin-top')) return true;
  if (/absolute|fixed|relative/.test(position) && ['left', 'top', 'right', 'bottom'].some(isNowhere)) return true;
  if (/absolute|fixed/.test(position) && (readOffset(style['left']) ?? 0) >= FAR_RIGHT) return true;
  const isFlat = ['width', 'height', 'max-width', 'max-height'].some((name) => (readLength(style[name]) ?? 9) <= 1);
  return isFlat && ['overflow', 'overflow-x', 'overflow-y'].some((name) => /hidden|clip/.test(style[name] ?? ''));
}

const isFar = (pixels: number | undefined): boolean => (pixels ?? 0) <= FAR;

/** Of what is around it, where it is a share: a screen, at the most. */
const readOffset = (text: string | undefined): number | undefined =>
  text?.endsWith('%') === true ? Number.parseFloat(text) * 10 : readLength(text);

/** Made next to nothing, turned on its edge, or moved away. */
function isTransformedAway({ transform = '', scale = '', translate = '', rotate = '' }: Declarations): boolean {
  const all = `${transform} scale(${scale}) translate(${translate}) ${/^[xy] /.test(rotate) ? rotate.replace(/^([xy]) (.*)$/, 'rotate$1($2)') : ''}`;
  return Array.from(all.matchAll(/([a-z]+)(?:3d)?\(([^()]*)\)/g)).some(([, name = '', inside = '']) => {
    const values = inside.split(/[\s,]+/).filter((value) => value !== '');
    if (name.startsWith('scale')) return values.some((value) => Math.abs(readShare(value)) < LEAST_SHARE);
    if (name.startsWith('translate')) return values.some((value) => (readLength(value) ?? 0) <= MOVED_AWAY);
    return /^rotate[xy]$/.test(name) && /^-?(?:90deg|0?\.25turn|100grad)$/.test(values[0] ?? '');
  });
}

const MOVED_AWAY = -1000;

const sizes = new Map(
  Object.entries({
    ...{ 'xx-small': 9, 'x-small': 10, small: 13, medium: 16, initial: 16, large: 18, 'x-large': 24 },
    ...{ 'xx-large': 32, 'xxx-large': 48 },
  }),
);

/** What is a share of the letters around it. */
const shares = new Map(Object.entries({ em: 1, '%': 0.01, ex: 0.5, ch: 0.5, lh: 1.2, cap: 0.7, ic: 1 }));

function readSize(style: Declarations, outer: number): number {
  const size = style['font-size'] ?? /(?:^|\s)([\d.]+(?:[a-z]+|%)?)(?:\/\S+)?\s/.exec(`${style['font'] ?? ''} `)?.[1];
  const zoom = readShare(style['zoom'] ?? '1');
  return readOwnSize(size, outer) * (zoom > 0 ? zoom : 1);
}

function readOwnSize(size: string | undefined, outer: number): number {
  if (size === undefined) return outer;
  const [, number, unit = ''] = /^\+?([\d.]+(?:e[+-]?\d+)?)(em|%|ex|ch|lh|cap|ic)$/.exec(size) ?? [];
  if (number !== undefined) return Number(number) * (shares.get(unit) ?? 1) * outer;
  if (size === 'smaller') return outer * 0.83;
  if (size === 'larger') return outer * 1.2;
  return sizes.get(size) ?? readLength(size) ?? outer;
}

function readOwnColor(text: string | undefined, outer: Color): Color {
  if (text === 'initial') return PLAIN.color;
  return text === undefined ? outer : (readColor(text.trim().toLowerCase()) ?? outer);
}

function readBackground(style: Declarations, attribute: string | undefined, outer: Color | undefined) {
  const text = style['background-color'] ?? style['background'] ?? attribute?.trim().toLowerCase();
  if (style['background-image'] !== undefined && style['background-image'] !== 'none') return undefined;
  if (text === undefined || /^(?:inherit|none|transparent|initial|unset)$/.test(text)) return outer;
  if (/url\(|gradient/.test(text)) return undefined;
  const color = readColor(text) ?? readColor(text.split(/\s+(?![^(]*\))/)[0] ?? '');
  return color !== undefined && color[3] < 0.5 ? outer : color;
}
