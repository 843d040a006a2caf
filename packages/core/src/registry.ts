import type { z } from 'zod';
import type { AnyOperation, OperationId, OperationOf } from './operations/index.js';
import type { RansackQuery } from './http/ransack/query.js';
import { accountSchemas } from './schemas/account.js';
import { attachmentSchemas } from './schemas/attachments.js';
import { ciNoteSchemas } from './schemas/ciNotes.js';
import { ciSchemas } from './schemas/cis.js';
import { myTicketSchemas } from './schemas/myTickets.js';
import { referenceSchemas } from './schemas/reference.js';
import { savedSearchSchemas } from './schemas/savedSearches.js';
import { sessionSchemas } from './schemas/sessions.js';
import { taskSchemas } from './schemas/tasks.js';
import { ticketSchemas } from './schemas/tickets.js';
import { timeEntrySchemas } from './schemas/timeEntries.js';
import { userSchemas } from './schemas/users.js';

export { type JsonSchema, toJsonSchema } from './schemas/jsonSchema.js';

/** The zod schemas of every operation: `schemas['tickets.create'].body`. */
export const schemas = {
  ...sessionSchemas,
  ...accountSchemas,
  ...attachmentSchemas,
  ...ciSchemas,
  ...ciNoteSchemas,
  ...referenceSchemas,
  ...savedSearchSchemas,
  ...taskSchemas,
  ...ticketSchemas,
  ...myTicketSchemas,
  ...timeEntrySchemas,
  ...userSchemas,
} satisfies Proof;

type Schemas = typeof schemas;

/** Does not compile while an operation lacks its schemas, or has others than its path and envelope ask for. */
type Proof = { readonly [Id in OperationId]: SchemasFor<OperationOf<Id>> };

type SchemasFor<Op extends AnyOperation> = ParamsFor<PathParam<Op['path']>> &
  (Op extends { envelope: string } ? { readonly body: z.ZodObject } : { readonly body?: never }) & {
    readonly output: Op['success']['body'] extends 'none'
      ? z.ZodUndefined
      : Op['success']['body'] extends 'list'
        ? z.ZodArray
        : z.ZodObject;
  };

type ParamsFor<Name extends string> = [Name] extends [never]
  ? { readonly params?: never }
  : { readonly params: z.ZodObject<Record<Name, z.ZodType>> };

type PathParam<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParam<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** Optional fields may be left out; undefined is no value for them. */
type Exact<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

type InputOf<Schema> = Schema extends z.ZodType ? Exact<z.input<Schema>> : unknown;

/** The path's parameters. */
export type OperationParams<Id extends OperationId> = InputOf<
  Schemas[Id] extends { params: infer Params } ? Params : undefined
>;

/** What the envelope wraps. */
export type OperationBody<Id extends OperationId> = InputOf<
  Schemas[Id] extends { body: infer Body } ? Body : undefined
>;

/** What a call resolves to: the API's record, its list, or undefined (204). */
export type OperationOutput<Id extends OperationId> = z.output<Schemas[Id]['output']>;

interface PageInput {
  /** From 1. */
  page?: number;
  /** 1 to 30; the API's own default is 15 (doc L2350). */
  per_page?: number;
}

interface SearchInput {
  /** Ransack conditions (doc L2352-2360). */
  q?: RansackQuery;
}

/** What a call takes: path parameters, body fields and query side by side. */
export type OperationInput<Id extends OperationId> = Flat<
  OperationParams<Id> &
    OperationBody<Id> &
    (OperationOf<Id> extends { paginated: true } ? PageInput : unknown) &
    (OperationOf<Id> extends { searchable: true } ? SearchInput : unknown)
>;

type Flat<T> = keyof T extends never ? Record<string, never> : { [Key in keyof T]: T[Key] };
