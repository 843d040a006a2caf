import { type CustomFieldType, customFieldTypes } from 'bossdesk-client';
import { recordIn } from '../data/fields.js';
import { castColumn, type ColumnKind } from '../rails/castColumn.js';
import type { ValidationErrors } from '../rails/failures.js';
import type { CustomFieldRecord } from '../kinds/customFields.js';
import type { State } from '../state/state.js';
import type { Field } from './field.js';

/** How values of each data type are read. */
const customFieldKinds: Readonly<Record<CustomFieldType, ColumnKind | 'choice' | 'choices'>> = {
  string: 'text',
  text: 'text',
  url: 'text',
  integer: 'integer',
  float: 'float',
  date: 'date',
  boolean: 'boolean',
  dropdown: 'choice',
  'cascading dropdown': 'choices',
};

/** Types that the doc leaves out are read as text (notes 5.19). */
const knownTypes: Readonly<Record<number, CustomFieldType>> = customFieldTypes;

/** Values by the custom field's id. */
export type CustomFieldValues = Readonly<Record<string, unknown>>;

/** The values of the custom fields that records of a class have. */
export const customFieldValues = (ownerClass: 'ci' | 'ticket'): Field<CustomFieldValues> => ({
  initial: () => ({}),
  read: (json, name) => recordIn(json, name) ?? {},
  show: (stored) => stored,
  store: (given, { state, current, errors }) =>
    mergeCustomFields(state, ownerClass, current as CustomFieldValues, given as CustomFieldValues, errors),
});

/**
 * The values of a record after some were given: only the keys sent change, unknown ones are dropped. A choice is
 * given as an option's id or exact name and kept as its id, a cascading one as a list of them from the top; what
 * BOSSDesk does is unknown (notes 5.18, 5.19).
 */
function mergeCustomFields(
  state: State,
  ownerClass: 'ci' | 'ticket',
  current: CustomFieldValues,
  given: CustomFieldValues,
  errors: ValidationErrors,
): CustomFieldValues {
  const merged: Record<string, unknown> = { ...current };
  for (const [key, value] of Object.entries(given)) {
    const field = state.find('custom_fields', Number(key));
    // A data file may hold values for fields that it does not define.
    if (field === undefined && Object.hasOwn(current, key)) merged[key] = value;
    if (field?.owner_class !== ownerClass) continue;
    const cast = castCustomField(field, value);
    if (cast === undefined) (errors['custom_fields'] ??= []).push(`${field.name} is invalid`);
    else merged[key] = cast;
  }
  return merged;
}

/** The value to keep; undefined when it does not fit the field. */
function castCustomField(field: CustomFieldRecord, value: unknown): unknown {
  if (value === null || value === '') return null;
  const kind = customFieldKinds[knownTypes[field.type_id] ?? 'text'];
  if (kind === 'choices') return castChoices(field, value);
  if (typeof value === 'object') return undefined;
  if (kind === 'choice') return findOption(field, value);
  if ((kind === 'integer' || kind === 'float') && Number.isNaN(Number(value))) return undefined;
  return castColumn(value, kind) ?? undefined;
}

function castChoices(field: CustomFieldRecord, value: unknown): unknown {
  const ids = [value].flat().map((item) => findOption(field, item));
  return ids.includes(undefined) ? undefined : ids;
}

const findOption = (field: CustomFieldRecord, value: unknown): number | undefined =>
  field.options.find((option) => option.id === Number(value) || option.name === value)?.id;
