/** JSON Schemas of what the control API takes: a misspelt order must not pass for a harmless one. */

const count = { type: 'integer', minimum: 0 };
const headers = { type: 'object', additionalProperties: { anyOf: [{ type: 'string' }, { type: 'number' }] } };

export const faultsSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['path'],
    properties: {
      method: { type: 'string' },
      path: { type: 'string' },
      times: { type: 'integer', minimum: 1 },
      status: { type: 'integer', minimum: 200, maximum: 599 },
      delay: count,
      drop: { enum: ['before', 'after'] },
      truncate: { anyOf: [{ type: 'boolean' }, count, { enum: ['fin', 'reset'] }] },
      shuffle: { type: 'boolean' },
      body: {},
      headers,
    },
  },
};

export const keySchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    token: { type: 'string', minLength: 1 },
    username: { type: 'string' },
    password: { type: 'string' },
    permissions: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
    plan: {
      type: 'object',
      additionalProperties: false,
      properties: { api: { type: 'boolean' }, cmdb: { type: 'boolean' } },
    },
    throttle: {
      type: 'object',
      additionalProperties: false,
      required: ['limit'],
      properties: {
        limit: count,
        period: { type: 'integer', minimum: 1 },
        retry_after: { type: 'boolean' },
      },
    },
  },
};

const span = { type: 'number' };

/** By how much, or to when. */
export const clockSchema = {
  oneOf: [
    {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: { days: span, hours: span, minutes: span },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['now'],
      properties: { now: { type: ['string', 'null'] } },
    },
  ],
};
