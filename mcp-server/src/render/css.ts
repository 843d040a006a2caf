import type { CssNode } from 'css-tree';
import parse from 'css-tree/parser';
import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { ident } from 'css-tree/utils';
import { readColor } from './colors.js';

// As much of CSS as decides whether people see a text. css-tree takes it apart, with the escapes, comments and errors that
// browsers pass over; what hides a text is told here.

/** By name; what is `!important` also by its name behind a `!`. */
export type Declarations = Readonly<Record<string, string>>;

/** Longer ones style no text. */
export const MAX_STYLE = 4000;

/** Values for all properties. */
const ANY = 'inherit|initial|unset|revert|-';

/** A value that means nothing is passed over by browsers, so that the one before it holds. */
const valid: ReadonlyMap<string, (value: string) => boolean> = new Map(
  Object.entries({
    display: new RegExp(`^(?:${ANY}|none|block|inline|flow|flex|grid|table|list-item|contents|run-in|ruby|math)`),
    visibility: new RegExp(`^(?:${ANY}|visible|hidden|collapse)`),
    opacity: new RegExp(`^(?:${ANY}|[\\d.+]|[a-z]+\\()`),
    'font-size': new RegExp(`^(?:${ANY}|[\\d.+]|[a-z]+\\(|(?:xx?-)?small|(?:x{1,3}-)?large|medium|smaller|larger)`),
  }).map(([name, pattern]) => [name, (value: string) => pattern.test(value)]),
);

const isColor = (value: string): boolean =>
  /^(?:inherit|initial|unset|revert|currentcolor)/.test(value) || readColor(value) !== undefined;

/** Declarations in small letters, without comments and escapes. */
export function readDeclarations(style: string): Declarations {
  const list = parse(style.slice(0, MAX_STYLE), { context: 'declarationList', parseValue: false });
  return list.type === 'DeclarationList' ? collectDeclarations(list.children) : {};
}

/** Those of a block or a list; what else is in it, as rules in rules, is left aside. */
export function collectDeclarations(nodes: Iterable<CssNode>): Declarations {
  const read: Record<string, string> = {};
  for (const node of nodes) {
    if (node.type !== 'Declaration' || node.value.type !== 'Raw') continue;
    const name = ident.decode(node.property).toLowerCase();
    const text = readVariables(toPlainValue(node.value.value), read);
    const isValid = name.endsWith('color') ? isColor : valid.get(name);
    if (text === '' || isValid?.(text) === false) continue;
    define(read, name, text);
    if (node.important === true) define(read, `!${name}`, text);
  }
  return read;
}

/** A value in small letters; a comment parts what stands around it. */
function toPlainValue(value: string): string {
  let plain = '';
  tokenize(value, (type, start, end) => {
    const token = value.slice(start, end);
    plain += type === tokenTypes.Comment ? ' ' : type === tokenTypes.String ? token : ident.decode(token);
  });
  return plain.trim().toLowerCase();
}

/** Names are anybody's: `__proto__` is one. */
function define(record: Record<string, string>, name: string, value: string): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}

/** `var(--size, 0)`, by what stands in front of it. */
function readVariables(value: string, known: Declarations): string {
  return value.replace(/var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/g, (_, name: string, other: string | undefined) =>
    (known[name] ?? other ?? '').trim(),
  );
}

/** What holds of declarations that follow each other. */
export function joinDeclarations(all: readonly (Declarations | undefined)[]): Declarations {
  const joined = all.reduce<Declarations>((before, one) => ({ ...before, ...one }), {});
  const important = Object.entries(joined).filter(([name]) => name.startsWith('!'));
  return { ...joined, ...Object.fromEntries(important.map(([name, value]) => [name.slice(1), value])) };
}

/** `0.5`, `50%` */
export function readShare(text: string): number {
  const number = Number.parseFloat(text);
  return text.endsWith('%') ? number / 100 : number;
}

const pixels = new Map(
  Object.entries({
    ...{ '': 1, px: 1, pt: 4 / 3, pc: 16, q: 0.94, mm: 3.8, cm: 38, in: 96 },
    ...{ em: 16, rem: 16, ex: 8, ch: 8, lh: 19, rlh: 19, ic: 16, cap: 11 },
    ...{ vw: 10, vh: 10, vi: 10, vb: 10, vmin: 10, vmax: 10, svh: 10, dvh: 10, svw: 10, dvw: 10 },
  }),
);

/** A length in pixels; undefined for one that depends on what is around it, or is none. */
export function readLength(text: string | undefined): number | undefined {
  const [, calculation, inside = ''] = /^(calc|min|max)\(([^()]*)\)$/.exec(text ?? '') ?? [];
  if (calculation !== undefined) return calculate(calculation, inside);
  const [, number, unit = ''] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)$/.exec(text ?? '') ?? [];
  if (number === undefined) return undefined;
  const value = Number(number);
  if (value === 0) return 0;
  const factor = pixels.get(unit);
  return factor === undefined ? undefined : value * factor;
}

function calculate(name: string, inside: string): number | undefined {
  const parts = inside.split(name === 'calc' ? '*' : ',').map((part) => readLength(part.trim()));
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  if (name === 'calc') return known.reduce((product, part) => product * part, 1);
  return name === 'min' ? Math.min(...known) : Math.max(...known);
}
