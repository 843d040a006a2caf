import { getKind, type KindName, type OperationId, type ResolvedInput } from 'bossdesk-client';
import * as z from 'zod';
import { showCustomField } from '../names.js';
import { oneLine } from '../render/text.js';
import { showRef } from '../render/values.js';
import { bodyFields, type Field, fieldSchema, isUpdate } from './fields.js';
import { TEXT_FORMATS } from './texts.js';
import type { ToolArguments } from './tool.js';

/** An argument that stands for a field of a request's body. */
export interface BodyArgument {
  readonly name: string;
  readonly field: Field;
  readonly schema: z.ZodType;
  /** The value as core takes it; records may still be named. */
  readonly toValue: (value: unknown) => unknown;
}

/** In updates, empties an optional reference; a record that is really called so is given by its id. */
export const NONE = 'none';

/**
 * The arguments for an operation's body fields: their types, bounds and labels are the schema's, and ids of records
 * that have names are given by name or id.
 */
export function bodyArguments(operation: OperationId): BodyArgument[] {
  return bodyFields(operation).map((field) => toArgument(field, isUpdate(operation)));
}

/** A name or an id; an empty text counts as left out, since models write it for arguments that they do not use. */
export function nameArgument(description: string): z.ZodType<string, string> {
  return z.string().regex(/\S/).meta({ description, emptyMeansAbsent: true });
}

/** The body that arguments come to, names not yet looked up. */
export function toBody(bodyArgs: readonly BodyArgument[], args: ToolArguments): Record<string, unknown> {
  return Object.fromEntries(
    bodyArgs
      .filter(({ name }) => args[name] !== undefined)
      .map(({ name, field, toValue }) => [field.name, toValue(args[name])]),
  );
}

/** What was sent, in people's words: `priority: High (12003)`. Long texts are left out: their writer knows them. */
export function showBody(
  bodyArgs: readonly BodyArgument[],
  { input, resolved, customFields }: ResolvedInput,
): string[] {
  return bodyArgs.flatMap(({ name, field }) => {
    const value = input[field.name];
    if (value === undefined) return [];
    const label = name.replaceAll('_', ' ');
    if (field.rule.customFieldsOf !== undefined) return customFields.map((one) => `${label}: ${showCustomField(one)}`);
    const shown = showValue(field, value, resolved[field.name]);
    return shown === undefined ? [] : [`${label}: ${shown}`];
  });
}

function showValue({ rule }: Field, value: unknown, records: ResolvedInput['resolved'][string] | undefined) {
  if (value === null || (Array.isArray(value) && value.length === 0)) return NONE;
  if (records !== undefined) return records.map(showRecord).join(', ');
  if (rule.format === 'html') return value === '' ? '(empty)' : undefined;
  return value === '' ? '(empty)' : oneLine([value].flat().map(String).join(', '), 120);
}

function showRecord({ id, name }: { readonly id: number; readonly name: string }): string {
  return name === String(id) ? name : (showRef({ id, name }) ?? '');
}

function toArgument(field: Field, canEmpty: boolean): BodyArgument {
  const { references, customFieldsOf, format, nullable, type } = field.rule;
  const asGiven = { field, toValue: (value: unknown) => value };
  if (customFieldsOf !== undefined) return { ...asGiven, name: field.name, schema: customFieldsSchema };
  if (references !== undefined && isNameable(references)) {
    return type === 'integers'
      ? { ...asGiven, name: field.name.replace(/_ids$/, 's'), schema: namesSchema(canEmpty) }
      : oneNameArgument(field, references, canEmpty && nullable === true);
  }
  if (format === 'html') {
    return { ...asGiven, name: field.name, schema: fieldSchema(field, TEXT_FORMATS) };
  }
  return { ...asGiven, name: field.name, schema: fieldSchema(field) };
}

function oneNameArgument(field: Field, references: KindName, canEmpty: boolean): BodyArgument {
  return {
    field,
    name: field.name.replace(/_id$/, ''),
    schema: nameArgument(describeName(references, canEmpty)),
    toValue: (value) => (canEmpty && value === NONE ? null : value),
  };
}

/** How a record is named, in few words: they are part of every conversation. */
export function describeName(references: KindName, orNone: boolean): string {
  const isPerson = getKind(references).list === 'users.list';
  const ways = ['Name', ...(isPerson ? ['e-mail', 'id', 'me'] : ['id']), ...(orNone ? [NONE] : [])];
  return `${ways.slice(0, -1).join(', ')} or ${ways.at(-1) ?? ''}`;
}

const namesSchema = (replaces: boolean) =>
  z.array(z.string()).meta({ description: replaces ? 'Names or ids; replaces the whole set' : 'Names or ids' });

const customFieldsSchema = z
  .record(z.string(), z.unknown())
  .meta({ description: 'Values by field name or id', emptyMeansAbsent: true });

/** Roles are on no list and tasks have titles, not names: both are given by id. */
function isNameable(kind: KindName): boolean {
  return getKind(kind).list !== undefined;
}
