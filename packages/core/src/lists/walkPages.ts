import { RepeatedPageError } from '../errors/index.js';
import { MAX_PER_PAGE } from '../send/limits.js';
import type { Row } from '../values/json.js';
import { createAhead } from './ahead.js';
import type { OpenList, PageRequest } from './openList.js';
import { keyOf, type Progress, type Step } from './progress.js';

/** How many answers in a row may bring nothing new before the list is given up. */
const MAX_FRUITLESS = 10;

interface Overlap extends PageRequest {
  /** How many rows of the list lie before it. */
  readonly offset: number;
}

/**
 * Goes on in a list in pages that overlap by a row. Pages that are read ahead may be answered in any order, and the list
 * may move between them: one that does not continue what was read is dropped with all behind it, and asked for anew.
 */
export async function* walkPages(list: OpenList, progress: Progress): AsyncGenerator<Step, void, undefined> {
  const { start, positions } = progress;
  const ahead = createAhead<Overlap, Row[]>(
    ({ page, per_page }, signal) => list.fetch({ page, per_page }, undefined, signal),
    list.signal,
  );
  /** How far ahead it is read: further with each page that continues the one before, no further once the list moved. */
  let trust = 1;
  let fruitless = 0;

  /** The rows of an answer that belong to the walk, and whether they continue it. */
  const place = ({ offset }: Overlap, answered: readonly Row[]) => {
    // What lies before the beginning of this walk is none of it.
    const rows = answered.slice(Math.max(0, start - offset));
    const from = Math.max(0, offset - start);
    const known = positions.slice(from);
    const hasMoved = known.some((key, index) => index >= rows.length || key !== keyOf(rows[index] ?? {}));
    return { rows, from, known, hasMoved };
  };

  try {
    for (let isLast = false; !isLast;) {
      const read = start + positions.length;
      if (ahead.first() !== undefined && ahead.first()?.offset !== overlap(read).offset) await ahead.drop();
      const wasAhead = ahead.length() > 0;
      const reach = Math.min(trust, progress.reach(MAX_PER_PAGE - 1));
      while (ahead.length() < reach) {
        const furthest = ahead.last();
        ahead.add(overlap(furthest === undefined ? read : furthest.offset + furthest.per_page));
      }
      const request = ahead.first() ?? overlap(read);
      let answered = await ahead.take();
      let placed = place(request, answered);
      trust *= 2;
      if (placed.hasMoved) {
        trust = 1;
        await ahead.drop();
        if (wasAhead) {
          answered = await list.fetch({ page: request.page, per_page: request.per_page });
          placed = place(request, answered);
        }
        if (placed.hasMoved) list.tell({ about: 'moved' });
      }
      isLast = answered.length < request.per_page;
      const step = progress.replace(placed.from, placed.rows, isLast);
      fruitless = step.rows.length === 0 && placed.rows.length > placed.known.length ? fruitless + 1 : 0;
      if (fruitless > 0) await refuseStuck(list, request, answered, fruitless);
      yield step;
    }
  } finally {
    await ahead.drop();
  }
}

/** The page that begins with the last of so many rows, or before, and reaches furthest beyond them. */
function overlap(read: number): Overlap {
  let best = { page: read, per_page: 1, offset: read - 1 };
  for (let per_page = 1; per_page <= MAX_PER_PAGE; per_page += 1) {
    const page = Math.floor((read - 1) / per_page) + 1;
    if (page * per_page > best.offset + best.per_page) best = { page, per_page, offset: (page - 1) * per_page };
  }
  return best;
}

/**
 * Nothing new may come because the list grew by a page meanwhile, or because the server does not turn the pages: then
 * it answers the same for the first one.
 */
async function refuseStuck(
  list: OpenList,
  { page, per_page }: PageRequest,
  rows: readonly Row[],
  fruitless: number,
): Promise<void> {
  const start = fruitless === 1 && page > 1 ? await list.fetch({ page: 1, per_page }) : [];
  const isSame = start.length === rows.length && start.every((row, index) => keyOf(row) === keyOf(rows[index] ?? {}));
  if (!isSame && fruitless <= MAX_FRUITLESS) return;
  throw new RepeatedPageError(`BOSSDesk answered page ${String(page)} with rows of a page before it`, {
    operation: list.operation,
    hint: 'The list was cut off here, because it would never end; sort it by id, or ask for one page at a time.',
  });
}
