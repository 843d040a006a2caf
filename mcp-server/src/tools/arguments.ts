import { type OperationId, type Reference, toHtml } from 'bossdesk-client';
import * as z from 'zod';
import { resolveAll } from '../names/errors.js';
import type { Nameable, Names, OwnerClass } from '../names/resolver.js';
import { oneLine } from '../render/text.js';
import { showRef } from '../render/values.js';
import { bodyFields, type Field, fieldSchema } from './fields.js';
import { type ToolArguments } from './tool.js';

/** An argument that stands for a field of a request's body. */
export interface BodyArgument {
  readonly name: string;
  readonly field: Field;
  readonly schema: z.ZodType;
  readonly convert: (names: Names, value: unknown) => Promise<Converted>;
}

interface Converted {
  /** As the API takes it. */
  readonly value: unknown;
  /** For the reply; undefined for what its writer knows, as long texts. */
  readonly shown?: readonly string[];
}

/** What a change set comes to: the body to send, and what it says in people's words. */
export interface Change {
  readonly body: Readonly<Record<string, unknown>>;
  readonly shown: readonly string[];
}

/** In updates, empties an optional reference; a record that is really called so is given by its id. */
export const NONE = 'none';

/**
 * The arguments for an operation's body fields: their types, bounds and labels are the schema's, and ids of records
 * that have names are given by name or id.
 */
export function bodyArguments(operation: OperationId): BodyArgument[] {
  const isUpdate = operation.endsWith('.update');
  return bodyFields(operation).map((field) => toArgument(field, isUpdate, ownerClassOf(operation)));
}

/** A name or an id; an empty text counts as left out, since models write it for arguments that they do not use. */
export function nameArgument(description: string): z.ZodType<string, string> {
  return z.string().regex(/\S/).meta({ description, emptyMeansAbsent: true });
}

/** Turns arguments into a request's body, names into ids. Nothing is sent but lookups. */
export async function toChange(names: Names, bodyArgs: readonly BodyArgument[], args: ToolArguments): Promise<Change> {
  const given = bodyArgs.filter(({ name }) => args[name] !== undefined);
  const converted = await resolveAll(
    given.map(async ({ name, field, convert }) => ({ name, field, ...(await convert(names, args[name])) })),
  );
  return {
    body: Object.fromEntries(converted.map(({ field, value }) => [field.name, value])),
    shown: converted.flatMap(({ name, shown }) => (shown ?? []).map((text) => `${name.replaceAll('_', ' ')}: ${text}`)),
  };
}

function toArgument(field: Field, isUpdate: boolean, ownerClass: OwnerClass): BodyArgument {
  const { references, customFieldsOf, format, nullable, type } = field.rule;
  if (customFieldsOf !== undefined) return customFieldsArgument(field, customFieldsOf);
  if (references !== undefined && isNameable(references)) {
    const canEmpty = isUpdate && nullable === true;
    return type === 'integers'
      ? namesArgument(field, references, isUpdate, ownerClass)
      : oneNameArgument(field, references, canEmpty);
  }
  if (format === 'html') {
    const schema = fieldSchema(field, 'Plain text or HTML');
    return {
      name: field.name,
      field,
      schema,
      convert: (_, value) => {
        const html = toHtml(String(value));
        return Promise.resolve({ value: html, ...(html === '' ? { shown: ['(empty)'] } : {}) });
      },
    };
  }
  return {
    name: field.name,
    field,
    schema: fieldSchema(field),
    convert: (_, value) => Promise.resolve({ value, shown: [value === '' ? '(empty)' : oneLine(String(value), 120)] }),
  };
}

function oneNameArgument(field: Field, references: Nameable, canEmpty: boolean): BodyArgument {
  const name = field.name.replace(/_id$/, '');
  return {
    name,
    field,
    schema: nameArgument(describeName(references, canEmpty)),
    convert: async (names, value) => {
      const text = String(value);
      if (canEmpty && text === NONE) return { value: null, shown: [NONE] };
      const record = await names.resolve(references, { argument: name, value: text });
      return { value: record.id, shown: shownRef(record) };
    },
  };
}

/** How a record is named, in few words: they are part of every conversation. */
export function describeName(references: Nameable, orNone: boolean): string {
  const ways = [
    'Name',
    ...(references === 'agents' || references === 'users' ? ['e-mail', 'id', 'me'] : ['id']),
    ...(orNone ? [NONE] : []),
  ];
  return `${ways.slice(0, -1).join(', ')} or ${ways.at(-1) ?? ''}`;
}

function namesArgument(field: Field, references: Nameable, isUpdate: boolean, ownerClass: OwnerClass): BodyArgument {
  const name = field.name.replace(/_ids$/, 's');
  return {
    name,
    field,
    schema: z
      .array(z.string())
      .meta({ description: isUpdate ? 'Names or ids; replaces the whole set' : 'Names or ids' }),
    convert: async (names, value) => {
      const resolved = await resolveAll(
        (value as readonly string[]).map((one) =>
          names.resolve(references, {
            argument: name,
            value: one,
            ownerClass: references === 'tags' ? ownerClass : undefined,
          }),
        ),
      );
      const records = [...new Map(resolved.map((record) => [record.id, record])).values()];
      return {
        value: records.map(({ id }) => id),
        shown: records.length === 0 ? [NONE] : [records.flatMap(shownRef).join(', ')],
      };
    },
  };
}

function customFieldsArgument(field: Field, customFieldsOf: 'ci' | 'ticket'): BodyArgument {
  return {
    name: field.name,
    field,
    schema: z
      .record(z.string(), z.unknown())
      .meta({ description: 'Values by field name or id', emptyMeansAbsent: true }),
    convert: async (names, value) => {
      const given = value as Readonly<Record<string, unknown>>;
      const { values, shown } = await names.customFields.resolve(customFieldsOf, given);
      return { value: values, shown };
    },
  };
}

function shownRef({ id, name }: { readonly id: number; readonly name: string }): string[] {
  return [name === String(id) ? String(id) : (showRef({ id, name }) ?? '')];
}

/** Roles are on no list and tasks have titles, not names: both are given by id. */
function isNameable(reference: Reference): reference is Nameable {
  return reference !== 'roles' && reference !== 'tasks';
}

function ownerClassOf(operation: OperationId): OwnerClass {
  if (operation.startsWith('cis.')) return 'ci';
  return operation.startsWith('users.') ? 'user' : 'ticket';
}
