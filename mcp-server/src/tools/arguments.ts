import {
  checkTime,
  emptyValueOf,
  type FieldRule,
  foldName,
  getKind,
  getOperation,
  isClearable,
  isNone,
  type KindName,
  type OperationId,
  type ResolvedInput,
  setPartsOf,
} from 'bossdesk-client';
import * as z from 'zod';
import { showCustomField } from '../names.js';
import { oneLine } from '../render/text.js';
import { showMoment, showRef } from '../render/values.js';
import { bodyFields, type Field, fieldSchema, idOrNoneArgument, isUpdate, NONE, wordError } from './fields.js';
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

/**
 * The arguments for an operation's body fields: their types, bounds and labels are the schema's, and ids of records
 * that have names are given by name or id. Sets that can be changed by their parts have an argument for each part.
 */
export function bodyArguments(operation: OperationId): BodyArgument[] {
  const parts = setPartsOf(getOperation(operation));
  return bodyFields(operation).flatMap((field) => [
    toArgument(field, isUpdate(operation)),
    ...parts.filter((part) => part.field === field.name).map(toPartArgument),
  ]);
}

/** A name or an id. */
export function nameArgument(description: string): z.ZodType<string, string> {
  return z.string().meta({ description });
}

/** The body that arguments come to, names not yet looked up. */
export function toBody(bodyArgs: readonly BodyArgument[], args: ToolArguments): Record<string, unknown> {
  return Object.fromEntries(
    bodyArgs
      .filter(({ name }) => args[name] !== undefined)
      .map(({ name, field, toValue }) => [field.name, toValue(args[name])]),
  );
}

/** A line about what was sent. */
export interface SentLine {
  readonly line: string;
  /** It says nothing but what the call gave: neither a name that was looked up nor another text of a record's. */
  readonly isOwn: boolean;
}

/** What was sent, in people's words: `priority: High (12003)`. Long texts are left out: their writer knows them. */
export function showBody(
  bodyArgs: readonly BodyArgument[],
  { input, resolved, customFields }: ResolvedInput,
  args: ToolArguments,
): SentLine[] {
  return bodyArgs.flatMap(({ name, field }) => {
    const value = input[field.name];
    if (value === undefined) return [];
    const label = name.replaceAll('_', ' ');
    if (field.rule.customFieldsOf !== undefined)
      return customFields.map((one) => ({ line: `${label}: ${showCustomField(one)}`, isOwn: false }));
    const records = resolved[field.name];
    const shown = showValue(field, value, records);
    const given = new Set([args[name]].flat().map((one) => foldName(String(one))));
    const isOwn = records === undefined || records.every((one) => isNamedBy(one, given));
    return shown === undefined ? [] : [{ line: `${label}: ${shown}`, isOwn }];
  });
}

function isNamedBy({ id, name }: { readonly id: number; readonly name: string }, given: ReadonlySet<string>): boolean {
  return name === String(id) || given.has(foldName(name));
}

function showValue({ rule }: Field, value: unknown, records: ResolvedInput['resolved'][string] | undefined) {
  if (value === null || (Array.isArray(value) && value.length === 0)) return NONE;
  if (records !== undefined) return records.map(showRecord).join(', ');
  if (value === '') return NONE;
  if (rule.format === 'html') return undefined;
  if (rule.format === 'date-time' && typeof value === 'string') return showMoment(value);
  return oneLine([value].flat().map(String).join(', '), 120);
}

function showRecord({ id, name }: { readonly id: number; readonly name: string }): string {
  return name === String(id) ? name : (showRef({ id, name }) ?? '');
}

function toArgument(field: Field, isChange: boolean): BodyArgument {
  const { rule } = field;
  const argument = toPlainArgument(field, isChange);
  return isChange && (isClearable(rule) || rule.customFieldsOf !== undefined)
    ? { ...argument, schema: argument.schema.meta({ clearable: true }) }
    : argument;
}

function toPlainArgument(field: Field, isChange: boolean): BodyArgument {
  const { rule } = field;
  const { references, customFieldsOf, format, nullable, type } = rule;
  const asGiven = { field, name: field.name, toValue: (value: unknown) => value };
  if (customFieldsOf !== undefined) return { ...asGiven, schema: customFieldsSchema };
  if (references !== undefined && isNameable(references)) {
    return type === 'integers'
      ? { ...asGiven, name: nameOfSet(field.name), schema: namesSchema(isChange) }
      : oneNameArgument(field, references, isChange && nullable === true);
  }
  if (nullable === true && type === 'integer') {
    return { ...asGiven, schema: idOrNoneArgument(field), toValue: (value) => (isNone(value) ? null : value) };
  }
  if (type !== 'string') return { ...asGiven, schema: fieldSchema(field) };
  const description = format === 'html' ? TEXT_FORMATS : undefined;
  const isTimed = format === 'date' || format === 'date-time';
  const schema = isTimed
    ? timeSchema(field, isClearable(rule))
    : fieldSchema(field, description, isClearable(rule) ? isNone : undefined);
  if (!isClearable(rule)) {
    return isChange && rule.notBlank === true
      ? {
          ...asGiven,
          schema: refuseNone(schema),
          toValue: unquoteNone,
        }
      : { ...asGiven, schema };
  }
  return {
    ...asGiven,
    schema,
    toValue: (value) => (isNone(value) ? emptyValueOf(rule) : unquoteNone(value)),
  };
}

const refuseNone = (schema: z.ZodType): z.ZodType =>
  schema.refine((value) => !isNone(value), `cannot be emptied; the word itself is written "${NONE}", in quotes`);

/** A text that is the word itself goes in quotes. */
function unquoteNone(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/^\s*"(none)"\s*$/i, '$1') : value;
}

function toPartArgument({ name, rule }: Field): BodyArgument {
  const schema = z.array(z.string()).meta({ description: 'Names or ids' });
  return { name: nameOfSet(name), field: { name, rule }, schema, toValue: (value) => value };
}

const nameOfSet = (field: string): string => field.replace(/_ids$/, 's');

/** A day or a time in people's words: it is read before the request is made. */
function timeSchema({ rule }: Field, canBeNone: boolean): z.ZodType {
  return z
    .string({ error: wordError(rule) })
    .refine((text) => (canBeNone && isNone(text)) || checkTime(rule, text) === undefined, {
      error: wordError(rule, checkTime),
    })
    .meta({ description: describeTime(rule) });
}

function describeTime({ format, leftOut }: FieldRule): string {
  const form = format === 'date' ? 'YYYY-MM-DD' : 'YYYY-MM-DD HH:MM';
  return leftOut === undefined ? form : `${form}, default ${leftOut}`;
}

function oneNameArgument(field: Field, references: KindName, canEmpty: boolean): BodyArgument {
  return {
    field,
    name: field.name.replace(/_id$/, ''),
    schema: nameArgument(describeName(references, canEmpty)),
    toValue: (value) => value,
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
  .meta({ description: 'Values by field name or id', leavesOutEmpty: true, such: 'field_name' });

/** Roles are on no list and tasks have titles, not names: both are given by id. */
function isNameable(kind: KindName): boolean {
  return getKind(kind).list !== undefined;
}
