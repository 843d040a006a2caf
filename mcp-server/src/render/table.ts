import { cutLetters, lettersOf, toShownName } from 'bossdesk-client';
import { jsonSize, surelyFits } from './text.js';

/** One column of a list: its heading and what a row shows in it. */
export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string | undefined;
  /** Fields of the row that it shows. */
  readonly shows?: readonly string[];
  /** Characters of its longest cell, where 160 are too few. */
  readonly limit?: number;
}

const SEPARATOR = ' | ';
const CELL_LIMIT = 160;
const SHORTEST_CELL = 12;

/**
 * Rows as lines of cells below a line of headings. Columns that are empty in every row are left out, and the longest
 * cells are shortened where a row would take more than its share of `room` bytes, so that all rows fit.
 */
export function renderTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], room: number): string[] {
  const cells = rows.map((row) =>
    columns.map(({ cell, limit = CELL_LIMIT }) => cutLetters(toShownName(cell(row) ?? ''), limit)),
  );
  const shown = columns.map((_, index) => cells.some((line) => line[index] !== ''));
  const pick = (line: readonly string[]) => line.filter((_, index) => shown[index] === true);
  const heading = pick(columns.map((column) => column.heading)).join(SEPARATOR);
  const share = Math.floor((room - jsonSize(heading) - 2) / Math.max(1, rows.length)) - 2;
  return [heading, ...cells.map((line) => fitLine(pick(line), share))];
}

interface Cell {
  readonly letters: readonly string[];
  /** In bytes. */
  readonly size: number;
}

const measure = (letters: readonly string[]): Cell => ({ letters, size: jsonSize(letters.join('')) });

/** Shortens the longest cell until the line fits or no cell can lose a letter. */
function fitLine(cells: readonly string[], limit: number): string {
  const whole = cells.join(SEPARATOR);
  if (surelyFits(whole.length, limit) || jsonSize(whole) <= limit) return whole;
  const fitted = cells.map((cell) => measure(lettersOf(cell)));
  let size = fitted.reduce((sum, one) => sum + one.size, SEPARATOR.length * Math.max(0, cells.length - 1));
  while (size > limit) {
    const [longest] = fitted
      .filter(({ letters }) => letters.length > SHORTEST_CELL)
      .sort((one, other) => other.size - one.size);
    if (longest === undefined) break;
    const kept = Math.max(SHORTEST_CELL, Math.floor(longest.letters.length * 0.75)) - 1;
    const shorter = measure([...longest.letters.slice(0, kept), '…']);
    size += shorter.size - longest.size;
    fitted[fitted.indexOf(longest)] = shorter;
  }
  return fitted.map(({ letters }) => letters.join('')).join(SEPARATOR);
}
