import { type ActionId, onlyOperationOf } from '../panel/parameters.js';
import { getAttachment, uploadAttachment } from './attachments.js';
import { callOperation } from './callOperation.js';
import { closeTicket } from './closeTicket.js';
import { countRecords } from './countRecords.js';
import { keepInput } from './keepInput.js';
import { listRecords, listReferenceData } from './listRecords.js';
import { orNothingFound } from './nothingFound.js';
import type { Handler, Output, Run } from './run.js';
import { findTicketPart, listTicketPart } from './ticketParts.js';
import { upsertRecord } from './upsert.js';

/** Actions that are more than one call of one operation. */
const special: Readonly<Record<ActionId, Handler>> = {
  'attachment.get': getAttachment,
  'attachment.upload': uploadAttachment,
  'reference.getAll': listReferenceData,
  'ticket.close': closeTicket,
};

function handlerOf(action: ActionId): Handler {
  const own = special[action];
  if (own !== undefined) return own;
  const part = findTicketPart(action);
  if (part !== undefined) return (run) => listTicketPart(run, part);
  if (action.endsWith('.upsert')) return upsertRecord;
  const operation = onlyOperationOf(action);
  if (action.endsWith('.count')) return (run) => countRecords(run, operation);
  return operation.success.body === 'list'
    ? (run) => listRecords(run, operation)
    : (run) => callOperation(run, operation);
}

/** Runs an action for one item: what it finds, or what the person wants in place of nothing. */
export async function runAction(run: Run): Promise<Output[]> {
  const found = await handlerOf(run.action)(run);
  return keepInput(run, orNothingFound(run, found));
}
