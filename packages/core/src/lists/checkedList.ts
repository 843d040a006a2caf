import type { Operation } from '../operations/index.js';
import { FilterIgnoredError, isBossDeskError } from '../errors/index.js';
import { type Filter, readFilter } from '../query/wireQuery.js';
import type { CallInput, CallOptions, Sender } from '../send/sender.js';
import type { Row } from '../values/json.js';
import { contradictionQuery, findContradiction, hiddenAttributes } from './contradictions.js';
import type { KnownAttributes } from './knownAttributes.js';
import type { PageRequest } from './pages.js';

export interface ListContext {
  readonly sender: Sender;
  readonly knownAttributes: KnownAttributes;
  /** Is told of a filter that the server ignored; throws where that is a failure. */
  readonly report: (error: FilterIgnoredError) => void;
}

/** Fetches one page, or what the server gives without being asked for one. */
export type FetchRows = (request: Partial<PageRequest>, options?: CallOptions) => Promise<Row[]>;

/**
 * Opens a list: its filter is read once, however many pages follow. Each page is made sure to be filtered: rows that
 * show a filtered field must agree with it, and an attribute that rows do not show is asked for once. Without rows there
 * is nothing that a lost filter could have let through.
 *
 * @throws InvalidInputError for a filter that cannot work.
 */
export function openList(context: ListContext, operation: Operation, input: CallInput): FetchRows {
  const isFiltered = operation.searchable === true && input['q'] !== undefined;
  const filter = isFiltered ? readFilter(operation.id, input['q']) : undefined;
  return async (request, options) => {
    const rows = (await context.sender.call(operation, { ...input, ...request }, options, filter)) as Row[];
    if (filter !== undefined && rows.length > 0) await checkRows(context, operation, filter, rows, options);
    return rows;
  };
}

async function checkRows(
  { sender, knownAttributes, report }: ListContext,
  operation: Operation,
  { conditions }: Filter,
  rows: readonly Row[],
  options?: CallOptions,
): Promise<void> {
  const contradiction = findContradiction(operation, conditions, rows);
  if (contradiction !== undefined) report(contradiction);
  for (const { attribute, filter } of hiddenAttributes(operation, conditions, rows)) {
    const ask = () => probe(sender, operation, attribute, options);
    if (await knownAttributes.isKnown(operation.id, attribute, ask, options?.signal)) continue;
    report(
      new FilterIgnoredError({
        operation: operation.id,
        filter,
        evidence: `it answers records even for "${attribute} is null and not null"`,
      }),
    );
  }
}

async function probe(sender: Sender, operation: Operation, attribute: string, options?: CallOptions): Promise<boolean> {
  const input = { page: 1, per_page: 1, q: contradictionQuery(attribute) };
  try {
    return ((await sender.call(operation, input, options)) as Row[]).length === 0;
  } catch (error) {
    // A condition that is ignored cannot fail; joins of to-many records might, in a query as odd as this.
    if (isBossDeskError(error, 'ServerError')) return true;
    throw error;
  }
}
