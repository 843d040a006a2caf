import { parseJson } from './json.js';

/**
 * The members of a list, or of what stands for one in a text: JSON (`["vip", 3]`), or words parted by commas. A single
 * value is a list of one.
 */
export function readList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string') return value === undefined || value === null ? [] : [value];
  return readJsonList(value) ?? splitWords(value.trim().replace(/^\[|\]$/g, ''));
}

/** The list that a text holds as JSON. */
export function readJsonList(text: string): readonly unknown[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  const parsed = parseJson(text);
  return Array.isArray(parsed) ? parsed : undefined;
}

/** What stands between commas. */
export function splitWords(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
