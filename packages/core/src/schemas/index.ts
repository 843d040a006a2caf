export { schemas } from './all.js';
export { type JsonSchema, toJsonSchema } from './jsonSchema.js';
export type { OperationOutput } from './outputs.js';
export type { OperationSchemas } from './schema.js';
