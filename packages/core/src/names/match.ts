import { toShownName } from '../values/visible.js';

/**
 * One spelling of a name, the one in which replies show it: letter case, outer and repeated blanks, ways to compose
 * accents, and characters that nobody sees do not count.
 */
export function foldName(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  const spelling = toShownName(name).normalize('NFC').toLowerCase();
  if (name.length > LONGEST_NAME) return spelling;
  if (folded.size >= MOST_FOLDED) folded.clear();
  folded.set(name, spelling);
  return spelling;
}

/** The same names are compared with each name that is given. */
const folded = new Map<string, string>();
const MOST_FOLDED = 5000;

/** Longer than any name: columns of names hold 255 characters. */
export const LONGEST_NAME = 300;

/** No reply leaves less of a name that it cuts. */
const SHORTEST_CUT = 10;

/** The beginning of a name that a reply cut, `Waiting on the ven…`. */
function readCut(name: string): string | undefined {
  const folded = foldName(name);
  return folded.endsWith('…') && folded.length > SHORTEST_CUT ? folded.slice(0, -1) : undefined;
}

/** An id in digits. */
export function readId(text: string): number | undefined {
  const digits = text.trim();
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : undefined;
}

/** A number that people see, as they write it: `75`, `#75`. */
export function readNumber(text: string): number | undefined {
  return readId(text.trim().replace(/^#\s*/, ''));
}

/** What bears a name: letter for letter if there is such, otherwise as replies show it. */
export function findNamed<T>(all: readonly T[], name: string, namesOf: (one: T) => readonly string[]): readonly T[] {
  const exact = all.filter((one) => namesOf(one).includes(name.trim()));
  return exact.length > 0 ? exact : findShown(all, name, namesOf);
}

/** What replies show by a name: whole if there is such, otherwise what begins as a name that was cut. */
export function findShown<T>(all: readonly T[], name: string, namesOf: (one: T) => readonly string[]): readonly T[] {
  const wanted = foldName(name);
  const whole = all.filter((one) => namesOf(one).some((known) => foldName(known) === wanted));
  const beginning = readCut(name);
  if (whole.length > 0 || beginning === undefined) return whole;
  return all.filter((one) => namesOf(one).some((known) => foldName(known).startsWith(beginning)));
}

/**
 * Parts of a name as it was shown that the name itself holds: between the signs that may stand for others, or else its
 * halves, since what nobody sees stands in one of them.
 */
export function partsAsShown(name: string): string[] {
  const text = toShownName(name);
  const letters = Array.from(text);
  const middle = Math.ceil(letters.length / 2);
  const parts = /[/…]/.test(text)
    ? text.split(/[/…]/)
    : [letters.slice(0, middle).join(''), letters.slice(middle).join('')];
  return parts.map((part) => part.trim()).filter((part) => part.length > 1);
}

/** Whether a name may have been meant: it contains the other or is contained, shares a word, or differs by a slip. */
export function isClose(name: string, given: string): boolean {
  if (given.length > LONGEST_NAME) return false;
  const [known, wanted] = [foldName(name), foldName(given)];
  const words = new Set(wordsOf(known).filter((word) => word.length > 2));
  return (
    known.includes(wanted) ||
    wanted.includes(known) ||
    wordsOf(wanted).some((word) => words.has(word)) ||
    differsByASlip(known, wanted, Math.max(1, Math.floor(wanted.length / 4)))
  );
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u);

/** What must be added to the one is as many slips at least. */
const differsByASlip = (one: string, other: string, most: number): boolean =>
  Math.abs(one.length - other.length) <= most * 2 && countSlips(one, other) <= most;

/** Longer names differ by more than a slip, or share words. */
const MAX_LENGTH = 100;

/**
 * Letters to add, drop or change until two names are the same; two neighbours swapped are one slip (the optimal string
 * alignment distance). A library for it would be in n8n's bundle.
 */
function countSlips(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  if (Math.max(a.length, b.length) > MAX_LENGTH) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwap ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = current;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? 0;
