import { endSentence, isBossDeskError } from 'bossdesk-client';
import { ToolError } from './tool.js';

/** Input that core refuses, by the arguments that it came from; any other failure as it is. */
export function wordInputError(error: unknown, argumentOf: (field: string) => string): unknown {
  if (!isBossDeskError(error, 'InvalidInputError')) return error;
  const words = error.issues.map(({ field, message }) => `${argumentOf(field)}: ${message}`);
  return new ToolError(endSentence(words.join('; ')));
}
