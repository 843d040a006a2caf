import {
  applySetParts,
  type CallInput,
  type KindName,
  type Operation,
  type OperationId,
  previewCall,
  readerOf,
  simpleFieldsOf,
} from 'bossdesk-client';
import { resolveTarget } from '../names.js';
import { readInput } from '../panel/readInput.js';
import { readFields } from './readFields.js';
import { readIfThere } from './nothingFound.js';
import type { ApiRecord, Output, Run } from './run.js';
import { createShape, nameFields } from './shapeRecord.js';

/** Calls an operation once, with what the panel gives, and shapes its answer. */
export async function callOperation(run: Run, operation: Operation): Promise<Output[]> {
  const { client, options } = run;
  if (operation.change === undefined) return readOne(run, operation);
  const named = await readFields(run, operation);
  const whole = await applySetParts(operation, named, async () => (await readRecord(run, operation, named)) ?? {});
  const input = await protect(run, operation, whole);
  if (run.settings.isDryRun) return [describeDryRun(operation, input)];
  const answer = (await client.call(operation.id as OperationId, input, options)) as ApiRecord | undefined;
  if (operation.change === 'delete') return [{ json: { deleted: true, ...answer } }];
  return [await (answer === undefined ? describeUpdate(run, operation, input) : shapeAnswer(run, operation, answer))];
}

/** What a write would send, checked as it would be. */
export function describeDryRun(operation: Operation, input: CallInput): Output {
  return { json: { dry_run: true, operation: operation.id, ...previewCall(operation, input) } as ApiRecord };
}

/** The record that an operation answers, as the person wants it. */
export async function shapeAnswer(
  { names, settings }: Run,
  operation: Pick<Operation, 'kind' | 'success'>,
  record: ApiRecord,
): Promise<Output> {
  const named = await nameFields(names, settings, operation.kind, record);
  return { json: createShape(settings, simpleFieldsOf(operation))(named) };
}

/** The same of a record that is read beside an operation that answers none. */
export function shapeWhole(run: Run, kind: KindName, record: ApiRecord): Promise<Output> {
  return shapeAnswer(run, { kind, success: { status: 200, body: 'record' } }, record);
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
async function describeUpdate(run: Run, operation: Operation, input: CallInput): Promise<Output> {
  const record = run.settings.returnRecord ? await readRecord(run, operation, input) : undefined;
  if (record !== undefined) return shapeWhole(run, operation.kind, record);
  const { friendly_id, id } = input as { friendly_id: number; id?: number };
  return { json: { updated: true, friendly_id, ...(id === undefined ? {} : { id }) } };
}

async function readRecord({ client, options }: Run, operation: Operation, { friendly_id }: CallInput) {
  const reader = readerOf(operation);
  return reader && ((await client.call(reader, { friendly_id }, options)) as ApiRecord);
}
