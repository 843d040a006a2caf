import { BossDeskError } from './bossDeskError.js';

/**
 * The server answered rows that a filter excludes: it ignored the filter, as Ransack does with an attribute that it
 * does not know (notes 1), so the list is everything.
 */
export class FilterIgnoredError extends BossDeskError {
  override readonly name = 'FilterIgnoredError';
  /** The condition's wire name, e.g. `agent_id_null`. */
  readonly filter: string;

  constructor(details: { readonly operation: string; readonly filter: string; readonly evidence: string }) {
    super(`BOSSDesk ignored the filter ${details.filter}: ${details.evidence}`, {
      operation: details.operation,
      hint: 'Check the spelling of the attribute and the form of its value, or filter by another one; the list is not filtered by it.',
    });
    this.filter = details.filter;
  }
}
