import type { ValidationErrors } from './failures.js';

const float = /^\s*[+-]?(?:\d+(?:_\d+)*)(?:\.\d+)?(?:e[+-]?\d+)?\s*$/i;

/** `validates …, numericality: { only_integer: true, greater_than: … }`, which looks at what was sent, not at its cast. */
export function wholeNumberErrors(name: string, given: unknown, { above }: { above: number }): ValidationErrors {
  const text = String(given);
  if (!float.test(text)) return { [name]: ['is not a number'] };
  if (!/^[+-]?\d+$/.test(text)) return { [name]: ['must be an integer'] };
  return Number(text) > above ? {} : { [name]: [`must be greater than ${above}`] };
}
