import type { Operation, OperationId } from 'bossdesk-client';
import { readerOf } from './readers.js';
import { readInput } from './readInput.js';
import type { ApiRecord, Output, Run } from './run.js';
import { readOptions, shapeRecord } from './shape.js';

/** Calls an operation once, with what the panel gives, and shapes its answer. */
export async function callOperation(run: Run, operation: Operation): Promise<Output[]> {
  const { client, options } = run;
  const input = await protect(run, operation, await readInput(run, operation));
  const answer = (await client.call(operation.id as OperationId, input, options)) as ApiRecord | undefined;
  if (operation.method === 'DELETE') return [{ json: { deleted: true, ...answer } }];
  if (answer === undefined) return [{ json: await describeUpdate(run, operation, input) }];
  return [{ json: shapeRecord(run, answer) }];
}

type Input = Awaited<ReturnType<typeof readInput>>;

/**
 * Reads the record's lock version and sends it along, so that a change made in between is reported as a conflict (doc
 * L27). A version that the person gives is older, and so protects better.
 */
async function protect(run: Run, operation: Operation, input: Input): Promise<Input> {
  const { lock } = operation;
  if (lock === undefined || input[lock] !== undefined || readOptions(run)['protectAgainstOverwrites'] !== true)
    return input;
  const record = await readRecord(run, operation, input);
  return { ...input, [lock]: record?.[lock] };
}

/** An update that the API answers without a body: what was updated, or the record where it is asked for. */
async function describeUpdate(run: Run, operation: Operation, input: Input): Promise<ApiRecord> {
  const record = readOptions(run)['returnRecord'] === true ? await readRecord(run, operation, input) : undefined;
  if (record !== undefined) return record;
  const { friendly_id, id } = input as { friendly_id: number; id?: number };
  return { updated: true, friendly_id, ...(id === undefined ? {} : { id }) };
}

async function readRecord({ client, options }: Run, operation: Operation, { friendly_id }: Input) {
  const reader = readerOf(operation);
  return reader && ((await client.call(reader, { friendly_id }, options)) as ApiRecord);
}
