import type { JsonSchema } from '../../../packages/core/src/schemas/index.js';

export type OpenapiSchema = Readonly<Record<string, unknown>>;

/** How a schema of core becomes one of the document. */
export type ToSchema = (schema: JsonSchema) => OpenapiSchema;

/** Turns JSON Schema into OpenAPI's; a record with a title becomes a component that others point to. */
export function createComponents(): { readonly schemas: Record<string, OpenapiSchema>; readonly toSchema: ToSchema } {
  const schemas: Record<string, OpenapiSchema> = {};

  const hoist = (title: string, schema: OpenapiSchema): OpenapiSchema => {
    const name = title.replaceAll(' ', '');
    const known = schemas[name];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema))
      throw new Error(`Two kinds of ${name}`);
    schemas[name] = schema;
    return { $ref: `#/components/schemas/${name}` };
  };

  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== 'object' || value === null) return value;
    const schema = toWireForm(value as JsonSchema);
    const converted = Object.fromEntries(
      Object.entries(schema).flatMap(([keyword, content]) => convertKeyword(keyword, content)),
    );
    const { title, properties } = schema;
    return title !== undefined && properties !== undefined ? hoist(title, converted) : converted;
  };

  const convertKeyword = (keyword: string, content: unknown): [string, unknown][] => {
    // What zod says about every integer says nothing about these.
    if (keyword === '$schema' || ofFaces.has(keyword) || Math.abs(Number(content)) === Number.MAX_SAFE_INTEGER)
      return [];
    if (keyword === 'properties') return [[keyword, mapValues(content as Record<string, unknown>, convert)]];
    return [[extensions[keyword] ?? keyword, nestedKeywords.has(keyword) ? convert(content) : content]];
  };

  return { schemas, toSchema: (schema) => convert(schema) as OpenapiSchema };
}

/** What schemas say about our faces, not about the API: what they refuse as a slip, and what they give by themselves. */
const ofFaces = new Set(['years', 'leftOut', 'maximum']);

/** Keywords of `FieldMeta` that JSON Schema does not have. */
const extensions: Readonly<Record<string, string>> = {
  kind: 'x-kind',
  references: 'x-references',
  customFieldsOf: 'x-custom-fields-of',
};

/** Keywords that hold schemas. */
const nestedKeywords = new Set(['items', 'anyOf', 'additionalProperties', 'propertyNames']);

/** Callers of core give ISO dates; the document describes what is sent (doc L2078, L1171). */
function toWireForm(schema: JsonSchema): JsonSchema {
  const { format, ...others } = schema;
  if (format === 'date') {
    return { ...others, pattern: String.raw`^\d{2}-\d{2}-\d{4}$`, description: 'Day, month and year: DD-MM-YYYY' };
  }
  if (format === 'date-time') {
    return { ...others, description: 'Date and time, best with its zone: 2018-11-28T15:00:00Z' };
  }
  return schema;
}

const mapValues = (record: Record<string, unknown>, map: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
