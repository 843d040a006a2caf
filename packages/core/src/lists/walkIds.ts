import { MAX_PER_PAGE } from '../send/limits.js';
import type { Row } from '../values/json.js';
import { createAhead } from './ahead.js';
import { createListEnd } from './listEnd.js';
import type { OpenList } from './openList.js';
import type { Progress, Step } from './progress.js';

/**
 * How much of the ids that a page covers is trusted to be covered by the next: ids lie closer here and further apart
 * there, and a page that does not reach the one behind it costs a request of its own.
 */
const TRUSTED = 0.8;

/** A list that goes on after so many pages is asked where it ends, and nothing is sent ahead beyond. */
const LONG = 4;

/**
 * Goes on in a list in the order of its ids, always beyond the last id. Requests that are sent ahead begin at ids where,
 * as the ids lie so far, the page before them will end; whatever they leave out in between is asked for.
 *
 * @param first the rows that were read.
 * @returns whether the list ended; if not, its rows are in another order or the server does not know the bound.
 */
export async function* walkIds(
  list: OpenList,
  progress: Progress,
  first: readonly Row[],
): AsyncGenerator<Step, boolean, undefined> {
  const ahead = createAhead<number, Row[]>(
    (bound, signal) => list.fetch({ page: 1, per_page: MAX_PER_PAGE }, bound, signal),
    list.signal,
  );
  const listEnd = createListEnd(list);
  const direction = list.byId === 'desc' ? -1 : 1;
  const isBeyond = (id: number, bound: number) => (id - bound) * direction > 0;
  let last = lastIdOf(list, first);
  let covers = Math.abs(Number(first.at(0)?.['id']) - (last ?? 0)) + 1;

  const sendAhead = (reached: number): void => {
    const stride = strideOf(covers);
    // Ids that lie close bring a full page each, others fewer new records.
    const perRequest = stride === covers ? MAX_PER_PAGE : MAX_PER_PAGE * TRUSTED;
    const reach = progress.reach(perRequest);
    if (progress.pages() >= LONG && reach > 1 && progress.left() === Number.POSITIVE_INFINITY) listEnd.ask();
    while (ahead.length() < reach) {
      const furthest = ahead.last();
      const next = furthest === undefined ? reached : furthest + direction * stride;
      if (furthest !== undefined && isBeyond(next, listEnd.id() ?? next)) return;
      ahead.add(isBeyond(next, reached) ? next : reached);
    }
  };

  try {
    while (last !== undefined) {
      const reached: number = last;
      if (isBeyond(ahead.first() ?? reached, reached)) ahead.insert(reached);
      sendAhead(reached);
      const bound = ahead.first() ?? reached;
      const rows = await ahead.take();
      const isKnown = rows.every(({ id }) => isBeyond(Number(id), bound));
      const end = lastIdOf(list, rows);
      const isLast = rows.length < MAX_PER_PAGE;
      // A server that does not know the bound gives the beginning again.
      if (!isKnown || (end === undefined && rows.length > 0)) return false;
      if (end !== undefined && !isLast) covers = (covers + Math.abs(end - bound)) / 2;
      if (end !== undefined && isBeyond(end, reached)) last = end;
      yield progress.accept(
        rows.filter(({ id }) => isBeyond(Number(id), reached)),
        isLast,
      );
      if (isLast) return true;
    }
    return false;
  } finally {
    await Promise.all([ahead.drop(), listEnd.drop()]);
  }
}

/** How far behind the beginning of a page the next one begins. */
function strideOf(covers: number): number {
  return covers === MAX_PER_PAGE ? covers : Math.max(1, Math.floor(covers * TRUSTED));
}

/** The last id of rows that are in the order of their ids; undefined where they are not. */
function lastIdOf(list: OpenList, rows: readonly Row[]): number | undefined {
  if (list.byId === undefined) return undefined;
  const direction = list.byId === 'desc' ? -1 : 1;
  let last: number | undefined;
  for (const { id } of rows) {
    if (typeof id !== 'number' || (last !== undefined && (id - last) * direction < 0)) return undefined;
    last = id;
  }
  return last;
}
