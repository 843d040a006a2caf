import type { OwnerClass } from '../kinds/index.js';
import { type CustomField, listCustomFields } from './customFields.js';
import type { NameReader } from './reader.js';

/**
 * The values of a record's custom fields by the fields' names, with options by their names: as they can be given back. A
 * name that several fields have, and a field that may not be read, stays an id.
 */
export async function nameCustomFields(
  reader: NameReader,
  owner: OwnerClass,
  values: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  if (Object.keys(values).length === 0) return values;
  const fields = await listCustomFields(reader, owner);
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      const field = fields.find((one) => String(one.id) === id);
      if (field === undefined) return [id, value];
      const isAlone = fields.every((one) => one === field || one.name !== field.name);
      return [isAlone ? field.name : id, nameOptions(field, value)];
    }),
  );
}

function nameOptions(field: CustomField, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => nameOptions(field, one));
  return field.options.find(({ id }) => String(id) === String(value))?.name ?? value;
}
