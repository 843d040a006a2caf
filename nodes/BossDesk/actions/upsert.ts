import {
  type CallInput,
  findDifferences,
  type FieldRule,
  fieldRules,
  getKind,
  isNothing,
  nameOfPerson,
  type Operation,
  type OperationId,
  type RansackQuery,
  readerOf,
  type Row,
} from 'bossdesk-client';
import { NodeOperationError } from 'n8n-workflow';
import { readRecord, resolveNames } from '../names.js';
import { operationsOf } from '../panel/parameters.js';
import { readInput } from '../panel/readInput.js';
import { unwrapLocator } from '../panel/values.js';
import { readClock, readWorkflowTimes } from '../times.js';
import { describeDryRun, shapeAnswer, shapeWhole } from './callOperation.js';
import type { ApiRecord, Handler, Output, Run } from './run.js';

/** What tells whether a record is there already. */
interface Key {
  /** In the words of the panel: `Email "al@example.com"`. */
  readonly words: string;
  find(): Promise<readonly Row[]>;
  /** The input of a record that has the key. */
  readonly input: CallInput;
  /** Why none can be created that has it. */
  readonly cannotCreate?: string;
}

/**
 * Creates a record, or updates the one that has its key where anything differs. Run again, it changes nothing.
 *
 * @throws NodeOperationError for a key that is empty or that several records have; nothing is written then.
 */
export const upsertRecord: Handler = async (run) => {
  const { context, itemIndex, names } = run;
  const create = requireOperation(run, 'create');
  const given = await readWorkflowTimes(context, create, readInput(context, itemIndex, create));
  const input = await resolveNames(names, create, given, () => readClock(context));
  const key = await readKey(run, create, input);
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

async function readKey(run: Run, create: Operation, input: CallInput): Promise<Key> {
  if (create.kind === 'tickets') return readTagKey(run, create, input);
  const field = run.context.getNodeParameter('matchOn', run.itemIndex) as string;
  if (field === 'barcode') return readBarcodeKey(run, input);
  const rules: Readonly<Record<string, FieldRule>> = fieldRules[create.id as OperationId].fields;
  const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
  if (rule?.type !== 'string')
    throw refuse(run, `Match On takes no field "${field}"`, 'Choose one of those it offers.');
  const value = input[field];
  if (isNothing(value) || typeof value !== 'string') {
    throw refuse(run, `${rule.label} is empty, and is what Match On looks for`, 'Give it, or choose another key.');
  }
  const words = `${rule.label} "${value.trim()}"`;
  return { words, input, find: () => findRows(run, create, { [`${field}_eq`]: value.trim() }) };
}

/** A tag stands for what a ticket came of: titles are no names. */
async function readTagKey(run: Run, create: Operation, input: CallInput): Promise<Key> {
  const given = unwrapLocator(run.context.getNodeParameter('matchTag', run.itemIndex, ''));
  if (isNothing(given)) throw refuse(run, 'Match On Tag is empty', 'Choose the tag that only this ticket has.');
  const { tag_ids } = await resolveNames(run.names, create, { tag_ids: [given] });
  const [tag] = tag_ids as number[];
  const all = [...new Set([...((input['tag_ids'] as number[] | undefined) ?? []), tag])];
  return {
    words: `the tag ${JSON.stringify(given)}`,
    input: { ...input, tag_ids: all },
    find: () => findRows(run, create, { tags_id_eq: tag ?? 0 }),
  };
}

/** BOSSDesk gives barcodes itself, and makes them of names by default (doc L81). */
function readBarcodeKey(run: Run, input: CallInput): Key {
  const given = run.context.getNodeParameter('barcode', run.itemIndex, '');
  const barcode = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
  if (isNothing(barcode)) throw refuse(run, 'Barcode is empty, and is what Match On looks for', 'Give it.');
  const words = `Barcode "${barcode}"`;
  return {
    words,
    input,
    find: () => readRecord(run.client, 'cis.getByBarcode', { barcode }, run.options),
    ...(input['name'] === barcode
      ? {}
      : { cannotCreate: `No CI has the ${words}, and BOSSDesk would give a new one another, made of its name` }),
  };
}

const ENOUGH_TO_NAME = 10;

async function findRows(run: Run, { kind }: Operation, q: RansackQuery): Promise<readonly Row[]> {
  const { list } = getKind(kind);
  if (list === undefined) throw new Error(`Nothing lists ${kind}`);
  const { rows } = await run.client.slice(list, { q }, { ...run.options, offset: 0, limit: ENOUGH_TO_NAME });
  return rows;
}

function wordSeveral({ kind }: Operation, { words }: Key, rows: readonly Row[]): string {
  const listed = rows.map((row) => {
    const name = row['title'] ?? row['name'] ?? nameOfPerson(row) ?? row['username'];
    return `${String(name)} (number ${String(row['friendly_id'])})`;
  });
  return `Several ${getKind(kind).plural} have ${words}: ${listed.join(', ')}`;
}

function refuse({ context, itemIndex }: Run, message: string, description: string): NodeOperationError {
  return new NodeOperationError(context.getNode(), message, { itemIndex, description });
}
