import type { FieldRule, FieldType, OperationRules } from '../../packages/core/src/input/rules.js';
import { type Operation, operations } from '../../packages/core/src/operations/index.js';
import { type JsonSchema, schemas, toJsonSchema } from '../../packages/core/src/schemas/index.js';
import type { OperationSchemas } from '../../packages/core/src/schemas/schema.js';
import { type Generator, GENERATED_NOTICE } from './generator.js';

const pageRules: Readonly<Record<string, FieldRule>> = {
  page: { in: 'query', type: 'integer', minimum: 1, label: 'Page', description: 'From 1' },
  // doc L2350
  per_page: {
    in: 'query',
    type: 'integer',
    minimum: 1,
    maximum: 30,
    label: 'Per Page',
    description: 'Rows a page, 15 if left out',
  },
};

const searchRules: Readonly<Record<string, FieldRule>> = {
  q: {
    in: 'query',
    type: 'ransack',
    label: 'Filter',
    description: 'Ransack conditions, e.g. {"last_name_eq": "Foley"}',
  },
};

/** `rules.ts`: what core checks input with where zod must not come along. */
export const fieldRulesGenerator: Generator = {
  path: 'packages/core/src/generated/rules.ts',
  render() {
    const rules = Object.fromEntries(operations.map((operation) => [operation.id, describeOperation(operation)]));
    return `${GENERATED_NOTICE}
import type { OperationRules } from '../input/rules.js';
import type { OperationId } from '../operations/index.js';

/** Every input field of every operation. */
export const fieldRules: Readonly<Record<OperationId, OperationRules>> = ${JSON.stringify(rules)};
`;
  },
};

function describeOperation(operation: (typeof operations)[number]): OperationRules {
  const { params, body }: OperationSchemas = schemas[operation.id];
  const { paginated, searchable }: Operation = operation;
  const parts = [
    params === undefined ? {} : describeFields(params, 'path'),
    body === undefined ? {} : describeFields(body, 'body'),
    paginated ? pageRules : {},
    searchable ? searchRules : {},
  ];
  const fields = Object.assign({}, ...parts) as Record<string, FieldRule>;
  const named = parts.flatMap((part) => Object.keys(part));
  // Callers give path, body and query side by side: a name must mean one of them.
  if (named.length !== Object.keys(fields).length) throw new Error(`${operation.id}: a field stands in two places`);
  const minBodyFields = body === undefined ? undefined : toJsonSchema(body, 'input').minProperties;
  return { fields, ...(minBodyFields === undefined ? {} : { minBodyFields }) };
}

function describeFields(
  schema: NonNullable<OperationSchemas['body']>,
  place: 'path' | 'body',
): Record<string, FieldRule> {
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input');
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      describeField(`${place} field ${name}`, property as JsonSchema, place, required.includes(name)),
    ]),
  );
}

function describeField(where: string, property: JsonSchema, place: 'path' | 'body', required: boolean): FieldRule {
  const choices = property.anyOf as JsonSchema[] | undefined;
  const schema = choices?.find(({ type }) => type !== 'null') ?? property;
  const { title, description, kind, references, format, customFieldsOf, years, leftOut } = schema;
  if (title === undefined) throw new Error(`${where} has no title`);
  // JSON leaves the absent ones out.
  return JSON.parse(
    JSON.stringify({
      in: place,
      type: describeType(where, schema),
      required: required ? true : undefined,
      nullable: choices?.some(({ type }) => type === 'null') ? true : undefined,
      minimum: schema.minimum,
      // What zod says about every integer says nothing about these.
      maximum: schema.maximum === Number.MAX_SAFE_INTEGER ? undefined : schema.maximum,
      notBlank: (schema.minLength ?? 0) > 0 ? true : undefined,
      format,
      years,
      leftOut,
      kind,
      references,
      customFieldsOf,
      label: title,
      description,
    }),
  ) as FieldRule;
}

function describeType(where: string, { type }: JsonSchema): FieldType {
  switch (type) {
    case 'integer':
    case 'string':
    case 'boolean':
      return type;
    case 'array':
      return 'integers';
    case 'object':
      return 'customFields';
    default:
      throw new Error(`${where} has a type without a rule: ${String(type)}`);
  }
}
