import { fieldRules } from '../generated/rules.js';
import type { HttpMethod, Operation, OperationId } from '../operations/index.js';
import { toUtc } from '../values/dates.js';
import { InvalidInputError } from '../errors/index.js';
import type { FieldRule } from '../input/rules.js';
import { type Filter, readFilter } from '../query/wireQuery.js';
import { escapeText, mendTexts } from '../values/text.js';

/** A request before it has a host and a credential. */
export interface EncodedRequest {
  readonly method: HttpMethod;
  /** Path and query below the base URL, `/api/v1` included. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * `Accept` decides whether an error comes as JSON (notes 4), and the doc wants a `Content-Type` on every request
 * (doc L11-14), also on those without a body.
 */
const jsonHeaders = { accept: 'application/json', 'content-type': 'application/json' } as const;

/** More than about 10 kB of query gives a bare 400 from the web server (notes 4). */
const MAX_QUERY_LENGTH = 8000;

/**
 * Turns checked input (path parameters, body fields and query side by side) into a request. Pure.
 *
 * @param filter the input's `q`, where it was read before.
 *
 * @throws InvalidInputError for what cannot be written into a path or is too long for a query.
 */
export function encodeRequest(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  filter?: Filter,
): EncodedRequest {
  const path = `/api/${operation.api}${encodePath(operation, input)}`;
  const query = encodeQuery(operation, input, filter);
  const body = encodeBody(operation, input);
  return {
    method: operation.method,
    target: query === '' ? path : `${path}?${query}`,
    headers: jsonHeaders,
    ...(body === undefined ? {} : { body }),
  };
}

function encodePath({ id, path }: Operation, input: Readonly<Record<string, unknown>>): string {
  let encoded = '';
  let isField = false;
  for (const part of splitPath(path)) {
    encoded += isField ? encodeSegment(id, part, input[part]) : part;
    isField = !isField;
  }
  return encoded;
}

const splitPaths = new Map<string, readonly string[]>();

/** What stands in a path and the names of its fields, by turns. Looked for once: to search takes longer than to encode. */
function splitPath(path: string): readonly string[] {
  const known = splitPaths.get(path);
  if (known !== undefined) return known;
  const parts = path.split(/:(\w+)/);
  splitPaths.set(path, parts);
  return parts;
}

function encodeSegment(operation: string, field: string, value: unknown): string {
  if (typeof value === 'number') return String(value);
  const text = String(value);
  // A URL parser reads these as "this folder" and "the folder above", however they are escaped.
  if (text === '.' || text === '..')
    throw new InvalidInputError({ operation, issues: [{ field, message: `"${text}" cannot be sent in a URL` }] });
  // Rails takes a raw dot for the start of a format (notes 4).
  return escapeText(text).replaceAll('.', '%2E');
}

function encodeQuery(
  operation: Operation,
  { page, per_page, q }: Readonly<Record<string, unknown>>,
  filter: Filter | undefined,
): string {
  const given = filter ?? (q === undefined ? undefined : readFilter(operation.id, q));
  const parts: string[] = [];
  if (page !== undefined) parts.push(`page=${Number(page)}`);
  if (per_page !== undefined) parts.push(`per_page=${Number(per_page)}`);
  if (given !== undefined && given.encoded !== '') parts.push(given.encoded);
  const query = parts.join('&');
  if (query.length <= MAX_QUERY_LENGTH) return query;
  throw new InvalidInputError({
    operation: operation.id,
    issues: [
      {
        field: 'q',
        message: `the filter is ${String(query.length)} characters long, the web server takes about ${String(MAX_QUERY_LENGTH)}`,
      },
    ],
    hint: 'Split a long list of values into several calls.',
  });
}

function encodeBody(operation: Operation, input: Readonly<Record<string, unknown>>): string | undefined {
  if (operation.method === 'GET' || operation.method === 'DELETE' || operation.auth === 'basic') return undefined;
  if (operation.envelope === undefined) return '{}';
  const rules: Readonly<Record<string, FieldRule>> = fieldRules[operation.id as OperationId].fields;
  const fields = Object.entries(rules)
    .filter(([name, rule]) => rule.in === 'body' && input[name] !== undefined)
    .map(([name, rule]) => [name, mendTexts(encodeField(rule, input[name]))] as const);
  // An empty envelope counts as a missing one and answers 400 (notes 3).
  return fields.length === 0 ? '{}' : JSON.stringify({ [operation.envelope]: Object.fromEntries(fields) });
}

function encodeField(rule: FieldRule, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (rule.format === 'date') return value.split('-').reverse().join('-'); // doc L2078: DD-MM-YYYY
  if (rule.format === 'date-time') return toUtc(value);
  return value;
}
