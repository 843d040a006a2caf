import { isBossDeskError } from '../errors/index.js';
import { type CustomFieldType, customFieldTypes } from '../kinds/customFieldTypes.js';
import { getKind, type OwnerClass } from '../kinds/index.js';
import type { Row } from '../values/json.js';
import { readList } from '../values/list.js';
import { isNone } from '../values/none.js';
import { findNamed, isClose, readId } from './match.js';
import { type Candidate, createProblem, type NameProblem } from './problem.js';
import type { NameReader } from './reader.js';

/** A custom field of one class of record, with the options of a drop-down. */
export interface CustomField extends Candidate {
  readonly options: readonly Candidate[];
  /** What it holds, as far as that is known. */
  readonly holds?: CustomFieldType;
  /** The CI type or ticket category whose records alone have it. */
  readonly group?: Candidate;
}

/** A custom field that was given, by its name or id, and the value as the API takes it. */
export interface ResolvedCustomField {
  readonly field: CustomField;
  readonly value: unknown;
}

export interface ResolvedCustomFields {
  readonly fields: readonly ResolvedCustomField[];
  readonly problems: readonly NameProblem[];
}

const KIND = 'custom_fields';

/**
 * Custom fields by name or id as the API takes them, by id (doc L389-392). The option of a drop-down may be named too,
 * and is sent as its id: how it is written is undocumented (notes 5.19), and ids are what the API refers by.
 *
 * @param hasNoneForTexts `none` empties every field, not only one whose value is chosen from options.
 */
export async function resolveCustomFields(
  reader: NameReader,
  owner: OwnerClass,
  values: Readonly<Record<string, unknown>>,
  name: string = KIND,
  hasNoneForTexts = false,
): Promise<ResolvedCustomFields> {
  const keys = Object.keys(values);
  const known = await readFields(reader, owner, keys);
  const problems: NameProblem[] = [];
  const fields: ResolvedCustomField[] = [];
  const takenBy = new Map<number, string>();
  for (const key of keys) {
    const found = findField(known, owner, name, key);
    if ('problem' in found) {
      problems.push(found.problem);
      continue;
    }
    const other = takenBy.get(found.field.id);
    takenBy.set(found.field.id, key);
    // Of two values for one field, one would be lost.
    if (other !== undefined) {
      problems.push(createProblem({ field: name, given: key, noun: 'field', reason: 'twice', other }));
      continue;
    }
    const given = values[key];
    const { value, problem } =
      hasNoneForTexts && found.field.options.length === 0 && isNone(given)
        ? { value: null }
        : resolveValue(name, found.field, given);
    if (problem !== undefined) problems.push(problem);
    else fields.push({ field: found.field, value });
  }
  return { fields, problems };
}

/** The custom fields of a class of record; none where the list may not be read. */
export async function listCustomFields(reader: NameReader, owner: OwnerClass): Promise<readonly CustomField[]> {
  try {
    return toFields(await reader.all(KIND), owner);
  } catch (error) {
    // Names are a convenience here: without the permission to read them, ids do.
    if (isBossDeskError(error)) return [];
    throw error;
  }
}

/** A field of which nothing is known but its id. */
export function unnamedField(id: string): CustomField {
  return { id: Number(id), name: `field ${id}`, options: [] };
}

/** The list of fields, read anew when it lacks one that is asked for; undefined where it may not be read. */
async function readFields(
  reader: NameReader,
  owner: OwnerClass,
  keys: readonly string[],
): Promise<readonly CustomField[] | undefined> {
  try {
    const fields = toFields(await reader.all(KIND), owner);
    const isComplete = keys.every((key) => matchField(fields, key).length > 0);
    return isComplete || reader.again?.(KIND) !== true ? fields : toFields(await reader.all(KIND), owner);
  } catch (error) {
    if (isBossDeskError(error, 'PermissionError') && keys.every((key) => readId(key) !== undefined)) return undefined;
    throw error;
  }
}

function matchField(fields: readonly CustomField[], key: string): readonly CustomField[] {
  const named = findNamed(fields, key, ({ name }) => [name]);
  return named.length > 0 ? named : fields.filter(({ id }) => id === readId(key));
}

function findField(
  known: readonly CustomField[] | undefined,
  owner: OwnerClass,
  name: string,
  key: string,
): { readonly field: CustomField } | { readonly problem: NameProblem } {
  // Whoever may not read the list can still give ids out of it; whoever may is told of one that is not on it, since the
  // API stores or drops such a value without a word.
  if (known === undefined) return { field: unnamedField(key) };
  const found = matchField(known, key);
  const [only, another] = found;
  const problem = { field: name, given: key, noun: getKind(KIND).noun };
  if (only !== undefined && another === undefined) return { field: only };
  if (another !== undefined) return { problem: createProblem({ ...problem, reason: 'ambiguous', candidates: found }) };
  return { problem: unknown({ ...problem, noun: `custom field of ${owner === 'ci' ? 'CIs' : `${owner}s`}` }, known) };
}

function unknown(problem: Pick<NameProblem, 'field' | 'given' | 'noun'>, all: readonly Candidate[]): NameProblem {
  const close = all.filter(({ name }) => isClose(name, problem.given));
  return createProblem({
    ...problem,
    reason: 'unknown',
    ...(close.length > 0 ? { candidates: close, listing: 'close to it' } : { candidates: all, listing: 'there are' }),
  });
}

interface ResolvedValue {
  readonly value?: unknown;
  readonly problem?: NameProblem;
}

/** The options of a drop-down may be several, in a list or in a text that lists them. */
function resolveValue(name: string, field: CustomField, value: unknown): ResolvedValue {
  if (field.options.length === 0) return { value };
  const alone = Array.isArray(value) ? undefined : resolveOption(name, field, value);
  if (alone !== undefined && alone.problem?.reason !== 'unknown') return alone;
  const listed = readList(value);
  if (listed.length === 1 && alone !== undefined) return isNone(value) ? { value: null } : alone;
  const resolved = listed.map((one) => resolveOption(name, field, one));
  const problem = resolved.find((one) => one.problem !== undefined)?.problem;
  return problem === undefined ? { value: resolved.map((one) => one.value) } : { problem };
}

function resolveOption(name: string, field: CustomField, value: unknown): ResolvedValue {
  if (typeof value !== 'string' || value.trim() === '') return { value };
  const named = findNamed(field.options, value, (option) => [option.name]);
  const [only, another] = named;
  const problem = { field: `${name}.${field.name}`, given: value, noun: 'option' };
  if (another !== undefined) return { problem: createProblem({ ...problem, reason: 'ambiguous', candidates: named }) };
  if (only !== undefined) return { value: only.id };
  const id = readId(value);
  return field.options.some((option) => option.id === id)
    ? { value: id }
    : { problem: unknown(problem, field.options) };
}

/** Fields of two categories or types may share a name; what they belong to tells them apart. */
function toFields(rows: readonly Row[], owner: OwnerClass): CustomField[] {
  return rows
    .filter((row) => row['owner_class'] === owner)
    .map((row) => {
      const group = (row['ci_type'] ?? row['helpdesk_category']) as Candidate | null | undefined;
      const holds = types[Number(row['type_id'])];
      return {
        id: Number(row['id']),
        name: String(row['name']),
        options: (row['options'] ?? []) as readonly Candidate[],
        ...(group == null ? {} : { note: `of ${group.name}`, group }),
        ...(holds === undefined ? {} : { holds }),
      };
    });
}

const types: Readonly<Record<number, CustomFieldType>> = customFieldTypes;
