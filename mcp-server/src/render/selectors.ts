import type { AnPlusB, CssNode, PseudoClassSelector, Selector, SelectorList } from 'css-tree';
import { ident } from 'css-tree/utils';

/** What selectors ask of an element. */
export interface Selectable {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  /** The element that it is in. */
  readonly parent: Selectable | undefined;
  /** The element in front of it there. */
  readonly before: Selectable | undefined;
}

type Test = (element: Selectable) => boolean;

/** `p.note#a[title]` */
interface Compound {
  /** What it asks for first, by which it is found: an id, a class or a name. */
  readonly key: string;
  readonly tests: readonly Test[];
}

/** A selector, from the element itself outwards. */
export interface ReadSelector extends Compound {
  readonly weight: number;
  /** What has to be around the element or in front of it, and where. */
  readonly outer:
    { readonly where: string; readonly compound: Compound; readonly next: ReadSelector['outer'] } | undefined;
}

/** How many more tests may be made. */
export interface Budget {
  left: number;
}

/** Undefined for a selector that holds of nothing on a page that is only looked at, or that nobody can tell here. */
export function readSelector({ children }: Selector): ReadSelector | undefined {
  let compound: { key: string; tests: Test[] } = { key: '*', tests: [] };
  let [outer, weight]: [ReadSelector['outer'], number] = [undefined, 0];
  for (const node of children) {
    if (node.type === 'Combinator') {
      outer = { where: node.name.trim(), compound, next: outer };
      compound = { key: '*', tests: [] };
      continue;
    }
    const read = readPart(node);
    if (read === undefined) return undefined;
    compound.tests.push(read.test);
    weight += read.weight;
    compound.key = read.key ?? compound.key;
  }
  return { ...compound, weight, outer };
}

interface Part {
  readonly test: Test;
  readonly weight: number;
  readonly key?: string;
}

const ID = 10_000;
const CLASS = 100;

function readPart(node: CssNode): Part | undefined {
  switch (node.type) {
    case 'TypeSelector': {
      const name = ident.decode(node.name).toLowerCase();
      return name === '*'
        ? { test: () => true, weight: 0 }
        : { test: (one) => one.name === name, weight: 1, key: name };
    }
    case 'ClassSelector': {
      const name = ident.decode(node.name);
      return { test: ({ classes }) => classes.includes(name), weight: CLASS, key: `.${name}` };
    }
    case 'IdSelector': {
      const id = ident.decode(node.name);
      return { test: ({ attributes }) => attributes['id'] === id, weight: ID, key: `#${id}` };
    }
    case 'AttributeSelector': {
      const { matcher, flags, value } = node;
      const wanted = value === null ? '' : value.type === 'String' ? value.value : ident.decode(value.name);
      const test = testAttribute(ident.decode(node.name.name).toLowerCase(), matcher, wanted, flags === 'i');
      return { test, weight: CLASS };
    }
    case 'PseudoClassSelector':
      return readPseudoClass(node);
    default:
      return undefined;
  }
}

const comparisons: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '~=': (value, wanted) => value.split(/\s+/).includes(wanted),
  '|=': (value, wanted) => value === wanted || value.startsWith(`${wanted}-`),
  '^=': (value, wanted) => wanted !== '' && value.startsWith(wanted),
  '$=': (value, wanted) => wanted !== '' && value.endsWith(wanted),
  '*=': (value, wanted) => wanted !== '' && value.includes(wanted),
};

function testAttribute(name: string, matcher: string | null, wanted: string, isLoose: boolean): Test {
  const compare = matcher === null ? () => true : (comparisons[matcher] ?? (() => false));
  const fold = (text: string) => (isLoose ? text.toLowerCase() : text);
  return ({ attributes }) => Object.hasOwn(attributes, name) && compare(fold(attributes[name] ?? ''), fold(wanted));
}

/** Of states, as of a mouse above it, none holds; what stands behind an element is not known while it is read. */
function readPseudoClass({ name, children }: PseudoClassSelector): Part | undefined {
  const inside = children?.first ?? undefined;
  switch (name.toLowerCase()) {
    case 'first-child':
      return { test: ({ before }) => before === undefined, weight: CLASS };
    case 'nth-child':
      return inside?.type === 'Nth' && inside.selector === null ? readNth(inside.nth) : undefined;
    case 'not':
      return inside?.type === 'SelectorList' ? readAny(inside, false) : undefined;
    case 'is':
      return inside?.type === 'SelectorList' ? readAny(inside, true) : undefined;
    case 'where': {
      const any = inside?.type === 'SelectorList' ? readAny(inside, true) : undefined;
      return any && { ...any, weight: 0 };
    }
    default:
      return undefined;
  }
}

function readAny({ children }: SelectorList, isWanted: boolean): Part | undefined {
  const all = Array.from(children, (one) => (one.type === 'Selector' ? readSelector(one) : undefined));
  const read = all.filter((one) => one !== undefined && one.outer === undefined) as ReadSelector[];
  // One that cannot be told may be the one that holds.
  if (read.length < all.length) return undefined;
  return {
    test: (element) => read.some(({ tests }) => tests.every((test) => test(element))) === isWanted,
    weight: Math.max(0, ...read.map(({ weight }) => weight)),
  };
}

function readNth(nth: AnPlusB | { readonly type: 'Identifier'; readonly name: string }): Part | undefined {
  const [step, first] =
    nth.type === 'AnPlusB' ? [Number(nth.a ?? 0), Number(nth.b ?? 0)] : nth.name === 'even' ? [2, 0] : [2, 1];
  if (!Number.isSafeInteger(step) || !Number.isSafeInteger(first)) return undefined;
  return {
    weight: CLASS,
    test: (element) => {
      const offset = placeOf(element) - first;
      return step === 0 ? offset === 0 : offset / step >= 0 && offset % step === 0;
    },
  };
}

const MOST_PLACES = 1000;

/** The first is 1. */
function placeOf(element: Selectable): number {
  let place = 1;
  for (let one = element.before; one !== undefined && place < MOST_PLACES; one = one.before) place += 1;
  return place;
}

/** Whether a selector holds of an element. */
export function holds(selector: ReadSelector, element: Selectable, budget: Budget): boolean {
  return fits(selector, element, budget) && holdsAround(selector.outer, element, budget);
}

function fits({ tests }: Compound, element: Selectable, budget: Budget): boolean {
  budget.left -= 1;
  return budget.left >= 0 && tests.every((test) => test(element));
}

function holdsAround(outer: ReadSelector['outer'], element: Selectable, budget: Budget): boolean {
  if (outer === undefined) return true;
  const { where, compound, next } = outer;
  const isSibling = where === '+' || where === '~';
  const step = (one: Selectable) => (isSibling ? one.before : one.parent);
  for (let one = step(element); one !== undefined && budget.left >= 0; one = step(one)) {
    if (fits(compound, one, budget) && holdsAround(next, one, budget)) return true;
    if (where === '>' || where === '+') return false;
  }
  return false;
}
