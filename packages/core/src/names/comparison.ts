import { parseCondition } from '../query/predicates.js';
import type { NameProblem } from './problem.js';
import type { Resolved } from './resolve.js';

/** A condition that compares one attribute as a whole with one value or several. */
export interface Comparison {
  readonly name: string;
  readonly attribute: string;
  /** It holds for what is none of the values. */
  readonly isNegative: boolean;
  readonly takesList: boolean;
}

/** What became of a condition. */
export interface Found {
  readonly query: Readonly<Record<string, unknown>>;
  readonly problems?: readonly NameProblem[];
  readonly resolved?: readonly Resolved[];
}

export const unchanged = (name: string, value: unknown): Found => ({ query: { [name]: value } });

/** By predicate and compound; `eq_all` and `not_eq_any` compare with a set as nobody means it. */
const negativeBy: Readonly<Record<string, boolean>> = {
  eq: false,
  eq_any: false,
  in: false,
  not_eq: true,
  not_eq_all: true,
  not_in: true,
};

/** Takes a condition for a comparison; undefined for other predicates, and for several attributes at once. */
export function readComparison(name: string): Comparison | undefined {
  const parsed = parseCondition(name);
  const [attribute, another] = parsed?.attributes ?? [];
  if (parsed === undefined || attribute === undefined || another !== undefined) return undefined;
  const { predicate, compound, takes } = parsed;
  const isNegative = negativeBy[compound === undefined ? predicate : `${predicate}_${compound}`];
  return isNegative === undefined ? undefined : { name, attribute, isNegative, takesList: takes === 'list' };
}
