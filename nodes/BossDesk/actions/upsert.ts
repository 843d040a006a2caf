import {
  findDifferences,
  getKind,
  nameOfPerson,
  type Operation,
  type OperationId,
  readerOf,
  type Row,
} from 'bossdesk-client';
import { operationsOf } from '../panel/parameters.js';
import { describeDryRun, shapeAnswer, shapeWhole } from './callOperation.js';
import { readFields } from './readFields.js';
import type { ApiRecord, Handler, Output, Run } from './run.js';
import { type Key, readKey, refuse } from './upsertKeys.js';

/**
 * Creates a record, or updates the one that has its key where anything differs. Run again, it changes nothing.
 *
 * @throws NodeOperationError for a key that is empty or that several records have; nothing is written then.
 */
export const upsertRecord: Handler = async (run) => {
  const create = requireOperation(run, 'create');
  const key = await readKey(run, create, await readFields(run, create));
  const found = await key.find();
  const [only, another] = found;
  if (only === undefined) return createRecord(run, create, key);
  if (another !== undefined)
    throw refuse(run, wordSeveral(create, key, found), 'Choose another key, or give each its own.');
  return updateRecord(run, key, Number(only['friendly_id']));
};

function requireOperation({ action }: Run, change: 'create' | 'update'): Operation {
  const operation = operationsOf(action).find((one) => one.change === change);
  if (operation === undefined) throw new Error(`${action} stands for no ${change}`);
  return operation;
}

async function createRecord(run: Run, operation: Operation, key: Key): Promise<Output[]> {
  if (key.cannotCreate !== undefined) throw refuse(run, key.cannotCreate, 'Choose another field under Match On.');
  if (run.settings.isDryRun) return [tell('created', describeDryRun(operation, key.input))];
  const record = (await run.client.call(operation.id as OperationId, key.input, run.options)) as ApiRecord;
  return [tell('created', await shapeAnswer(run, operation, record))];
}

async function updateRecord(run: Run, key: Key, friendly_id: number): Promise<Output[]> {
  const operation = requireOperation(run, 'update');
  const reader = readerOf(operation);
  if (reader === undefined) throw new Error(`Nothing reads what ${operation.id} changes`);
  const read = () => run.client.call(reader, { friendly_id }, run.options) as Promise<ApiRecord>;
  const record = await read();
  const changes = findDifferences(operation, key.input, record);
  if (Object.keys(changes).length === 0) return [tell('unchanged', await shapeWhole(run, operation.kind, record))];
  // What somebody else changes in between is not overwritten.
  const version = operation.lock === undefined ? {} : { [operation.lock]: record[operation.lock] };
  const update = { friendly_id, ...changes, ...version };
  if (run.settings.isDryRun) return [tell('updated', describeDryRun(operation, update))];
  await run.client.call(operation.id as OperationId, update, run.options);
  return [tell('updated', await shapeWhole(run, operation.kind, await read()))];
}

const tell = (action: 'created' | 'updated' | 'unchanged', { json }: Output): Output => ({ json: { action, ...json } });

function wordSeveral({ kind }: Operation, { words }: Key, rows: readonly Row[]): string {
  const listed = rows.map((row) => {
    const name = row['title'] ?? row['name'] ?? nameOfPerson(row) ?? row['username'];
    return `${String(name)} (number ${String(row['friendly_id'])})`;
  });
  return `Several ${getKind(kind).plural} have ${words}: ${listed.join(', ')}`;
}
