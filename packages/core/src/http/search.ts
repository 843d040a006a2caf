import type { Operation } from '../operations/index.js';
import type { CallInput, CallOptions, Dispatcher } from './dispatch.js';
import { FilterIgnoredError } from './errors/index.js';
import { readQuery } from './ransack/query.js';
import { contradictionQuery, findContradiction, hiddenAttributes, type Row } from './verifyFilters.js';

type Report = (error: FilterIgnoredError) => void;

/**
 * Whether a server knows an attribute, by account, operation and attribute: a fact about the server, so it is asked once
 * per process.
 */
const knownAttributes = new Map<string, Promise<boolean>>();

/**
 * Lists one page and makes sure that the server applied the filter: rows that show a filtered field must agree
 * with it, and an attribute that rows do not show is probed once. Without rows there is nothing that a lost filter
 * could have let through.
 */
export async function listChecked(
  dispatcher: Dispatcher,
  operation: Operation,
  input: CallInput,
  report: Report,
  options?: CallOptions,
): Promise<Row[]> {
  const rows = (await dispatcher.call(operation, input, options)) as Row[];
  if (input['q'] === undefined || rows.length === 0) return rows;
  const filter = readQuery(operation.id, input['q']);
  const contradiction = findContradiction(operation, filter, rows);
  if (contradiction !== undefined) report(contradiction);
  for (const { attribute, filter: name } of hiddenAttributes(operation, filter, rows)) {
    if (await isKnown(dispatcher, operation, attribute, options)) continue;
    report(
      new FilterIgnoredError({
        operation: operation.id,
        filter: name,
        evidence: `it answers records even for "${attribute} is null and not null"`,
      }),
    );
  }
  return rows;
}

async function isKnown(
  dispatcher: Dispatcher,
  operation: Operation,
  attribute: string,
  options?: CallOptions,
): Promise<boolean> {
  const key = `${dispatcher.baseUrl} ${operation.id} ${attribute}`;
  const known = knownAttributes.get(key) ?? probe(dispatcher, operation, attribute, options);
  knownAttributes.set(key, known);
  try {
    return await known;
  } catch (error) {
    knownAttributes.delete(key);
    throw error;
  }
}

async function probe(
  dispatcher: Dispatcher,
  operation: Operation,
  attribute: string,
  options?: CallOptions,
): Promise<boolean> {
  const rows = (await dispatcher.call(
    operation,
    { page: 1, per_page: 1, q: contradictionQuery(attribute) },
    options,
  )) as Row[];
  return rows.length === 0;
}
