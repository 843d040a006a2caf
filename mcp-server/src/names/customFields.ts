import { isBossDeskError } from 'bossdesk-client';
import { oneLine } from '../render/text.js';
import type { NamedRef } from '../render/values.js';
import { lookTwice } from './cache.js';
import { type Candidate, nameError, resolveAll } from './errors.js';
import type { LookupRow, Lookups } from './lookups.js';
import { ambiguousName, findByName, quote, readId, unknownName } from './match.js';

type FieldClass = 'ci' | 'ticket';

export interface CustomFieldNames {
  /**
   * Values by the field's id, as the API takes them, out of values by its name or id. An option of a drop-down may be
   * named too, and is sent as its id.
   *
   * @throws NameError for an unknown or ambiguous field or option.
   */
  resolve(ownerClass: FieldClass, values: Readonly<Record<string, unknown>>): Promise<ResolvedCustomFields>;
  /** `Cost (2843): 12` for each value of a record, names where the list of fields can be read. */
  show(ownerClass: FieldClass, values: Readonly<Record<string, unknown>>): Promise<string[]>;
}

export interface ResolvedCustomFields {
  readonly values: Readonly<Record<string, unknown>>;
  /** For the reply: `Cost (2843): 12`. */
  readonly shown: readonly string[];
}

interface CustomField extends Candidate {
  readonly options: readonly NamedRef[];
}

const ARGUMENT = 'custom_fields';

export function createCustomFieldNames(lookups: Lookups): CustomFieldNames {
  return {
    async resolve(ownerClass, values) {
      const resolved = await resolveAll(
        Object.entries(values).map(async ([key, value]) => {
          const field = await findField(lookups, ownerClass, key);
          const sent = Array.isArray(value) ? value.map((one) => toOption(field, one)) : toOption(field, value);
          return { id: String(field.id), label: key, sent, shown: showValue(field, sent) };
        }),
      );
      refuseTwice(resolved.map(({ id, label }) => [id, label]));
      return {
        values: Object.fromEntries(resolved.map(({ id, sent }) => [id, sent])),
        shown: resolved.map(({ shown }) => shown),
      };
    },
    async show(ownerClass, values) {
      const set = Object.entries(values).filter(([, value]) => value !== null && value !== '');
      if (set.length === 0) return [];
      const fields = await readFieldsIfAllowed(lookups, ownerClass);
      return set.map(([id, value]) =>
        showValue(fields.find((field) => String(field.id) === id) ?? unnamedField(id), value),
      );
    },
  };
}

/** A field can be given by its name and by its id; of two values one would be lost. */
function refuseTwice(fields: readonly (readonly [id: string, key: string])[]): void {
  for (const [index, [id, key]] of fields.entries()) {
    const earlier = fields.slice(0, index).find(([other]) => other === id);
    if (earlier !== undefined) throw nameError(ARGUMENT, `${quote(earlier[1])} and ${quote(key)} are the same field.`);
  }
}

async function findField(lookups: Lookups, ownerClass: FieldClass, key: string): Promise<CustomField> {
  let fields: readonly CustomField[] = [];
  const id = readId(key);
  try {
    const found = await lookTwice(lookups, async (read) => {
      fields = fieldsOf(await read('custom_fields'), ownerClass);
      const named = findByName(fields, key);
      return named.length > 0 ? named : fields.filter((field) => field.id === id);
    });
    const [only, another] = found;
    if (another !== undefined) throw ambiguousName(ARGUMENT, 'custom field', key, found);
    if (only !== undefined) return only;
  } catch (error) {
    // Whoever may not read the list can still give ids out of it; whoever may is told of one that is not on it, since
    // the API stores or drops such a value without a word.
    if (id !== undefined && isBossDeskError(error, 'PermissionError')) return unnamedField(key);
    throw error;
  }
  throw unknownName(ARGUMENT, `custom field of ${ownerClass === 'ci' ? 'CIs' : 'tickets'}`, key, fields);
}

async function readFieldsIfAllowed(lookups: Lookups, ownerClass: FieldClass): Promise<readonly CustomField[]> {
  try {
    return fieldsOf((await lookups.read('custom_fields')).value, ownerClass);
  } catch (error) {
    // Names are a convenience here: without the permission to read them, ids do.
    if (isBossDeskError(error)) return [];
    throw error;
  }
}

/** Fields of two categories or types may share a name; what they belong to tells them apart. */
function fieldsOf(rows: readonly LookupRow[], ownerClass: FieldClass): CustomField[] {
  return rows
    .filter((row) => row['owner_class'] === ownerClass)
    .map((row) => {
      const owner = (row['ci_type'] ?? row['helpdesk_category']) as NamedRef | null | undefined;
      return {
        id: row.id,
        name: row.name,
        options: (row['options'] ?? []) as readonly NamedRef[],
        ...(owner == null ? {} : { note: `of ${owner.name}` }),
      };
    });
}

function unnamedField(id: string): CustomField {
  return { id: Number(id), name: `field ${id}`, options: [] };
}

/** How a drop-down's value is written is undocumented (facts B6 row 19): its id, as everywhere else in the API. */
function toOption(field: CustomField, value: unknown): unknown {
  if (field.options.length === 0 || typeof value !== 'string') return value;
  const named = findByName(field.options, value);
  const [only, another] = named;
  if (another !== undefined) throw ambiguousName(`${ARGUMENT}.${oneLine(field.name, 60)}`, 'option', value, named);
  if (only !== undefined) return only.id;
  const id = readId(value);
  if (id !== undefined || value === '') return id ?? value;
  throw unknownName(`${ARGUMENT}.${oneLine(field.name, 60)}`, 'option', value, field.options);
}

function showValue(field: CustomField, value: unknown): string {
  const label = `${oneLine(field.name, 60)} (${field.id})`;
  return `${label}: ${(Array.isArray(value) ? value : [value]).map((one) => showOne(field, one)).join(', ')}`;
}

function showOne(field: CustomField, value: unknown): string {
  const option = field.options.find(({ id }) => id === value || String(id) === value);
  if (option !== undefined) return `${oneLine(option.name, 60)} (${option.id})`;
  // A text field may hold a page, and no other tool shows the rest of it.
  return oneLine(typeof value === 'string' ? value : JSON.stringify(value), 4000);
}
