import {
  applySetParts,
  type CallInput,
  type Operation,
  type OperationId,
  previewCall,
  readerOf,
  simpleFieldsOf,
} from 'bossdesk-client';
import { resolveNames, resolveTarget } from '../names.js';
import { readInput } from '../panel/readInput.js';
import { readClock, readWorkflowTimes } from '../times.js';
import { readIfThere } from './nothingFound.js';
import type { ApiRecord, Output, Run } from './run.js';
import { nameFields, shapeRecord } from './shapeRecord.js';

/** Calls an operation once, with what the panel gives, and shapes its answer. */
export async function callOperation(run: Run, operation: Operation): Promise<Output[]> {
  const { context, client, itemIndex, names, options } = run;
  if (operation.change === undefined) return readOne(run, operation);
  const given = await readWorkflowTimes(context, operation, readInput(context, itemIndex, operation));
  const named = await resolveNames(names, operation, given, () => readClock(context));
  const whole = await applySetParts(operation, named, async () => (await readRecord(run, operation, named)) ?? {});
  const input = await protect(run, operation, whole);
  if (run.settings.isDryRun) return [describeDryRun(operation, input)];
  const answer = (await client.call(operation.id as OperationId, input, options)) as ApiRecord | undefined;
  if (operation.change === 'delete') return [{ json: { deleted: true, ...answer } }];
  if (answer === undefined) return [{ json: await describeUpdate(run, operation, input) }];
  return [await shapeAnswer(run, operation, answer)];
}

/** What a write would send, checked as it would be. */
export function describeDryRun(operation: Operation, input: CallInput): Output {
  return { json: { dry_run: true, operation: operation.id, ...previewCall(operation, input) } as ApiRecord };
}

/** A whole record as the person wants it. */
export async function shapeAnswer(
  { names, settings }: Run,
  operation: Pick<Operation, 'kind' | 'success'>,
  record: ApiRecord,
): Promise<Output> {
  const named = await nameFields(names, settings, operation.kind, record);
  return { json: shapeRecord(settings, simpleFieldsOf(operation), named) };
}

/** Reads the record that the panel names by its number or its name; none where there is none. */
async function readOne(run: Run, operation: Operation): Promise<Output[]> {
  const { context, client, itemIndex, names, options, settings, hint } = run;
  const given = readInput(context, itemIndex, operation);
  const input = await resolveTarget(names, operation, given, settings.ifNothingFound === 'fail' ? undefined : hint);
  if (input === undefined) return [];
  const read = () => client.call(operation.id as OperationId, input, options) as Promise<ApiRecord>;
  const record = await readIfThere(run, operation, read);
  return record === undefined ? [] : [await shapeAnswer(run, operation, record)];
}

/**
 * Reads the record's lock version and sends it along, so that a change made in between is reported as a conflict (doc
 * L27). A version that the person gives is older, and so protects better.
 */
async function protect(run: Run, operation: Operation, input: CallInput): Promise<CallInput> {
  const { lock } = operation;
  if (lock === undefined || input[lock] !== undefined || !run.settings.protectAgainstOverwrites) return input;
  const record = await readRecord(run, operation, input);
  return { ...input, [lock]: record?.[lock] };
}

/** An update that the API answers without a body: what was updated, or the record where it is asked for. */
async function describeUpdate(run: Run, operation: Operation, input: CallInput): Promise<ApiRecord> {
  const record = run.settings.returnRecord ? await readRecord(run, operation, input) : undefined;
  if (record !== undefined) return record;
  const { friendly_id, id } = input as { friendly_id: number; id?: number };
  return { updated: true, friendly_id, ...(id === undefined ? {} : { id }) };
}

async function readRecord({ client, options }: Run, operation: Operation, { friendly_id }: CallInput) {
  const reader = readerOf(operation);
  return reader && ((await client.call(reader, { friendly_id }, options)) as ApiRecord);
}
