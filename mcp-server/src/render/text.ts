import { cutLetters, firstLetters, isPlainName, stripInvisible } from 'bossdesk-client';

/** What JSON writes in more than a byte of its own. */
const longInJson = /[^ !#-[\]-~]/;

/** Bytes that a text takes in the JSON of a reply. */
export function jsonSize(text: string): number {
  return longInJson.test(text) ? Buffer.byteLength(JSON.stringify(text)) - 2 : text.length;
}

/** What JSON writes a character of a text in at most: `\u001b`. */
const LONGEST_IN_JSON = 6;

/** Whether a text of so many characters, whatever they are, takes no more bytes in JSON: most need not be measured. */
export function surelyFits(characters: number, size: number): boolean {
  return characters * LONGEST_IN_JSON <= size;
}

/** Cuts a text to `limit` letters, without splitting one in two, and says how much is missing. */
export function cutText(text: string, limit: number): string {
  const start = text.length <= limit ? text : firstLetters(text, limit).join('');
  if (start.length === text.length) return text;
  const left =
    text.length - start.length - (text.slice(start.length).match(/[\uD800-\uDBFF](?=[\uDC00-\uDFFF])/g)?.length ?? 0);
  return `${start}… [${left} more characters]`;
}

/** As many of the first letters as take less than `size` bytes in JSON. */
export function startOfSize(letters: readonly string[], size: number): readonly string[] {
  let used = 0;
  const end = letters.findIndex((letter) => (used += jsonSize(letter)) >= size);
  return end === -1 ? letters : letters.slice(0, end);
}

/** As much of a text as takes `size` bytes in JSON; nothing when that is next to nothing. */
export function cutToSize(text: string, size: number): string {
  // No letter takes less than a byte.
  return size < 200 ? '' : `${startOfSize(firstLetters(text, size), size - 4).join('')}…`;
}

/** The text on one line, cut to `limit` letters. */
export function oneLine(text: string, limit = 200): string {
  if (text.length <= limit && isPlainName(text)) return text;
  return cutLetters(stripInvisible(text).replace(/\s+/g, ' ').trim(), limit);
}

const endsLine = /[\n\r\u2028\u2029]/;

/** The text with every line after its first set in, so that none of it can pass for a line of the record around it. */
export function indentLines(text: string): string {
  if (!endsLine.test(text)) return text;
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\n(?=[^\n])/g, '\n  ');
}
