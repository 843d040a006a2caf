/** A text as part of a URL. Half an emoji, as a text cut by length can end in, becomes the replacement character. */
export function escapeText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
