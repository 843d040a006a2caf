/** One spelling of a name: letter case, outer and repeated blanks, and ways to compose accents do not count. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
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

/** What bears a name: letter for letter if there is such, otherwise in another spelling. */
export function findNamed<T>(all: readonly T[], name: string, namesOf: (one: T) => readonly string[]): readonly T[] {
  const exact = all.filter((one) => namesOf(one).includes(name.trim()));
  if (exact.length > 0) return exact;
  const wanted = foldName(name);
  return all.filter((one) => namesOf(one).some((known) => foldName(known) === wanted));
}

/** Whether a name may have been meant: it contains the other or is contained, shares a word, or differs by a slip. */
export function isClose(name: string, given: string): boolean {
  const [known, wanted] = [foldName(name), foldName(given)];
  const words = new Set(wordsOf(known).filter((word) => word.length > 2));
  return (
    known.includes(wanted) ||
    wanted.includes(known) ||
    wordsOf(wanted).some((word) => words.has(word)) ||
    countSlips(known, wanted) <= Math.max(1, Math.floor(wanted.length / 4))
  );
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u);

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
