import { distance } from 'fastest-levenshtein';
import { oneLine } from '../render/text.js';
import { type Candidate, type NameError, nameError } from './errors.js';

/** Digits are an id unless a record has exactly that name. */
export function readId(text: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** One spelling of a name: letter case, outer and repeated blanks, and ways to compose accents do not count. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Records that have the name: letter for letter if there are such, otherwise in another letter case. */
export function findByName<T extends Candidate>(records: readonly T[], name: string): readonly T[] {
  const exact = records.filter((record) => record.name === name.trim());
  return exact.length > 0 ? exact : records.filter((record) => foldName(record.name) === foldName(name));
}

/**
 * The error for a name that no record has, with what is closest to it: names that contain it, that it contains, that
 * share a word with it or differ by a slip; otherwise the first ones.
 */
export function unknownName(argument: string, noun: string, name: string, records: readonly Candidate[]): NameError {
  const wanted = foldName(name);
  const close = records.filter((record) => isClose(foldName(record.name), wanted));
  const message = `no ${noun} is called ${quote(name)}.`;
  return close.length > 0
    ? nameError(argument, message, 'close to it', close)
    : nameError(argument, message, 'there are', records);
}

export function ambiguousName(argument: string, noun: string, name: string, records: readonly Candidate[]): NameError {
  return nameError(
    argument,
    `more than one ${noun} is called ${quote(name)}. Give the id of one.`,
    'called so',
    records,
  );
}

export function quote(name: string): string {
  return `"${oneLine(name, 80)}"`;
}

function isClose(name: string, wanted: string): boolean {
  const words = new Set(name.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2));
  return (
    name.includes(wanted) ||
    wanted.includes(name) ||
    wanted.split(/[^\p{L}\p{N}]+/u).some((word) => words.has(word)) ||
    distance(name, wanted) <= Math.max(1, Math.floor(wanted.length / 4))
  );
}
