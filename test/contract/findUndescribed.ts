import type { JsonSchema } from 'bossdesk-client/schemas';

/** Paths of the fields of a value that a schema does not name; records with free keys name all of theirs. */
export function findUndescribed(schema: JsonSchema, value: unknown, path = ''): string[] {
  const choices = schema.anyOf as JsonSchema[] | undefined;
  if (choices !== undefined) {
    const findings = choices.map((choice) => findUndescribed(choice, value, path));
    return findings.sort((a, b) => a.length - b.length)[0] ?? [];
  }
  if (Array.isArray(value)) {
    if (schema.type !== 'array') return [path];
    return value.flatMap((item, index) => findUndescribed(schema.items as JsonSchema, item, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  if (schema.type !== 'object') return [path];
  const { properties } = schema;
  if (properties === undefined) return [];
  return Object.entries(value).flatMap(([name, content]) => {
    const property = properties[name] as JsonSchema | undefined;
    const where = `${path}.${name}`;
    return property === undefined ? [where] : findUndescribed(property, content, where);
  });
}
