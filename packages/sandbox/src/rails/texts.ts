/** Whether any text in a value as parsed, names of hashes too, passes the test. */
export function someText(value: unknown, test: (text: string) => boolean): boolean {
  if (typeof value === 'string') return test(value);
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.entries(value);
  return Array.isArray(value)
    ? value.some((item) => someText(item, test))
    : entries.some(([name, item]) => test(name) || someText(item, test));
}

/** PostgreSQL keeps no NUL in a text; Rails lets its error through as a 500. */
export const hasNul = (text: string): boolean => text.includes('\0');
