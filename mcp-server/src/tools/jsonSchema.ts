import * as z from 'zod';

/** What a model needs of a schema; the rest (titles, patterns, our own notes) would cost tokens in every conversation. */
const keptKeywords = ['type', 'description', 'enum', 'default', 'maximum', 'maxItems'] as const;

export interface ToolSchema {
  readonly type: 'object';
  readonly properties: Record<string, PropertySchema>;
  readonly required?: string[];
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type PropertySchema = Record<string, Json>;

/** The JSON Schema of a tool's arguments, or of its structured content: a plain object without unions. */
export function toToolSchema(schema: z.ZodObject): ToolSchema {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, trim(property as PropertySchema)]),
    ),
    ...(required.length === 0 ? {} : { required }),
  };
}

/** What stands in a list is described by the list. */
function trim(property: Partial<PropertySchema>): PropertySchema {
  const kept = keptKeywords.flatMap((key) => {
    const value = property[key];
    return value === undefined || isSafeIntegerBound(value) ? [] : [[key, value] as const];
  });
  const items = property['items'] as PropertySchema | undefined;
  return {
    ...Object.fromEntries(kept),
    ...(items === undefined ? {} : { items: trim({ ...items, description: undefined }) }),
    ...(property['additionalProperties'] === undefined ? {} : describeObject(property)),
  };
}

/** Gemini refuses an object without properties: one of those that there may be is named. */
function describeObject({ such }: Partial<PropertySchema>): PropertySchema {
  return { properties: { [typeof such === 'string' ? such : 'name']: { type: 'string' } }, additionalProperties: true };
}

/** zod writes the range of whole numbers that JavaScript can hold into every integer. */
function isSafeIntegerBound(value: Json): boolean {
  return typeof value === 'number' && Math.abs(value) === Number.MAX_SAFE_INTEGER;
}
