import * as sessions from './sessions.js';
import * as account from './account.js';
import * as attachments from './attachments.js';
import * as cis from './cis.js';
import * as ciNotes from './ciNotes.js';
import * as reference from './reference.js';
import * as savedSearches from './savedSearches.js';
import * as tasks from './tasks.js';
import * as tickets from './tickets.js';
import * as myTickets from './myTickets.js';
import * as timeEntries from './timeEntries.js';
import * as users from './users.js';
import type { Operation } from './operation.js';

export type { Face, HttpMethod, Operation } from './operation.js';

const modules = {
  ...sessions,
  ...account,
  ...attachments,
  ...cis,
  ...ciNotes,
  ...reference,
  ...savedSearches,
  ...tasks,
  ...tickets,
  ...myTickets,
  ...timeEntries,
  ...users,
};

type Modules = typeof modules;

/** A documented operation, literal types kept. */
export type AnyOperation = Modules[keyof Modules];
export type OperationId = AnyOperation['id'];
export type OperationOf<Id extends OperationId> = Extract<AnyOperation, { id: Id }>;

/** The 59 documented routes, in the order of the API doc. */
export const operations: readonly AnyOperation[] = Object.values(modules).sort((a, b) => a.routeLine - b.routeLine);

const byId: ReadonlyMap<string, Operation> = new Map(operations.map((operation) => [operation.id, operation]));

/** Looks an operation up by id, e.g. `tickets.update`. */
export function getOperation(id: OperationId): Operation {
  const operation = byId.get(id);
  if (operation === undefined) throw new Error(`No operation ${id}`);
  return operation;
}
