import type { Comparable } from './castValue.js';
import type { Predicate } from './predicates.js';
import type { AttributePath } from './searchable.js';

/** A parsed search: what is left once everything unknown or invalid has been dropped. */
export interface Search {
  readonly where: Grouping;
  readonly sorts: readonly Sort[];
}

export interface Grouping {
  readonly combinator: 'and' | 'or';
  readonly conditions: readonly Condition[];
  readonly groupings: readonly Grouping[];
}

export interface Condition {
  readonly predicate: Predicate;
  readonly combinator: 'and' | 'or';
  readonly operands: readonly Operand[];
}

/** An attribute with the values of its condition, cast to its type. */
export interface Operand {
  readonly attribute: AttributePath;
  readonly values: readonly Comparable[];
}

export interface Sort {
  readonly attribute: AttributePath;
  readonly direction: 'asc' | 'desc';
}

/** What Ransack itself raises, or the database would: Rails answers 500. */
export class SearchCrash extends Error {
  override readonly name = 'SearchCrash';
}
