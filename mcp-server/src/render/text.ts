import { stripInvisible } from 'bossdesk-client';

/** Bytes that a text takes in the JSON of a reply. */
export function jsonSize(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}

/** Cuts a text to `limit` characters, without splitting one in two, and says how much is missing. */
export function cutText(text: string, limit: number): string {
  const characters = Array.from(text);
  if (characters.length <= limit) return text;
  return `${characters.slice(0, limit).join('')}… [${characters.length - limit} more characters]`;
}

/** As many of the first letters as take less than `size` bytes in JSON. */
export function startOfSize(letters: readonly string[], size: number): readonly string[] {
  let used = 0;
  const end = letters.findIndex((letter) => (used += letterSize(letter)) >= size);
  return end === -1 ? letters : letters.slice(0, end);
}

function letterSize(letter: string): number {
  return /^[ !#-[\]-~]$/.test(letter) ? 1 : jsonSize(letter);
}

/** As much of a text as takes `size` bytes in JSON; nothing when that is next to nothing. */
export function cutToSize(text: string, size: number): string {
  return size < 200 ? '' : `${startOfSize(Array.from(text), size - 4).join('')}…`;
}

/** The text on one line, cut to `limit` characters. */
export function oneLine(text: string, limit = 200): string {
  const line = stripInvisible(text).replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}

/** The text with every line after its first set in, so that none of it can pass for a line of the record around it. */
export function indentLines(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\n(?=[^\n])/g, '\n  ');
}
