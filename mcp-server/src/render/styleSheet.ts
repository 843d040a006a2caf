import type { CssNode } from 'css-tree';
import parse from 'css-tree/parser';
import { collectDeclarations, type Declarations } from './css.js';
import { type Budget, holds, type ReadSelector, readSelector, type Selectable } from './selectors.js';

interface Rule {
  readonly selector: ReadSelector;
  readonly declarations: Declarations;
}

/** The rules of a text's style sheets, by what they ask of the element itself; whoever mails 10,000 of them is not waited for. */
export interface StyleSheet extends Budget {
  readonly rules: ReadonlyMap<string, readonly Rule[]>;
}

const MOST_COMPARISONS = 1_000_000;

/** What a rule that holds takes beside a comparison. */
const MATCH = 20;

/** For elements past those that were compared: what may be hidden counts as hidden. */
const GIVEN_UP: Declarations = { display: 'none' };

const MAX_CSS = 100_000;

/** On what screen people read, in pixels. */
const SCREEN = 1200;

/** Reads style sheets: their rules for a screen, in so far as it can be told of what they hold. */
export function readStyleSheet(css: string): StyleSheet {
  const rules = new Map<string, Rule[]>();
  if (css !== '') {
    const options = { parseValue: false, parseAtrulePrelude: false };
    for (const rule of readRules(parse(css.slice(0, MAX_CSS), options))) {
      const same = rules.get(rule.selector.key) ?? [];
      rules.set(rule.selector.key, same);
      const last = same.at(-1);
      if (last !== undefined && isPlain(rule) && isPlain(last) && last.selector.weight === rule.selector.weight)
        same[same.length - 1] = { ...last, declarations: { ...last.declarations, ...rule.declarations } };
      else same.push(rule);
    }
  }
  return { rules, left: MOST_COMPARISONS };
}

/** Whether it asks for nothing but its key. */
const isPlain = ({ selector: { key, tests, outer } }: Rule): boolean =>
  key !== '*' && tests.length === 1 && outer === undefined;

/** The rules that hold on a screen. */
function* readRules(node: CssNode): Generator<Rule> {
  if (node.type === 'StyleSheet' || node.type === 'Block') for (const child of node.children) yield* readRules(child);
  if (node.type === 'Atrule' && node.block !== null && isForScreens(node.name, node.prelude))
    yield* readRules(node.block);
  if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return;
  const declarations = collectDeclarations(node.block.children);
  for (const one of node.prelude.children) {
    const selector = one.type === 'Selector' ? readSelector(one) : undefined;
    if (selector !== undefined) yield { selector, declarations };
  }
}

function isForScreens(name: string, prelude: CssNode | null): boolean {
  const kind = name.toLowerCase();
  if (kind === 'supports' || kind === 'layer') return true;
  const query = prelude?.type === 'Raw' ? prelude.value.toLowerCase() : '';
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

/** What a style sheet declares for an element: what counts most comes last. */
export function findDeclarations(sheet: StyleSheet, element: Selectable): readonly Declarations[] {
  if (sheet.rules.size === 0) return [];
  if (sheet.left < 0) return [GIVEN_UP];
  const { name, attributes, classes } = element;
  const keys = ['*', name, ...classes.map((one) => `.${one}`), `#${attributes['id'] ?? ''}`];
  const rules = [...new Set(keys)].flatMap((key) => sheet.rules.get(key) ?? []);
  const held = rules.filter(({ selector }) => {
    if (!holds(selector, element, sheet)) return false;
    sheet.left -= MATCH;
    return true;
  });
  return held.sort((one, other) => one.selector.weight - other.selector.weight).map(({ declarations }) => declarations);
}
