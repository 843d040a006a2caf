export { schemas } from './all.js';
export { type JsonSchema, toJsonSchema } from './jsonSchema.js';
export type { OperationBody, OperationInput, OperationOutput, OperationParams } from './inputs.js';
