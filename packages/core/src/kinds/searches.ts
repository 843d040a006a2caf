import type { RansackQuery } from '../query/conditions.js';

// How lists that come in pages are searched for a name.

export const byName = (text: string): RansackQuery => ({ name_cont: text });

/** A CI is also called by what stands on it: a barcode cannot be searched for. */
export const byNameOrCode = (text: string): RansackQuery => ({
  name_or_serial_number_or_control_number_cont: text,
});

export const byTitle = (text: string): RansackQuery => ({ title_cont: text });

/** Short words are in half of all names. */
const SHORTEST_WORD = 3;
const MAX_WORDS = 4;

/** Names that share a word, the longest first, or else any. */
export function similarNames(text: string): readonly RansackQuery[] {
  const words = text
    .split(/\s+/)
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((one, other) => other.length - one.length);
  return [...words.slice(0, MAX_WORDS).map(byName), {}];
}
