import type { Operation, OperationId } from 'bossdesk-client';
import { openSearch } from './listRecords.js';
import type { Output, Run } from './run.js';

/** How many records a filter finds: BOSSDesk tells no number, so that its pages are walked. */
export async function countRecords(run: Run, operation: Operation): Promise<Output[]> {
  const { client, input, options } = await openSearch(run, operation);
  let count = 0;
  for await (const page of client.pages(operation.id as OperationId, input, options)) count += page.length;
  return [{ json: { count } }];
}
