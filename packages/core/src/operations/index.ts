import { modules } from './all.js';
import type { Operation } from './operation.js';

export { type Face, type HttpMethod, isIdempotent, type Operation, type Risk, riskOf } from './operation.js';

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
