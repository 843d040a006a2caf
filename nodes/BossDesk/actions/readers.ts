import { type Operation, type OperationId, operations } from 'bossdesk-client';

/** The operation that reads the whole record: `tickets.get` for `tickets.list` and `tickets.update`. */
export function readerOf({ id }: Operation): OperationId | undefined {
  const reader = id.replace(/\.\w+$/, '.get');
  return operations.find((operation) => operation.id === reader)?.id;
}
