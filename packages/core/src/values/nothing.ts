/**
 * Whether a value says nothing: absent, blank, an empty list or object, a list of such; also the words `null` and
 * `undefined`, which models and templates write for what they do not have. Nobody who gives one of them asks for
 * anything, least of all for something to be emptied.
 */
export function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return /^(?:null|undefined)?$/.test(value.trim());
  if (Array.isArray(value)) return value.every(isNothing);
  // Times have no keys of their own either.
  return typeof value === 'object' && !('toJSON' in value) && Object.keys(value).length === 0;
}
