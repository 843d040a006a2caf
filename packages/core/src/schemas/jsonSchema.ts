import { z } from 'zod';
import type { FieldMeta } from './fields.js';

/** JSON Schema 2020-12, with what {@link FieldMeta} says beside the standard keywords. */
export type JsonSchema = z.core.JSONSchema.JSONSchema & Partial<FieldMeta>;

/** What a caller sends (`input`) or the API answers (`output`) as JSON Schema. */
export const toJsonSchema = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
