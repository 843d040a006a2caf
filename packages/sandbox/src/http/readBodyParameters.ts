import { HttpFailure } from '../rails/failures.js';
import { parseRackQuery } from '../rails/rackQuery.js';
import { plainValue } from '../rails/requestParameters.js';
import { someText } from '../rails/texts.js';
import { isMimeType, jsonTypes } from './mimeTypes.js';

/** The parameters in a request's body, and whether they came as JSON. */
export interface BodyParameters {
  readonly value: unknown;
  readonly isJson: boolean;
}

/** `JSON.parse` of Ruby refuses what is nested deeper. */
const DEEPEST_JSON = 100;

/**
 * JSON or a form; Rails reads no other type. Without one it is taken for JSON (notes 5.2). Malformed JSON and texts that
 * are no UTF-8 are a 400, a type that is none a 406.
 */
export function readBodyParameters(body: Buffer | undefined, contentType: string | undefined): BodyParameters {
  const type = contentType === undefined ? undefined : (/^[^,;]*/.exec(contentType)?.[0] ?? '').trim().toLowerCase();
  if (type !== undefined && !isMimeType(type)) throw new HttpFailure(406, `"${type}" is not a valid MIME type`);
  const isJson = type === undefined || jsonTypes.has(type);
  if (body === undefined || body.length === 0) return { value: {}, isJson };
  // Bytes as they came: the query's own rules decode them.
  if (type === 'application/x-www-form-urlencoded') {
    return { value: plainValue(parseRackQuery(body.toString('latin1'))), isJson };
  }
  return { value: isJson ? parseJson(body) : {}, isJson };
}

function parseJson(body: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body));
    // Half of a pair becomes bytes that are no UTF-8.
    if (!isDeeper(value, DEEPEST_JSON) && !someText(value, (text) => /\p{Surrogate}/u.test(text))) return value;
  } catch {
    // Told as anything else that cannot be read.
  }
  throw new HttpFailure(400, 'Error occurred while parsing request parameters');
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((item) => isDeeper(item, depth - 1));
}
