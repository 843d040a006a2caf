import { InvalidInputError } from '../errors/index.js';
import { fieldRules } from '../generated/rules.js';
import { checkInput } from '../input/checkInput.js';
import { getOperation, type OperationId } from '../operations/index.js';
import { schemas } from '../schemas/index.js';
import type { OperationSchemas } from '../schemas/schema.js';

// What tests of input ask, of the rules and of the schemas that these are generated from.

/** What is wrong with an input, as `field: message`. */
export function findIssues(id: OperationId, input: Record<string, unknown>): string[] {
  try {
    checkInput(getOperation(id), input);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.issues.map(({ field, message }) => `${field}: ${message}`);
  }
}

export /** The same question put to the schemas, from which the rules are generated. */
function passesSchemas(id: OperationId, input: Record<string, unknown>): boolean {
  const { fields } = fieldRules[id];
  const { params, body }: OperationSchemas = schemas[id];
  const pick = (isParam: boolean) =>
    Object.fromEntries(
      Object.entries(input).filter(([name, value]) => value !== undefined && (fields[name]?.in === 'path') === isParam),
    );
  return (params?.safeParse(pick(true)).success ?? true) && (body?.safeParse(pick(false)).success ?? true);
}
