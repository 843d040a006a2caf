import { MAX_PER_PAGE } from '../send/limits.js';
import type { Row } from '../values/json.js';
import type { OpenList, PageRequest } from './openList.js';
import type { ListRemark } from './remarks.js';
import { walkList } from './walk.js';

/**
 * The rows of a list, a page at a time, until its end or until `limit` rows were given (exactly; unlimited by default).
 * A row that comes twice, because records moved while paging or a join repeated it (notes 4), is given once.
 */
export async function* iteratePages(
  list: OpenList,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Row[], void, undefined> {
  if (limit <= 0) return;
  let left = limit;
  for await (const { rows } of walkList(list, { page: 1, per_page: Math.min(MAX_PER_PAGE, limit) }, limit)) {
    const given = rows.slice(0, left);
    left -= given.length;
    if (given.length > 0) yield given;
    if (left <= 0) return;
  }
}

/** One page as the server gives it, or all where it is not asked for one; each record once. */
export async function fetchOnce(list: OpenList): Promise<Row[]> {
  const seen = new Set<unknown>();
  return (await list.fetch({})).filter(({ id }) => {
    const isNew = id === undefined || !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

export interface Slice<T> {
  readonly rows: T[];
  /** Whether rows may follow: exact unless the list ends right where the slice does. */
  readonly more: boolean;
  /** What the list has to say about itself. */
  readonly remarks: readonly ListRemark[];
}

/**
 * Rows `offset + 1` to `offset + limit` of a list without repeats, across the API's pages. Where the server may repeat
 * records, only reading from the beginning tells which these are.
 */
export async function fetchSlice(list: OpenList, offset: number, limit: number): Promise<Slice<Row>> {
  const { remarks } = list;
  if (offset > 0 && !list.mayRepeat) {
    // A size that divides the offset needs no rows that are thrown away.
    const per_page = limit <= MAX_PER_PAGE && offset % limit === 0 ? limit : MAX_PER_PAGE;
    const page = Math.floor(offset / per_page) + 1;
    const found = await collect(list, { page, per_page }, offset - (page - 1) * per_page, limit);
    if (!found.repeats) return { rows: found.rows, more: found.more, remarks };
  }
  const per_page = offset === 0 ? Math.min(MAX_PER_PAGE, limit) : MAX_PER_PAGE;
  const { rows, more } = await collect(list, { page: 1, per_page }, offset, limit);
  return { rows, more, remarks };
}

async function collect(list: OpenList, first: PageRequest, skip: number, limit: number) {
  const rows: Row[] = [];
  let [isLast, repeats] = [false, false];
  for await (const step of walkList(list, first, skip + limit)) {
    rows.push(...step.rows);
    isLast = step.isLast;
    repeats ||= step.repeats;
    if (rows.length >= skip + limit) break;
  }
  return { rows: rows.slice(skip, skip + limit), more: !isLast || rows.length > skip + limit, repeats };
}
