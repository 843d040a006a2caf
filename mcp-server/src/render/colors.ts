import { converter, parse } from 'culori';

export type Color = readonly [red: number, green: number, blue: number, alpha: number];

/** CSS has a dozen notations of a colour, and 148 names: culori knows them all. */
const toRgb = converter('rgb');

/** What browsers paint behind texts, by names that are no colours of their own. */
const GROUNDS = new Set(['canvas', 'field', 'window']);

/** A colour in any notation of CSS, or as HTML's attributes have it; undefined for what is none. */
export function readColor(text: string): Color | undefined {
  if (GROUNDS.has(text)) return [255, 255, 255, 1];
  if (text.length > LONGEST) return undefined;
  const parsed = toRgb(parse(text) ?? parse(`#${text}`));
  if (parsed === undefined) return undefined;
  const { r, g, b, alpha = 1 } = parsed;
  return [r * 255, g * 255, b * 255, alpha];
}

const LONGEST = 100;

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
