import type { Operation } from '../operations/index.js';
import { isRecord, parseJson } from '../values/json.js';
import { errorFromResponse, unexpectedBody } from './errorFromResponse.js';
import type { Redactor } from '../values/secrets.js';
import { type HttpResponse, redactResponse } from './transport.js';

/**
 * Turns an answer into the operation's value: a record, a list, or `undefined` where the API answers 204. Unknown
 * fields are kept. Any 2xx is a success (notes 5.4). Pure.
 *
 * @param redact blots secrets out of what is told of an answer: before it is cut, which would leave a part of one.
 * @throws the typed error of a refusal, or UnexpectedResponseError for a body of another shape.
 */
export function decodeResponse(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  response: HttpResponse,
  redact: Redactor = (text) => text,
): unknown {
  const refused = (status: number) =>
    errorFromResponse(operation, input, { ...redactResponse(response, redact), status });
  const unexpected = (expected: string) => unexpectedBody(operation, redactResponse(response, redact), expected);
  if (response.status < 200 || response.status >= 300) throw refused(response.status);
  const isEmpty = response.body.trim() === '';
  const value = isEmpty ? undefined : parseJson(response.body);
  // A refusal is one whatever its status.
  if (isRefusal(value)) throw refused(REFUSED);
  if (operation.success.body === 'none') {
    // A sign-in, a proxy's page or half an answer would pass for a change that was made.
    if (!isEmpty && !isRecord(value)) throw unexpected('empty');
    return undefined;
  }
  // Writes that document a body may answer without one (notes 5.12); a new record must be told.
  if (isEmpty && operation.change !== undefined && operation.change !== 'create') return undefined;
  if (operation.success.body === 'list') {
    if (!Array.isArray(value) || !value.every(isRecord)) throw unexpected('a JSON list of records');
    if (!value.every(hasExactIds)) throw unexpected(EXACT);
    return value;
  }
  if (!isRecord(value)) throw unexpected('a JSON record');
  if (!hasExactIds(value)) throw unexpected(EXACT);
  return value;
}

const EXACT = 'one whose ids can be told apart: an id is beyond 9007199254740991';

/** Ids are compared as numbers everywhere; one that is too large for that came as a text. */
function hasExactIds({ id, friendly_id }: Record<string, unknown>): boolean {
  return isExact(id) && isExact(friendly_id);
}

function isExact(id: unknown): boolean {
  return typeof id !== 'string' || !/^-?\d{16,}$/.test(id);
}

/** What Rails answers to a record that is not valid (doc L28). */
const REFUSED = 422;

/** Messages in place of a record: records have an id. */
function isRefusal(value: unknown): boolean {
  return isRecord(value) && !('id' in value) && (saysSomething(value['errors']) || saysSomething(value['error']));
}

function saysSomething(value: unknown): boolean {
  return typeof value === 'string' ? value !== '' : typeof value === 'object' && Object.keys(value ?? {}).length > 0;
}
