import { getKind } from '../../../packages/core/src/kinds/index.js';
import type { Operation, OperationId } from '../../../packages/core/src/operations/index.js';
import { schemas, toJsonSchema } from '../../../packages/core/src/schemas/index.js';
import type { OperationSchemas } from '../../../packages/core/src/schemas/schema.js';
import { completeJson, findFixtures, type Fixture } from '../../../test/contract/fixtures/index.js';
import { fieldRules } from '../../../packages/core/src/generated/rules.js';
import { errorResponses, listErrors } from './errors.js';
import type { OpenapiSchema, ToSchema } from './schema.js';

const json = (schema: OpenapiSchema, examples: readonly Fixture[]) => ({
  'application/json': { schema, ...(examples.length === 0 ? {} : { examples: nameExamples(examples) }) },
});

const nameExamples = (fixtures: readonly Fixture[]) =>
  Object.fromEntries(
    fixtures.map((fixture) => [
      `L${fixture.doc[0]}`,
      { summary: `Lines ${fixture.doc.join(' to ')} of the documentation`, value: completeJson(fixture) },
    ]),
  );

/** Lookups stand together; the others by what they work on. */
export function tagOf({ id, kind }: Operation): string {
  if (getKind(kind).isReference === true) return 'Reference data';
  const words = (id.split('.')[0] ?? '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replace(/^Ci/, 'CI');
}

/** One operation of the document. */
export function describeOperation(operation: Operation, toSchema: ToSchema) {
  const id = operation.id as OperationId;
  const parameters = listParameters(operation, toSchema);
  const requestBody = describeRequestBody(operation, toSchema);
  return {
    operationId: id,
    summary: operation.title,
    description: describeDoc(operation),
    tags: [tagOf(operation)],
    ...(operation.auth === 'basic' ? { security: [{ basic: [] }] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: {
      [operation.success.status]: describeSuccess(operation, toSchema),
      ...Object.fromEntries(listErrors(operation).map(([status, name]) => [status, describeError(id, status, name)])),
    },
  };
}

function describeDoc({ doc, lock, change }: Operation): string {
  return [
    `Lines ${doc.join(' to ')} of the documentation.`,
    ...(lock === undefined
      ? []
      : [`Send the \`${lock}\` last read to get a 409 in place of overwriting others' changes.`]),
    ...(change === 'delete' ? ['Removes the record for good.'] : []),
    ...(change === 'create' ? ['Sent twice, it is done twice.'] : []),
  ].join(' ');
}

function listParameters({ id, searchable }: Operation, toSchema: ToSchema) {
  const { params }: OperationSchemas = schemas[id as OperationId];
  const properties = params === undefined ? {} : (toJsonSchema(params, 'input').properties ?? {});
  const inPath = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: toSchema(schema as Parameters<ToSchema>[0]),
  }));
  const inQuery = Object.entries(fieldRules[id as OperationId].fields)
    .filter(([, rule]) => rule.in === 'query' && rule.type === 'integer')
    .map(([name, { minimum, maximum, description }]) => ({
      name,
      in: 'query',
      description,
      schema: { type: 'integer', minimum, ...(maximum === undefined ? {} : { maximum }) },
    }));
  return [...inPath, ...inQuery, ...(searchable === true ? [describeSearch(id)] : [])];
}

/** Its only example in the documentation is of users (L2356-2360). */
const describeSearch = (id: string) => ({
  name: 'q',
  in: 'query',
  style: 'deepObject',
  explode: true,
  description:
    'Ransack conditions, all of which must hold: a field and a predicate, `q[last_name_eq]=Foley`; `q[s]=updated_at desc` sorts. A predicate that takes several values repeats its key with `[]`: `q[id_in][]=1&q[id_in][]=2`. Fields that the server does not know, blank values and dates it cannot read are ignored without a word.',
  schema: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
  ...(id === 'users.list' ? { example: { last_name_eq: 'Foley', first_name_eq: 'Axel' } } : {}),
});

function describeRequestBody({ id, method, envelope, auth }: Operation, toSchema: ToSchema) {
  if (method === 'GET' || method === 'DELETE' || auth === 'basic') return undefined;
  const examples = findFixtures(id as OperationId, 'request');
  const { body }: OperationSchemas = schemas[id as OperationId];
  if (envelope === undefined || body === undefined) {
    return { required: true, content: json({ type: 'object', maxProperties: 0 }, examples) };
  }
  const input = toJsonSchema(body, 'input');
  const isNeeded = (input.required ?? []).length > 0 || (input.minProperties ?? 0) > 0;
  return {
    required: true,
    content: json(
      {
        type: 'object',
        properties: { [envelope]: toSchema(input) },
        ...(isNeeded ? { required: [envelope] } : {}),
        additionalProperties: false,
      },
      examples,
    ),
  };
}

function describeSuccess({ id, success }: Operation, toSchema: ToSchema) {
  if (success.body === 'none') return { description: 'Done; nothing comes back' };
  const { output }: OperationSchemas = schemas[id as OperationId];
  return {
    description: success.status === 201 ? 'Created' : 'Done',
    content: json(toSchema(toJsonSchema(output, 'output')), findFixtures(id as OperationId, 'response')),
  };
}

function describeError(id: OperationId, status: number, name: keyof typeof errorResponses) {
  const examples = status === 422 ? findFixtures(id, 'error') : [];
  if (examples.length === 0) return { $ref: `#/components/responses/${name}` };
  return {
    description: errorResponses.UnprocessableEntity.description,
    content: json({ $ref: '#/components/schemas/ValidationErrors' }, examples),
  };
}
