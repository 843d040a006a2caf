import type { z } from 'zod';
import type { OperationId, OperationOf } from '../operations/index.js';
import type { RansackQuery } from '../query/conditions.js';
import type { schemas } from './all.js';

type Schemas = typeof schemas;

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
