import { HttpFailure } from '../rails/failures.js';
import { parseRackQuery, type RackValue } from '../rails/rackQuery.js';

/**
 * The parameters in a request's body: JSON or a form; Rails reads no other type. Without one it is taken for JSON
 * (notes 5.2). Malformed JSON is a 400.
 */
export function readBodyParameters(body: Buffer | undefined, contentType: string | undefined): unknown {
  if (body === undefined || body.length === 0) return {};
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return plainValue(parseRackQuery(body.toString('utf8')));
  if (type !== undefined && type !== 'application/json') return {};
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new HttpFailure(400, 'Error occurred while parsing request parameters');
  }
}

function plainValue(value: RackValue): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  return value instanceof Map ? Object.fromEntries([...value].map(([key, item]) => [key, plainValue(item)])) : value;
}
