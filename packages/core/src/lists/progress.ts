import type { Row } from '../values/json.js';
import type { OpenList } from './openList.js';

/** A part of a list as it is walked over. */
export interface Step {
  /** Records that did not come before. */
  readonly rows: Row[];
  /** Whether the answer held a record several times. */
  readonly repeats: boolean;
  /** Whether the list ends here. */
  readonly isLast: boolean;
}

/** How far a walk over a list has come. */
export interface Progress {
  /** How many rows of the list lie before the walk. */
  readonly start: number;
  /** What stands at the places that were read, the first at `start`. */
  readonly positions: unknown[];
  /** How many pages were read. */
  readonly pages: () => number;
  /** How many more records the caller takes. */
  readonly left: () => number;
  /**
   * How many requests may be under way, when each brings so many records: two after the first page, and twice as many with
   * each page that was read, so that little is asked for beyond the end of a short list.
   */
  readonly reach: (perRequest: number) => number;
  /** Takes rows that follow all those before, so that none of them came already. */
  accept(rows: readonly Row[], isLast: boolean): Step;
  /** Takes rows that stand from a place on, whatever was there. */
  replace(from: number, rows: readonly Row[], isLast: boolean): Step;
}

export function createProgress(list: OpenList, start: number, wanted: number): Progress {
  const positions: unknown[] = [];
  /** What came so far, kept only where something may come again: a list of thousands by id needs no such memory. */
  let came: Set<unknown> | undefined;
  let given = 0;
  let pages = 0;
  const take = (rows: readonly Row[], seen: Set<unknown>, isLast: boolean): Step => {
    const fresh: Row[] = [];
    for (const row of rows) {
      const key = keyOf(row);
      positions.push(key);
      if (seen.has(key)) continue;
      seen.add(key);
      fresh.push(row);
    }
    given += fresh.length;
    pages += 1;
    // Only rows that came before can have come twice in this answer.
    const repeats = fresh.length < rows.length && new Set(rows.map(keyOf)).size < rows.length;
    return { rows: fresh, repeats, isLast };
  };
  const left = () => wanted - given;
  return {
    start,
    positions,
    pages: () => pages,
    left,
    reach: (perRequest) => Math.max(1, Math.min(list.atOnce(), 2 ** pages, Math.ceil(left() / perRequest))),
    accept: (rows, isLast) => take(rows, new Set(), isLast),
    replace(from, rows, isLast) {
      came ??= new Set(positions);
      positions.splice(from, positions.length);
      return take(rows, came, isLast);
    },
  };
}

/** What tells a row from others. */
export const keyOf = (row: Row): unknown => row['id'] ?? JSON.stringify(row);
