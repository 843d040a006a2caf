import type { RansackQuery } from '../query/conditions.js';

// How lists that come in pages are searched for a name.

export const byName = (text: string): RansackQuery => ({ name_cont: text });

export const byTitle = (text: string): RansackQuery => ({ title_cont: text });

/** Names that share the longest word, or else any. */
export function similarNames(text: string): readonly RansackQuery[] {
  const longest = text.split(/\s+/).reduce((one, word) => (word.length > one.length ? word : one), '');
  return longest === '' ? [{}] : [byName(longest), {}];
}
