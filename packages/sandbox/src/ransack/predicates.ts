import { castBoolean, type ColumnType, type Comparable } from './castValue.js';

/** The comparisons that SQL is asked for. */
export type Comparison =
  'eq' | 'not_eq' | 'matches' | 'does_not_match' | 'lt' | 'lteq' | 'gt' | 'gteq' | 'in' | 'not_in';

/** One comparison with the operand that a predicate makes of a cast value. */
export interface Test {
  readonly comparison: Comparison;
  readonly operand: Comparable | readonly Comparable[];
}

export interface Tests {
  readonly join: 'any' | 'all';
  readonly tests: readonly Test[];
}

export interface Predicate {
  readonly name: string;
  /** Type that values are cast to in place of the column's. */
  readonly castAs?: ColumnType;
  readonly takesList: boolean;
  /** Over a to-many association it means "none of them is" (`build_correlated_subquery`). */
  readonly negative: boolean;
  isValid(value: Comparable): boolean;
  testsFor(values: readonly Comparable[]): Tests;
}

type Format = (value: Comparable) => Comparable;

const plain: Format = (value) => value;
/** PostgreSQL's list: `%`, `_`, `\` and `.` (Ransack's `escape_wildcards`). */
const escapeWildcards = (value: Comparable): string => textOf(value).replace(/[\\%_.]/g, '\\$&');
const textOf = (value: Comparable): string => (value === null ? '' : String(value));

const contains: Format = (value) => `%${escapeWildcards(value)}%`;
const startsWith: Format = (value) => `${escapeWildcards(value)}%`;
const endsWith: Format = (value) => `%${escapeWildcards(value)}`;
const lowerContains: Format = (value) => contains(textOf(value).toLowerCase());

/** Predicates over a value, each also with `_any` and `_all`. */
const valuePredicates: readonly (readonly [name: string, comparison: Comparison, format: Format])[] = [
  ['eq', 'eq', plain],
  ['not_eq', 'not_eq', plain],
  ['matches', 'matches', plain],
  ['does_not_match', 'does_not_match', plain],
  ['lt', 'lt', plain],
  ['lteq', 'lteq', plain],
  ['gt', 'gt', plain],
  ['gteq', 'gteq', plain],
  ['cont', 'matches', contains],
  ['not_cont', 'does_not_match', contains],
  ['i_cont', 'matches', lowerContains],
  ['not_i_cont', 'does_not_match', lowerContains],
  ['start', 'matches', startsWith],
  ['not_start', 'does_not_match', startsWith],
  ['end', 'matches', endsWith],
  ['not_end', 'does_not_match', endsWith],
];

/** Predicates that take a boolean, which `0` turns round; `operands` are compared with, joined as SQL would. */
const switches: readonly (readonly [name: string, on: Comparison, operands: readonly Comparable[]])[] = [
  ['true', 'eq', [true]],
  ['not_true', 'not_eq', [true]],
  ['false', 'eq', [false]],
  ['not_false', 'not_eq', [false]],
  ['present', 'not_eq', [null, '']],
  ['blank', 'eq', [null, '']],
  ['null', 'eq', [null]],
  ['not_null', 'not_eq', [null]],
];

const isGiven = (value: Comparable): boolean => value !== null && value !== '';

const isNegative = (name: string): boolean => name.includes('not_');

function valuePredicate(name: string, comparison: Comparison, format: Format, compound?: 'any' | 'all'): Predicate {
  return {
    name,
    takesList: compound !== undefined,
    negative: isNegative(name),
    isValid: isGiven,
    testsFor: (values) => ({
      tests: values.map((value) => ({ comparison, operand: format(value) })),
      join: compound ?? 'all',
    }),
  };
}

/** Its compounds ask of each value by itself: `IN (a) OR IN (b)`. */
const listPredicate = (comparison: 'in' | 'not_in', compound?: 'any' | 'all'): Predicate => ({
  name: compound === undefined ? comparison : `${comparison}_${compound}`,
  takesList: true,
  negative: isNegative(comparison),
  isValid: isGiven,
  testsFor: (values) => ({
    tests: (compound === undefined ? [values] : values.map((value) => [value])).map((operand) => ({
      comparison,
      operand,
    })),
    join: compound ?? 'all',
  }),
});

function switchPredicate(name: string, on: Comparison, operands: readonly Comparable[]): Predicate {
  const off = on === 'eq' ? 'not_eq' : 'eq';
  return {
    name,
    castAs: 'boolean',
    takesList: false,
    negative: isNegative(name),
    isValid: (value) => castBoolean(value) !== null,
    testsFor: ([value]) => {
      const comparison = castBoolean(value ?? null) === true ? on : off;
      return { tests: operands.map((operand) => ({ comparison, operand })), join: comparison === 'eq' ? 'any' : 'all' };
    },
  };
}

const all: readonly Predicate[] = [
  ...valuePredicates.flatMap(([name, comparison, format]) => [
    valuePredicate(name, comparison, format),
    valuePredicate(`${name}_any`, comparison, format, 'any'),
    valuePredicate(`${name}_all`, comparison, format, 'all'),
  ]),
  ...(['in', 'not_in'] as const).flatMap((name) => [
    listPredicate(name),
    listPredicate(name, 'any'),
    listPredicate(name, 'all'),
  ]),
  ...switches.map(([name, on, operands]) => switchPredicate(name, on, operands)),
];

/** Longest first: `first_name_not_eq` is `not_eq`, not `eq`. */
const longestFirst = [...all].sort((a, b) => b.name.length - a.name.length);

/** Splits `last_name_not_eq` into its predicate and what stands before it. */
export function splitPredicate(key: string): { predicate: Predicate; attributes: string } | null {
  const predicate = longestFirst.find(({ name }) => key.endsWith(`_${name}`));
  return predicate === undefined ? null : { predicate, attributes: key.slice(0, -predicate.name.length - 1) };
}

export const findPredicate = (name: string): Predicate | undefined => all.find((predicate) => predicate.name === name);
