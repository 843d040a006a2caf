import { findKinds, getKind, type KindName, type OperationId } from 'bossdesk-client';
import { resolveNames } from '../names.js';
import { type ActionId, camelCase, operationsOf } from '../panel/parameters.js';
import { readInput } from '../panel/readInput.js';
import { readLimit } from './listRecords.js';
import type { ApiRecord, Output, Run } from './run.js';

/** What a ticket holds and has no list of its own, by the action that lists it: `task.getAll` (notes 5.35). */
export function findTicketPart(action: ActionId): KindName | undefined {
  return findKinds(({ partOf, word }) => partOf !== undefined && `${camelCase(word)}.getAll` === action)[0];
}

/** Lists what hangs on a ticket: it comes with the ticket. */
export async function listTicketPart(run: Run, part: KindName): Promise<Output[]> {
  const { context, client, itemIndex, names, options } = run;
  const [operation] = operationsOf(run.action);
  const field = getKind(part).partOf?.field;
  if (operation === undefined || field === undefined) throw new Error(`${run.action} stands for no operation`);
  const input = await resolveNames(names, operation, readInput(context, itemIndex, operation));
  const ticket = (await client.call(operation.id as OperationId, input, options)) as ApiRecord;
  const records = (ticket[field] ?? []) as ApiRecord[];
  return records.slice(0, readLimit(run)).map((record) => ({ json: record }));
}
