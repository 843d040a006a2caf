import type { Operation } from '../../../packages/core/src/operations/index.js';
import type { OpenapiSchema } from './schema.js';

export const errorSchemas: Readonly<Record<string, OpenapiSchema>> = {
  ValidationErrors: {
    type: 'object',
    description: 'Messages by field; those under `base` are about the whole record.',
    properties: {
      errors: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
    },
    required: ['errors'],
  },
};

const describe = (description: string) => ({ description });

/** Bodies other than that of a 422 are undocumented: JSON, text or nothing. */
export const errorResponses = {
  BadRequest: describe('A required parameter was not given, or the request cannot be read'),
  Unauthorized: describe('The API key, or the user name and password, are wrong'),
  PaymentRequired: describe('The account has expired, or its plan does not include this'),
  Forbidden: describe('This user has no permission'),
  NotFound: describe('There is no such record, or the user may not see it'),
  Conflict: describe('The record was changed since its `lock_version` was read'),
  UnprocessableEntity: {
    description: 'The record would not be valid, or cannot be changed so',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/ValidationErrors' } } },
  },
  TooManyRequests: {
    description: 'Too many requests (not in the documentation)',
    headers: { 'Retry-After': { description: 'Seconds to wait, if given', schema: { type: 'integer' } } },
  },
  NotImplemented: describe('Searches of other records than CIs and tickets cannot be run'),
} as const;

/** Which refusals an operation can answer with (doc L17-28), by status. */
export function listErrors({ id, method, path, envelope, lock }: Operation): [number, keyof typeof errorResponses][] {
  const possible: [number, keyof typeof errorResponses, boolean][] = [
    [400, 'BadRequest', envelope !== undefined],
    [401, 'Unauthorized', true],
    [402, 'PaymentRequired', true],
    [403, 'Forbidden', true],
    [404, 'NotFound', path.includes(':')],
    [409, 'Conflict', lock !== undefined],
    [422, 'UnprocessableEntity', method !== 'GET' && path !== '/sessions'],
    [429, 'TooManyRequests', true],
    [501, 'NotImplemented', id === 'savedSearches.run'],
  ];
  return possible.flatMap(([status, name, applies]) => (applies ? [[status, name]] : []));
}
