import type { z } from 'zod';
import type { AnyOperation, OperationId, OperationOf } from '../operations/index.js';

/** Does not compile while an operation lacks its schemas, or has others than its path and envelope ask for. */
export type SchemaProof = { readonly [Id in OperationId]: SchemasFor<OperationOf<Id>> };

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

export type PathParam<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParam<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
