/** What the values of an attribute are; decides how they compare, and which predicates make sense. */
export type AttributeType = 'boolean' | 'id' | 'number' | 'text' | 'time';

/** Tells what an attribute is; undefined where nobody knows. */
export type TypeOf = (attribute: string) => AttributeType | undefined;

/** What an attribute is by Rails' habits of naming: ids end in `id`, times in `at` or `on`. */
export function guessType(attribute: string): AttributeType | undefined {
  if (/(^|_)id$/.test(attribute)) return 'id';
  return /_(at|on)$/.test(attribute) ? 'time' : undefined;
}
