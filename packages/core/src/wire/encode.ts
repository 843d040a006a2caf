import { fieldRules } from '../generated/rules.js';
import type { HttpMethod, Operation, OperationId } from '../operations/index.js';
import { toUtc } from '../values/dates.js';
import { InvalidInputError } from '../errors/index.js';
import type { FieldRule } from '../input/rules.js';
import { queryPairs } from '../query/wireQuery.js';

/** A request before it has a host and a credential. */
export interface EncodedRequest {
  readonly method: HttpMethod;
  /** Path and query below the base URL, `/api/v1` included. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * `Accept` decides whether an error comes as JSON (facts B3b), and the doc wants a `Content-Type` on every request
 * (doc L11-14), also on those without a body.
 */
const HEADERS = { accept: 'application/json', 'content-type': 'application/json' } as const;

/** More than about 10 kB of query gives a bare 400 from the web server (facts B3b). */
const MAX_QUERY_LENGTH = 8000;

interface PageInput {
  readonly page?: number;
  readonly per_page?: number;
}

/**
 * Turns checked input (path parameters, body fields and query side by side) into a request. Pure.
 *
 * @throws InvalidInputError for what cannot be written into a path or is too long for a query.
 */
export function encodeRequest(operation: Operation, input: Readonly<Record<string, unknown>>): EncodedRequest {
  const path = `/api/${operation.api}${encodePath(operation, input)}`;
  const query = encodeQuery(operation, input);
  const body = encodeBody(operation, input);
  return {
    method: operation.method,
    target: query === '' ? path : `${path}?${query}`,
    headers: HEADERS,
    ...(body === undefined ? {} : { body }),
  };
}

function encodePath(operation: Operation, input: Readonly<Record<string, unknown>>): string {
  return operation.path.replace(/:(\w+)/g, (_, name: string) => {
    const text = String(input[name]);
    // A URL parser reads these as "this folder" and "the folder above", however they are escaped.
    if (text === '.' || text === '..') {
      throw new InvalidInputError({
        operation: operation.id,
        issues: [{ field: name, message: `"${text}" cannot be sent in a URL` }],
      });
    }
    // Rails takes a raw dot for the start of a format (facts B3b).
    return escapeText(text).replaceAll('.', '%2E');
  });
}

function encodeQuery(operation: Operation, input: Readonly<Record<string, unknown>>): string {
  const { page, per_page } = input as PageInput;
  const pairs: [string, string][] = [];
  if (page !== undefined) pairs.push(['page', String(page)]);
  if (per_page !== undefined) pairs.push(['per_page', String(per_page)]);
  if (input['q'] !== undefined) pairs.push(...queryPairs(operation.id, input['q']));
  const query = pairs.map(([name, value]) => `${encodeQueryPart(name)}=${encodeQueryPart(value)}`).join('&');
  if (query.length > MAX_QUERY_LENGTH) {
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
  return query;
}

/** Brackets stay readable, as the doc writes them (L2356). */
function encodeQueryPart(text: string): string {
  return escapeText(text).replaceAll('%5B', '[').replaceAll('%5D', ']');
}

/** Half an emoji, as a text cut by length can end in, has no UTF-8; it becomes the replacement character. */
function escapeText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

function encodeBody(operation: Operation, input: Readonly<Record<string, unknown>>): string | undefined {
  if (operation.method === 'GET' || operation.method === 'DELETE' || operation.auth === 'basic') return undefined;
  if (operation.envelope === undefined) return '{}';
  const rules: Readonly<Record<string, FieldRule>> = fieldRules[operation.id as OperationId].fields;
  const fields = Object.entries(rules)
    .filter(([name, rule]) => rule.in === 'body' && input[name] !== undefined)
    .map(([name, rule]) => [name, encodeField(rule, input[name])] as const);
  // An empty envelope counts as a missing one and answers 400 (facts B3).
  return fields.length === 0 ? '{}' : JSON.stringify({ [operation.envelope]: Object.fromEntries(fields) });
}

function encodeField(rule: FieldRule, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (rule.format === 'date') return value.split('-').reverse().join('-'); // doc L2078: DD-MM-YYYY
  if (rule.format === 'date-time') return toUtc(value);
  return value;
}
