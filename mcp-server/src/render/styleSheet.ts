import { type Declarations, readAttributes, readDeclarations, readEscapes, withoutComments } from './css.js';

/** What selectors ask of an element. */
export interface Selectable {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
}

const NONE = { attributes: {}, classes: [] };

/** More classes than any element has. */
const MAX_CLASSES = 50;

/** An element by its tag. */
export function readElement({ name, text }: { readonly name: string; readonly text: string }): Selectable {
  if (!/[\s/]/.test(text)) return { name, ...NONE };
  const attributes = readAttributes(text);
  return { name, attributes, classes: (attributes['class'] ?? '').split(/\s+/).slice(0, MAX_CLASSES) };
}

/** `p.note#a[title]` */
interface Compound {
  readonly name: string;
  readonly classes: readonly string[];
  readonly ids: readonly string[];
  readonly attributes: readonly (readonly [name: string, value: string | undefined])[];
}

interface Rule {
  /** Of the element, then of those around it, the nearest first. */
  readonly compounds: readonly [Compound, ...Compound[]];
  readonly weight: number;
  readonly declarations: Declarations;
}

/** The rules of a text's style sheets, by what they ask of the element itself. */
export interface StyleSheet {
  readonly rules: ReadonlyMap<string, readonly Rule[]>;
  /** Comparisons that may still be made: whoever mails 10,000 rules and 10,000 elements is not waited for. */
  left: number;
}

const MOST_COMPARISONS = 1_000_000;

/** What a rule that holds takes beside a comparison. */
const MATCH = 20;

/** For elements past those that were compared: what may be hidden counts as hidden. */
const GIVEN_UP: Declarations = { display: 'none' };

const MAX_CSS = 100_000;

/** On what screen people read, in pixels. */
const SCREEN = 1200;

/** Reads style sheets: their rules for a screen, with selectors of elements, classes, ids, attributes and descendants. */
export function readStyleSheet(css: string): StyleSheet {
  const rules = new Map<string, Rule[]>();
  for (const [selectors, body] of readBlocks(withoutComments(css.slice(0, MAX_CSS)).replace(/<!--|-->/g, ' '))) {
    const declarations = readDeclarations(body);
    for (const selector of selectors.split(',')) {
      const compounds = readSelector(selector);
      if (compounds === undefined) continue;
      const key = keyOf(compounds[0]);
      const same = rules.get(key) ?? [];
      rules.set(key, same);
      const last = same.at(-1);
      if (last !== undefined && isPlain(compounds) && isPlain(last.compounds) && last.weight === weigh(compounds))
        same[same.length - 1] = { ...last, declarations: { ...last.declarations, ...declarations } };
      else same.push({ compounds, weight: weigh(compounds), declarations });
    }
  }
  return { rules, left: MOST_COMPARISONS };
}

/** Selectors and declarations of each rule that holds on a screen. */
function* readBlocks(css: string): Generator<readonly [selectors: string, body: string]> {
  const around: boolean[] = [];
  let begin = '';
  const pieces = css.split(/([{}])/);
  for (let at = 0; at + 1 < pieces.length; at += 2) {
    const [text = '', sign] = [pieces[at], pieces[at + 1]];
    if (sign === '{') {
      // What is not a rule yet begins after the last `;`, as an `@import` ends in.
      const head = text.slice(text.lastIndexOf(';') + 1).trim();
      if (head.startsWith('@')) around.push(isForScreens(head));
      else begin = head;
    } else if (begin === '') around.pop();
    else {
      if (around.every(Boolean)) yield [begin, text];
      begin = '';
    }
  }
}

function isForScreens(at: string): boolean {
  const [, kind = '', query = ''] = /^@([\w-]+)\s*(.*)$/s.exec(at.toLowerCase()) ?? [];
  if (kind === 'supports' || kind === 'layer') return true;
  return kind === 'media' && query.split(',').some(fitsScreen);
}

function fitsScreen(query: string): boolean {
  const words = query
    .split(/\band\b/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.every((word) => {
    const [, end, width] = /^\(\s*(min|max)-(?:device-)?width\s*:\s*(\d{1,6})[\d.]*(?:px)?\s*\)$/.exec(word) ?? [];
    if (end !== undefined) return end === 'min' ? Number(width) <= SCREEN : Number(width) >= SCREEN;
    return /^(?:only\s+)?(?:screen|all)$/.test(word);
  });
}

const compound = /^(\*|[a-z][\w-]*)?((?:[.#][\w-]+|\[[\w-]+(?:=(?:"[^"]*"|'[^']*'|[\w-]+))?\])*)$/i;

/** Undefined for a selector that is not read: of neighbours, of states. */
function readSelector(selector: string): readonly [Compound, ...Compound[]] | undefined {
  const parts = readEscapes(selector)
    .replaceAll('>', ' ')
    .trim()
    .split(/\s+/)
    .map((part) => (part === '' ? null : compound.exec(part)));
  const read = parts.reverse().map((match): Compound | undefined => {
    if (match === null) return undefined;
    const [, name = '*', rest = ''] = match;
    const all = (pattern: RegExp) => Array.from(rest.matchAll(pattern), ([, found = '']) => found);
    return {
      name: name.toLowerCase(),
      classes: all(/\.([\w-]+)/g),
      ids: all(/#([\w-]+)/g),
      attributes: Array.from(
        rest.matchAll(/\[([\w-]+)(?:=["']?([^"'\]]*)["']?)?\]/g),
        ([, attribute = '', value]) => [attribute.toLowerCase(), value] as const,
      ),
    };
  });
  const [first, ...others] = read.filter((one) => one !== undefined);
  return first === undefined || others.length + 1 < read.length ? undefined : [first, ...others];
}

const keyOf = ({ name, classes: [first], ids: [id] }: Compound): string =>
  id !== undefined ? `#${id}` : first !== undefined ? `.${first}` : name;

/** Whether it asks for nothing but its key. */
const isPlain = ([first, ...others]: Rule['compounds']): boolean =>
  others.length === 0 &&
  first.attributes.length === 0 &&
  first.classes.length + first.ids.length + (first.name === '*' ? 0 : 1) === 1;

const weigh = (compounds: readonly Compound[]): number =>
  compounds.reduce(
    (sum, { name, classes, ids, attributes }) =>
      sum + ids.length * 10_000 + (classes.length + attributes.length) * 100 + (name === '*' ? 0 : 1),
    0,
  );

/** What a style sheet declares for an element: what counts most comes last. */
export function findDeclarations(
  sheet: StyleSheet,
  element: Selectable,
  around: readonly Selectable[],
): readonly Declarations[] {
  if (sheet.rules.size === 0) return [];
  if (sheet.left < 0) return [GIVEN_UP];
  const { name, attributes, classes } = element;
  const keys = ['*', name, ...classes.map((one) => `.${one}`), `#${attributes['id'] ?? ''}`];
  const rules = [...new Set(keys)].flatMap((key) => sheet.rules.get(key) ?? []).filter(holds);
  return rules.sort((one, other) => one.weight - other.weight).map(({ declarations }) => declarations);

  function holds({ compounds: [own, ...outer] }: Rule): boolean {
    sheet.left -= 1;
    if (sheet.left < 0 || !fits(own, element)) return false;
    sheet.left -= MATCH;
    let at = around.length;
    return outer.every((wanted) => {
      for (at -= 1; at >= 0; at -= 1) {
        sheet.left -= 1;
        if (fits(wanted, around[at])) return true;
      }
      return false;
    });
  }
}

function fits({ name, classes, ids, attributes }: Compound, element: Selectable | undefined): boolean {
  if (element === undefined) return false;
  const own = element.attributes;
  return (
    (name === '*' || name === element.name) &&
    ids.every((id) => own['id'] === id) &&
    attributes.every(([key, value]) => Object.hasOwn(own, key) && (value === undefined || own[key] === value)) &&
    classes.every((one) => element.classes.includes(one))
  );
}
