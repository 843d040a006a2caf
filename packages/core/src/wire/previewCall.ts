import { checkInput } from '../input/checkInput.js';
import type { HttpMethod, Operation } from '../operations/index.js';
import { parseJson } from '../values/json.js';
import { encodeRequest } from './encode.js';

/** What a call would send. */
export interface CallPreview {
  readonly method: HttpMethod;
  /** Path and query below the base URL, `/api/v1` included. */
  readonly path: string;
  /** The JSON of the body; undefined for a request without one. */
  readonly body: unknown;
}

/**
 * Checks an operation's input as a call does, and tells what would be sent; nothing is.
 *
 * @throws InvalidInputError for what a call would refuse.
 */
export function previewCall(operation: Operation, input: Readonly<Record<string, unknown>>): CallPreview {
  checkInput(operation, input);
  const { method, target, body } = encodeRequest(operation, input);
  return { method, path: target, body: body === undefined ? undefined : parseJson(body) };
}
