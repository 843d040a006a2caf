import type { Operation } from '../operations/index.js';
import { isRecord, parseJson } from '../values/json.js';
import { errorFromResponse, unexpectedBody } from './errorFromResponse.js';
import type { HttpResponse } from './transport.js';

/**
 * Turns an answer into the operation's value: a record, a list, or `undefined` where the API answers 204. Unknown
 * fields are kept. Any 2xx is a success (notes 5.4). Pure.
 *
 * @throws the typed error of a refusal, or UnexpectedResponseError for a body of another shape.
 */
export function decodeResponse(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  response: HttpResponse,
): unknown {
  if (response.status < 200 || response.status >= 300) throw errorFromResponse(operation, input, response);
  if (operation.success.body === 'none') {
    // A sign-in or a proxy's page would pass for a change that was made.
    if (response.body.trimStart().startsWith('<')) throw unexpectedBody(operation, response, 'empty');
    return undefined;
  }
  // Writes that document a body may answer without one (notes 5.12).
  if (response.body.trim() === '' && operation.change !== undefined) return undefined;
  const value = parseJson(response.body);
  if (operation.success.body === 'list') {
    if (!Array.isArray(value) || !value.every(isRecord))
      throw unexpectedBody(operation, response, 'a JSON list of records');
    return value;
  }
  if (!isRecord(value)) throw unexpectedBody(operation, response, 'a JSON record');
  return value;
}
