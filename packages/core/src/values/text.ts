/**
 * A text that every server takes: half an emoji, as a text cut by length can end in, and NUL, which databases refuse,
 * become the replacement character.
 */
export function mendText(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\uFFFD');
}

/** A text as part of a URL. */
export function escapeText(text: string): string {
  return encodeURIComponent(mendText(text));
}

/** The same for every text in a value. */
export function mendTexts(value: unknown): unknown {
  if (typeof value === 'string') return mendText(value);
  if (Array.isArray(value)) return value.map(mendTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mendTexts(one)]));
}
