import {
  type CallInput,
  combineQueries,
  type FieldRule,
  fieldRules,
  findDifferences,
  getKind,
  getOperation,
  isNothing,
  type KindName,
  nameCustomFields,
  type Operation,
  type OperationId,
  type RansackQuery,
  type Row,
} from 'bossdesk-client';
import { NodeOperationError } from 'n8n-workflow';
import { readRecord, resolveNames } from '../names.js';
import { unwrapLocator, unwrapRecord } from '../panel/values.js';
import { openSearch } from './listRecords.js';
import type { Run } from './run.js';

/** What tells whether a record is there already. */
export interface Key {
  /** In the words of the panel: `Email "al@example.com"`. */
  readonly words: string;
  find(): Promise<readonly Row[]>;
  /** The input of a record that has the key. */
  readonly input: CallInput;
  /** Why none can be created that has it. */
  readonly cannotCreate?: string;
}

/**
 * What the panel chose to tell records by.
 *
 * @throws NodeOperationError for a key that is empty.
 */
export async function readKey(run: Run, create: Operation, input: CallInput): Promise<Key> {
  const field = run.context.getNodeParameter('matchOn', run.itemIndex, 'tag') as string;
  if (field === 'tag') return readTagKey(run, create, input);
  if (field === 'custom_field') return readCustomFieldKey(run, create, input);
  if (field === 'barcode') return readBarcodeKey(run, input);
  const rules: Readonly<Record<string, FieldRule>> = fieldRules[create.id as OperationId].fields;
  // A title is no name by which a ticket is known.
  const isName = getKind(create.kind).isTitled !== true && Object.hasOwn(rules, field);
  const rule = isName ? rules[field] : undefined;
  if (rule?.type !== 'string')
    throw refuse(run, `Match On takes no field "${field}"`, 'Choose one of those it offers.');
  const value = input[field];
  if (isNothing(value) || typeof value !== 'string') {
    throw refuse(run, `${rule.label} is empty, and is what Match On looks for`, 'Give it, or choose another key.');
  }
  const words = `${rule.label} "${value.trim()}"`;
  return { words, input, find: () => findRows(run, create, { [`${field}_eq`]: value.trim() }) };
}

/** A record that is chosen, written by name or id, or handed on as BOSSDesk gave it. */
function readChoice({ context, itemIndex }: Run, parameter: string): unknown {
  return unwrapRecord({}, unwrapLocator(context.getNodeParameter(parameter, itemIndex, '')));
}

/** A tag stands for what a ticket came of: titles are no names. */
async function readTagKey(run: Run, create: Operation, input: CallInput): Promise<Key> {
  const given = readChoice(run, 'matchTag');
  if (isNothing(given)) throw refuse(run, 'Match On Tag is empty', 'Choose the tag that only this ticket has.');
  const { tag_ids } = await resolveNames(run.names, create, { tag_ids: [given] });
  const [tag] = tag_ids as number[];
  const all = [...new Set([...((input['tag_ids'] as number[] | undefined) ?? []), tag])];
  return {
    words: `the tag ${JSON.stringify(given)}`,
    input: { ...input, tag_ids: all },
    find: () => findAmong(run, create, { tags_id_eq: tag ?? 0 }),
  };
}

/** Tickets that are read one by one for the custom field of one item. */
const MOST_READ = 300;

/** BOSSDesk neither filters by custom fields nor shows them in lists, so that every ticket that may have it is read. */
async function readCustomFieldKey(run: Run, create: Operation, input: CallInput): Promise<Key> {
  const { names } = run;
  const given = readChoice(run, 'matchCustomField');
  if (isNothing(given))
    throw refuse(run, 'Match On Custom Field is empty', 'Choose the field that only this ticket has.');
  const asked = await resolveNames(names, create, { custom_fields: { [String(given)]: null } });
  const [id = ''] = Object.keys(asked['custom_fields'] as object);
  const values = (input['custom_fields'] ?? {}) as Readonly<Record<string, unknown>>;
  const wanted = await nameValues(run, { [id]: values[id] });
  const [[name, shown] = ['', '']] = Object.entries(wanted);
  if (isNothing(values[id])) {
    throw refuse(
      run,
      `Custom Fields: ${name} is empty, and is what Match On looks for`,
      'Give it, or choose another key.',
    );
  }
  const words = `the custom field ${name} ${JSON.stringify(shown)}`;
  return { words, input, find: () => findByReading(run, create, wanted, words) };
}

type CustomFields = Readonly<Record<string, unknown>>;

/** With options by their names: how BOSSDesk keeps them is not documented (notes 5.19). */
async function nameValues({ names }: Run, values: CustomFields): Promise<CustomFields> {
  const named = Object.entries(await nameCustomFields(names, 'ticket', values));
  return Object.fromEntries(named.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]));
}

async function findByReading(
  run: Run,
  create: Operation,
  custom_fields: CustomFields,
  words: string,
): Promise<readonly Row[]> {
  const list = listOf(create.kind);
  const { client, input, options } = await openSearch(run, list);
  const rows: Row[] = [];
  const pages = client.pages(list.id as OperationId, input, { ...options, limit: MOST_READ + 1 });
  for await (const page of pages) rows.push(...page);
  if (rows.length > MOST_READ) {
    throw refuse(
      run,
      `To find ${words}, more than ${MOST_READ} tickets would have to be read one by one: BOSSDesk does not filter by custom fields`,
      'Narrow them down under Filters, as by Created At, or match on a tag.',
    );
  }
  const found = await Promise.all(
    rows.map(async ({ friendly_id }) => {
      // One that was deleted meanwhile is none of those.
      const [record] = await readRecord(client, 'tickets.get', { friendly_id: Number(friendly_id) }, run.options);
      const known = await nameValues(run, (record?.['custom_fields'] ?? {}) as CustomFields);
      const others = findDifferences(create, { custom_fields }, { custom_fields: known });
      return record === undefined || Object.keys(others).length > 0 ? [] : [record];
    }),
  );
  return found.flat();
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
  const range = { ...run.options, offset: 0, limit: ENOUGH_TO_NAME };
  const { rows } = await run.client.slice(listOf(kind).id as OperationId, { q }, range);
  return rows;
}

/** The same among those that the filters of the panel let through. */
async function findAmong(run: Run, { kind }: Operation, q: RansackQuery): Promise<readonly Row[]> {
  const list = listOf(kind);
  const { client, input, options } = await openSearch(run, list);
  const among = combineQueries((input['q'] ?? {}) as RansackQuery, q);
  const range = { ...options, offset: 0, limit: ENOUGH_TO_NAME };
  return (await client.slice(list.id as OperationId, { q: among }, range)).rows;
}

function listOf(kind: KindName): Operation {
  const { list } = getKind(kind);
  if (list === undefined) throw new Error(`Nothing lists ${kind}`);
  return getOperation(list);
}

export function refuse({ context, itemIndex }: Run, message: string, description: string): NodeOperationError {
  return new NodeOperationError(context.getNode(), message, { itemIndex, description });
}
