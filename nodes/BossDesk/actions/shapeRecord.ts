import {
  getKind,
  isRecord,
  type KindName,
  nameCustomFields,
  type NameReader,
  nameOfPerson,
  readAttribute,
} from 'bossdesk-client';
import type { GenericValue } from 'n8n-workflow';
import { camelCase } from '../panel/parameters.js';
import type { ItemSettings } from '../panel/readSettings.js';
import type { ApiRecord } from './run.js';

/** Gives a record the shape that the person wants. */
type Shape = (record: ApiRecord) => ApiRecord;

/**
 * Records as the person wants them: chosen fields, simplified (the default where that is offered) or as they came.
 *
 * @param simple the fields that remain of a record of its kind when it is simplified.
 * @param asked attributes that the list was filtered or sorted by, which remain too.
 */
export function createShape(
  { fields, simplify }: Pick<ItemSettings, 'fields' | 'simplify'>,
  simple: readonly string[] | undefined,
  asked: readonly string[] = [],
): Shape {
  if (fields.length > 0) return (record) => pickFields(record, fields);
  if (!simplify || simple === undefined) return (record) => record;
  const flatten = createFlattening(simple);
  if (asked.length === 0) return flatten;
  return (record) => ({ ...flatten(record), ...showAsked(record, simple, asked) });
}

/** The record with its custom fields by name, where it is simplified. */
export async function nameFields(
  names: NameReader,
  { fields, simplify }: Pick<ItemSettings, 'fields' | 'simplify'>,
  kind: KindName,
  record: ApiRecord,
): Promise<ApiRecord> {
  const { ownerClass } = getKind(kind);
  const { custom_fields } = record;
  if (!simplify || fields.length > 0 || ownerClass === undefined || !isRecord(custom_fields)) return record;
  return { ...record, custom_fields: (await nameCustomFields(names, ownerClass, custom_fields)) as GenericValue };
}

/** Of a record that another refers to, its name; of anything else that was asked by, the value. */
function showAsked(record: ApiRecord, simple: readonly string[], asked: readonly string[]): ApiRecord {
  const shown = asked.flatMap((attribute): [string, GenericValue][] => {
    const base = attribute.replace(/_(?:id|name)$/, '');
    if (simple.includes(attribute) || simple.includes(base)) return [];
    if (Object.hasOwn(record, base)) return [[base, nameOf(record[base])]];
    const found = readAttribute(record, attribute);
    return found === undefined ? [] : [[attribute, found.value as GenericValue]];
  });
  return Object.fromEntries(shown);
}

/** What identifies a record is always among the fields. */
function pickFields(record: ApiRecord, fields: readonly string[]): ApiRecord {
  const wanted = new Set(['id', 'friendly_id', ...fields]);
  // What is part of a record that another refers to can be asked for by its simplified name, agent_id.
  const all = { ...createFlattening(Object.keys(record))(record), ...record };
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name) || wanted.has(camelCase(name))));
}

/**
 * Flattens records: of the chosen fields, a record that it refers to becomes its name, its id and an e-mail address, each in
 * a field of its own, and a list of such becomes their names and their ids.
 */
function createFlattening(simple: readonly string[]): Shape {
  // Lists have thousands of rows: what is the same for all is written once, and no row makes lists of its fields.
  const fields = simple.map((name) => ({
    name,
    id: `${name}_id`,
    email: `${name}_email`,
    ids: `${name.replace(/s$/, '')}_ids`,
  }));
  return (record) => {
    const flat: Record<string, unknown> = {};
    for (const field of fields) if (Object.hasOwn(record, field.name)) flatten(flat, field, record[field.name]);
    return flat as ApiRecord;
  };
}

/** A field, and what its parts are called. */
interface Field {
  readonly name: string;
  readonly id: string;
  readonly email: string;
  readonly ids: string;
}

function flatten(flat: Record<string, unknown>, field: Field, value: unknown): void {
  flat[field.name] = value;
  if (Array.isArray(value)) {
    if (!value.every((one) => isRecord(one) && typeof one['id'] === 'number')) return;
    const records = value as ApiRecord[];
    flat[field.name] = records.map((one) => nameOf(one));
    flat[field.ids] = records.map(({ id }) => id);
    return;
  }
  if (!isRecord(value) || field.name === 'custom_fields') return;
  const { id, email } = value;
  flat[field.name] = nameOf(value);
  if (typeof id === 'number') flat[field.id] = id;
  if (typeof email === 'string') flat[field.email] = email;
}

function nameOf(value: GenericValue): GenericValue {
  if (typeof value !== 'object' || value === null) return value;
  const { name } = value as { readonly name?: unknown };
  return typeof name === 'string' ? name : (nameOfPerson(value) ?? null);
}
