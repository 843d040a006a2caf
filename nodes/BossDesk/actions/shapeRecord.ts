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

/**
 * A record as the person wants it: chosen fields, simplified (the default where that is offered) or as it came.
 *
 * @param simple the fields that remain of a record of its kind when it is simplified.
 * @param asked attributes that the list was filtered or sorted by, which remain too.
 */
export function shapeRecord(
  { fields, simplify }: Pick<ItemSettings, 'fields' | 'simplify'>,
  simple: readonly string[] | undefined,
  record: ApiRecord,
  asked: readonly string[] = [],
): ApiRecord {
  if (fields.length > 0) return pickFields(record, fields);
  if (!simplify || simple === undefined) return record;
  return { ...simplifyRecord(record, simple), ...showAsked(record, simple, asked) };
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
  const all = { ...simplifyRecord(record, Object.keys(record)), ...record };
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name) || wanted.has(camelCase(name))));
}

/**
 * Flattens a record: of the chosen fields, a record that it refers to becomes its name, its id and an e-mail address, each
 * in a field of its own, and a list of such becomes their names and their ids.
 */
function simplifyRecord(record: ApiRecord, simple: readonly string[]): ApiRecord {
  // Lists have thousands of rows: one list of fields each.
  const fields: [string, unknown][] = [];
  for (const field of simple) if (Object.hasOwn(record, field)) flatten(fields, field, record[field]);
  return Object.fromEntries(fields) as ApiRecord;
}

function flatten(fields: [string, unknown][], field: string, value: unknown): void {
  if (Array.isArray(value) && value.every(isRecord)) {
    if (value.some(({ id }) => typeof id !== 'number')) {
      fields.push([field, value]);
      return;
    }
    fields.push([field, value.map((one) => nameOf(one as GenericValue))]);
    fields.push([`${field.replace(/s$/, '')}_ids`, value.map(({ id }) => id)]);
    return;
  }
  if (!isRecord(value) || field === 'custom_fields') {
    fields.push([field, value]);
    return;
  }
  const { id, email } = value;
  fields.push([field, nameOf(value)]);
  if (typeof id === 'number') fields.push([`${field}_id`, id]);
  if (typeof email === 'string') fields.push([`${field}_email`, email]);
}

function nameOf(value: GenericValue): GenericValue {
  if (typeof value !== 'object' || value === null) return value;
  const { name } = value as { readonly name?: unknown };
  return typeof name === 'string' ? name : (nameOfPerson(value as ApiRecord) ?? null);
}
