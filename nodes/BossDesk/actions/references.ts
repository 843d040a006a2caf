import {
  type CallInput,
  type Client,
  type FieldRule,
  fieldRules,
  InvalidInputError,
  type Operation,
  type OperationId,
} from 'bossdesk-client';
import { queryOf, type Source, sourceOf } from '../methods/sources.js';
import type { Row } from '../methods/withClient.js';
import type { Run } from './run.js';
import { isEmpty } from './values.js';

/** Reads the rows of a list; of one in pages, up to a limit of those that a text finds. */
export type Lookup = (source: Source, filter: string, limit: number) => Promise<readonly Row[]>;

/** Keeps what was read for as long as the node runs, so that all its items share one request. */
export function createLookup(client: Client, options: Run['options']): Lookup {
  const reads = new Map<string, Promise<readonly Row[]>>();
  return (source, filter, limit) => {
    const query = queryOf(source, filter);
    const key = JSON.stringify([source.operation, query, query && limit]);
    const earlier = reads.get(key);
    if (earlier !== undefined) return earlier;
    const read = readRows(client, source.operation, query, { ...options, limit });
    reads.set(key, read);
    // The next item may have more luck.
    void read.catch(() => reads.delete(key));
    return read;
  };
}

async function readRows(
  client: Client,
  operation: OperationId,
  q: object | undefined,
  options: Run['options'] & { readonly limit: number },
): Promise<readonly Row[]> {
  if (q === undefined) return (await client.call(operation, {}, options)) as Row[];
  const rows: Row[] = [];
  for await (const page of client.pages(operation, { q }, options)) rows.push(...(page as Row[]));
  return rows;
}

/**
 * Puts ids in place of names where a field refers to a record: people write names in expressions, and AI models know
 * nothing else. Digits are ids, and are not looked up.
 *
 * @throws InvalidInputError for names that are unknown or ambiguous, with candidates.
 */
export async function resolveNames(run: Run, operation: Operation, input: CallInput): Promise<CallInput> {
  const rules: Readonly<Record<string, FieldRule>> = fieldRules[operation.id as OperationId].fields;
  const fields = await Promise.all(
    Object.entries(input).map(async ([field, value]) => {
      const source = rules[field] && sourceOf(rules[field]);
      const names = [value].flat().filter(isName);
      const found = source === undefined ? [] : await Promise.all(names.map((name) => findRecord(run, source, name)));
      const idOf = (one: unknown) => found[names.indexOf(one as string)]?.id ?? one;
      return {
        entry: [field, Array.isArray(value) ? value.map(idOf) : idOf(value)] as const,
        issues: found.flatMap(({ problem }) => (problem === undefined ? [] : [{ field, message: problem }])),
      };
    }),
  );
  const issues = fields.flatMap((field) => field.issues);
  if (issues.length > 0) {
    throw new InvalidInputError({ operation: operation.id, issues, hint: 'Give the name or the ID of one record.' });
  }
  return Object.fromEntries(fields.map(({ entry }) => entry));
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && !isEmpty(value);
}

/** Of a list in pages, more rows that contain a name are not searched for one that is the name. */
const MAX_ROWS = 300;
const MAX_CANDIDATES = 10;

async function findRecord(
  { lookup, action }: Run,
  source: Source,
  name: string,
): Promise<{ readonly id?: number; readonly problem?: string }> {
  const readOwn = async (filter: string, limit: number) =>
    (await lookup(source, filter, limit)).filter((row) => isOwn(source, row, action));
  const rows = await readOwn(name, MAX_ROWS);
  const matches = preferActive(rows.filter((row) => foldedNames(source, row).includes(fold(name))));
  const [only, another] = matches;
  const quoted = `"${name.trim().slice(0, 80)}"`;
  if (another !== undefined) return { problem: `${quoted} is ambiguous; called so are ${list(source, matches, rows)}` };
  if (only !== undefined) return { id: Number(only['id']) };
  // A list in pages shows what the name finds, or else its first word, or else what there is.
  const [firstWord = ''] = /[\p{L}\p{N}]+/u.exec(name) ?? [];
  let candidates = rows;
  for (const filter of source.paging === undefined ? [] : [firstWord, '']) {
    if (candidates.length === 0) candidates = await readOwn(filter, MAX_CANDIDATES);
  }
  const known =
    candidates.length === 0
      ? ''
      : `; known are ${list(source, preferContaining(source, candidates, name), candidates)}`;
  return { problem: `${quoted} is unknown${known}` };
}

/** Tags belong to tickets, CIs or users (doc L1151): those of another kind of record are none of this one. */
function isOwn({ operation }: Source, row: Row, action: Run['action']): boolean {
  return operation !== 'tags.list' || row['owner_class'] === action.split('.')[0];
}

/** People who have left stay in the list; they are meant only when nobody else is. */
function preferActive(rows: readonly Row[]): readonly Row[] {
  const active = rows.filter((row) => isEmpty(row['archived_at']));
  return active.length > 0 ? active : rows;
}

function foldedNames({ namesOf }: Source, row: Row): string[] {
  return namesOf(row).filter(isName).map(fold);
}

function fold(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Whole lists can be long: what contains the name comes first. */
function preferContaining(source: Source, rows: readonly Row[], name: string): readonly Row[] {
  const containing = rows.filter((row) => foldedNames(source, row).some((one) => one.includes(fold(name))));
  return containing.length > 0 ? containing : rows;
}

/** `Laptop (ID 17004)`; types and locations form trees, in which a name can stand under several parents. */
function list({ label }: Source, rows: readonly Row[], all: readonly Row[]): string {
  const shown = rows.slice(0, MAX_CANDIDATES).map((row) => {
    const parent = all.find(({ id }) => id === row['parent_id']);
    return `${label(row)} (ID ${String(row['id'])}${parent === undefined ? '' : `, in ${label(parent)}`})`;
  });
  return rows.length > shown.length ? `${shown.join(', ')} and others` : shown.join(', ');
}
