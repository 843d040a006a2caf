import { findKinds, getKind, type KindName, type OperationId } from 'bossdesk-client';
import { resolveNames } from '../names.js';
import { type ActionId, camelCase, operationsOf } from '../panel/parameters.js';
import { readInput } from '../panel/readInput.js';
import { readLimit } from './listRecords.js';
import type { ApiRecord, Output, Run } from './run.js';

/** What a ticket holds and has no list of its own, by the action that lists it: `task.getAll` (notes 5.35). */
export function findTicketPart(action: ActionId): KindName | undefined {
  if (action === 'attachment.getAll') return 'attachments';
  return findKinds(({ partOf, word }) => partOf !== undefined && `${camelCase(word)}.getAll` === action)[0];
}

/** Lists what hangs on a ticket: it comes with the ticket. */
export async function listTicketPart(run: Run, part: KindName): Promise<Output[]> {
  const { context, client, itemIndex, names, options } = run;
  const [operation] = operationsOf(run.action);
  if (operation === undefined) throw new Error(`${run.action} stands for no operation`);
  const limit = readLimit(run);
  const input = await resolveNames(names, operation, readInput(context, itemIndex, operation));
  const ticket = (await client.call(operation.id as OperationId, input, options)) as ApiRecord;
  const { friendly_id, title } = ticket;
  // Whoever gets one apart from its ticket wants to know which that is.
  const owner = { ticket_number: friendly_id, ticket_title: title };
  return partsOf(part, ticket)
    .slice(0, limit)
    .map((record) => ({ json: { ...record, ...owner } }));
}

/** Files hang on the ticket and on its comments. */
function partsOf(part: KindName, ticket: ApiRecord): readonly ApiRecord[] {
  const listOf = (record: ApiRecord, field: string) => (record[field] ?? []) as ApiRecord[];
  if (part !== 'attachments') return listOf(ticket, getKind(part).partOf?.field ?? part);
  const ofComments = listOf(ticket, 'comments').flatMap((comment) =>
    listOf(comment, 'attachments').map((file) => ({ ...file, comment_id: comment['id'] })),
  );
  return [...listOf(ticket, 'attachments'), ...ofComments];
}
