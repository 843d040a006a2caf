import type { Operation } from '../operations/index.js';
import { waitUnlessCancelled } from '../send/cancel.js';
import type { CallInput, CallOptions, Dispatcher } from '../send/sender.js';
import { FilterIgnoredError, isBossDeskError } from '../errors/index.js';
import { readQuery } from '../query/conditions.js';
import { contradictionQuery, findContradiction, hiddenAttributes } from './contradictions.js';
import type { Row } from '../values/json.js';

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
  const shared = knownAttributes.get(key);
  if (shared !== undefined) {
    // It may fail for reasons of the caller who asked, such as cancelling; then we ask ourselves.
    const answer = await waitUnlessCancelled(shared, options?.signal).catch(() => undefined);
    if (answer !== undefined) return answer;
  }
  const own = probe(dispatcher, operation, attribute, options);
  knownAttributes.set(key, own);
  try {
    return await own;
  } catch (error) {
    if (knownAttributes.get(key) === own) knownAttributes.delete(key);
    throw error;
  }
}

async function probe(
  dispatcher: Dispatcher,
  operation: Operation,
  attribute: string,
  options?: CallOptions,
): Promise<boolean> {
  const input = { page: 1, per_page: 1, q: contradictionQuery(attribute) };
  try {
    return ((await dispatcher.call(operation, input, options)) as Row[]).length === 0;
  } catch (error) {
    // A condition that is ignored cannot fail; joins of to-many records might, in a query as odd as this.
    if (isBossDeskError(error, 'ServerError')) return true;
    throw error;
  }
}
