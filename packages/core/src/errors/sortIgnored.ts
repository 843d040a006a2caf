import { BossDeskError } from './bossDeskError.js';

/**
 * The server answered rows in another order than a sort asks for: it ignored the sort, as Ransack does with an attribute
 * that it does not know (notes 1).
 */
export class SortIgnoredError extends BossDeskError {
  override readonly name = 'SortIgnoredError';
  /** Where a query holds its sorts, so that it can be handled as an ignored filter is. */
  readonly filter = 's';
  /** The sort as it was sent, e.g. `updated desc`. */
  readonly sort: string;

  constructor(details: {
    readonly operation: string;
    readonly sort: string;
    readonly evidence: string;
    /** What the list is known to be sorted by. */
    readonly known: readonly string[];
  }) {
    super(`BOSSDesk ignored the sort ${details.sort}: ${details.evidence}`, {
      operation: details.operation,
      hint: `The list is not sorted by it. Sort by another attribute: ${details.known.join(', ')}.`,
    });
    this.sort = details.sort;
  }
}
