import { describeAttribute } from '../kinds/attributes.js';
import { findFilter } from '../kinds/index.js';
import type { FilterField } from '../kinds/kind.js';
import type { KindName } from '../kinds/kinds.js';
import { isNothing } from '../values/nothing.js';
import type { RansackQuery, RansackScalar } from './conditions.js';
import { type ParsedCondition, parseCondition, type PredicateName } from './predicates.js';
import { readYesNo } from '../values/yesNo.js';
import { checkPredicate } from './values.js';

/** What a condition in plain words compares with: nothing, one value, several, a number of days. */
export type WordTakes = 'none' | 'one' | 'several' | 'days';

/** Plain words for Ransack's predicates, as panels show them. */
export const predicateWords = {
  is: { label: 'Is', takes: 'one' },
  isNot: { label: 'Is Not', takes: 'one' },
  isAnyOf: { label: 'Is Any Of', takes: 'several' },
  isNoneOf: { label: 'Is None Of', takes: 'several' },
  contains: { label: 'Contains', takes: 'one' },
  doesNotContain: { label: 'Does Not Contain', takes: 'one' },
  startsWith: { label: 'Starts With', takes: 'one' },
  endsWith: { label: 'Ends With', takes: 'one' },
  isGreaterThan: { label: 'Is Greater Than', takes: 'one' },
  isAtLeast: { label: 'Is at Least', takes: 'one' },
  isLessThan: { label: 'Is Less Than', takes: 'one' },
  isAtMost: { label: 'Is at Most', takes: 'one' },
  on: { label: 'Is On', takes: 'one' },
  before: { label: 'Is Before', takes: 'one' },
  onOrBefore: { label: 'Is On or Before', takes: 'one' },
  after: { label: 'Is After', takes: 'one' },
  onOrAfter: { label: 'Is On or After', takes: 'one' },
  inTheLast: { label: 'Is in the Last … Days', takes: 'days' },
  moreThanAgo: { label: 'Is More Than … Days Ago', takes: 'days' },
  isEmpty: { label: 'Is Empty', takes: 'none' },
  isNotEmpty: { label: 'Is Not Empty', takes: 'none' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly takes: WordTakes }>>;

export type PredicateWord = keyof typeof predicateWords;

type Meanings = Readonly<Partial<Record<PredicateWord, PredicateName>>>;

const wholes: Meanings = { is: 'eq', isNot: 'not_eq', isAnyOf: 'in', isNoneOf: 'not_in' };
const presence: Meanings = { isEmpty: 'null', isNotEmpty: 'not_null' };
const order: Meanings = { isGreaterThan: 'gt', isAtLeast: 'gteq', isLessThan: 'lt', isAtMost: 'lteq' };

/** What the words mean of a type's values, those about emptiness aside. */
const meanings = {
  text: { ...wholes, contains: 'cont', doesNotContain: 'not_cont', startsWith: 'start', endsWith: 'end' },
  number: { ...wholes, ...order },
  id: { ...wholes, ...order },
  time: {
    on: 'eq',
    before: 'lt',
    onOrBefore: 'lteq',
    after: 'gt',
    onOrAfter: 'gteq',
    inTheLast: 'gteq',
    moreThanAgo: 'lt',
  },
  boolean: { is: 'true' },
} as const satisfies Readonly<Record<FilterField['type'], Meanings>>;

/** The words that can be asked of an attribute, with what each means; of one that nobody knows, all. */
export function wordsOf(field: FilterField | undefined): Meanings {
  if (field === undefined) return { ...meanings.time, ...meanings.number, ...meanings.text, ...presence };
  // The values of a list and other records have no order that anybody means.
  const own = field.values !== undefined || field.references !== undefined ? wholes : meanings[field.type];
  if (field.nullable !== true) return own;
  // An empty text is as empty to people as none at all.
  return { ...own, ...(field.type === 'text' ? { isEmpty: 'blank', isNotEmpty: 'present' } : presence) };
}

/** A condition as a panel gives it: an attribute, a plain word or a Ransack suffix, and what to compare with. */
export interface WordedCondition {
  readonly field: string;
  readonly predicate: string;
  readonly value: unknown;
}

/** What is wrong with a condition in words, for a face to say in its own. */
export type WordProblem =
  | { readonly about: 'predicate'; readonly words: readonly PredicateWord[] }
  | { readonly about: 'blank'; readonly canBeEmpty: boolean }
  | { readonly about: 'days' }
  | { readonly about: 'yesNo' };

/**
 * Reads a condition in plain words into one of Ransack's. Whether its value can be compared is checked where the query
 * is.
 *
 * @returns the condition, or why there is none: the predicate makes no sense for the attribute, or the value for the
 * predicate.
 */
export function readWordedCondition(
  kind: KindName,
  { field, predicate, value }: WordedCondition,
): { readonly query: RansackQuery } | { readonly problem: WordProblem } {
  const known = findFilter(kind, field) ?? guessField(kind, field);
  const words = wordsOf(known);
  const word = Object.hasOwn(words, predicate) ? (predicate as PredicateWord) : undefined;
  const suffix = word === undefined ? predicate : (words[word] ?? predicate);
  const name = `${field}_${suffix}`;
  const condition = parseCondition(name);
  if (condition === undefined || (word === undefined && !makesSense(kind, condition, suffix))) {
    return { problem: { about: 'predicate', words: Object.keys(words) as PredicateWord[] } };
  }
  const takes = word === undefined ? undefined : predicateWords[word].takes;
  // Of what is asked for by yes or no, the question says enough.
  if (takes === undefined && condition.takes === 'boolean' && isNothing(value)) return { query: { [name]: true } };
  if (takes === 'none') return { query: { [name]: true } };
  if (isBlank(value)) return { problem: { about: 'blank', canBeEmpty: 'isEmpty' in words } };
  if (takes === 'days') {
    const days = Number(value);
    return Number.isInteger(days) && days >= 0
      ? { query: { [name]: `-${String(days)}d` } }
      : { problem: { about: 'days' } };
  }
  if (word === 'is' && known?.type === 'boolean') {
    const yesNo = readYesNo(value);
    return yesNo === undefined ? { problem: { about: 'yesNo' } } : { query: { [`${field}_${String(yesNo)}`]: true } };
  }
  return { query: { [name]: value as RansackScalar } };
}

/** Nothing to compare with. The word null may be part of a title. */
function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isBlank);
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** An attribute that the table of kinds leaves out; every record may be without it. */
function guessField(kind: KindName, attribute: string): FilterField | undefined {
  const type = /_(?:or|and)_/.test(attribute) ? undefined : describeAttribute(kind, attribute).type;
  return type === undefined ? undefined : { attribute, type, nullable: true };
}

/** Whether a Ransack suffix can be asked of attributes of these types; its compound belongs to it. */
function makesSense(kind: KindName, condition: ParsedCondition, suffix: string): boolean {
  const { predicate, compound } = condition;
  if (suffix !== `${predicate}${compound === undefined ? '' : `_${compound}`}`) return false;
  return checkPredicate(condition, (attribute) => describeAttribute(kind, attribute).type) === undefined;
}
