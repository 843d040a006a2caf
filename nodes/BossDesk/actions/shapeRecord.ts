import { nameOfPerson, readAttribute } from 'bossdesk-client';
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
  return Object.fromEntries(Object.entries(record).filter(([name]) => wanted.has(name) || wanted.has(camelCase(name))));
}

/** Flattens a record: the chosen fields, with the name of a record in place of the record. */
function simplifyRecord(record: ApiRecord, simple: readonly string[]): ApiRecord {
  return Object.fromEntries(
    simple.filter((field) => field in record).map((field) => [field, nameOf(record[field] as GenericValue)]),
  );
}

function nameOf(value: GenericValue): GenericValue {
  if (typeof value !== 'object' || value === null) return value;
  const { name } = value as { readonly name?: unknown };
  return typeof name === 'string' ? name : (nameOfPerson(value as ApiRecord) ?? null);
}
