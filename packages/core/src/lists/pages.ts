import { MAX_PER_PAGE } from '../send/limits.js';
import { RepeatedPageError } from '../errors/index.js';
import type { Row } from '../values/json.js';

export interface PageRequest {
  readonly page: number;
  readonly per_page: number;
}

export type FetchPage<T extends Row> = (request: PageRequest) => Promise<T[]>;

/**
 * Walks the pages of a list until a short one, or until `limit` rows were given (exactly; unlimited by default). A row
 * that comes twice, because records moved while paging or a join repeated it (notes 4), is given once.
 *
 * @throws RepeatedPageError when the server answers a page a second time, which would never end.
 */
export async function* iteratePages<T extends Row>(
  operation: string,
  fetchPage: FetchPage<T>,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<T[], void, undefined> {
  const seenPages = new Set<string>();
  const seenRows = new Set<unknown>();
  // One size for all pages: another size would shift where they begin.
  const per_page = Math.min(MAX_PER_PAGE, limit);
  let left = limit;
  for (let page = 1; left > 0; page += 1) {
    const rows = await fetchPage({ page, per_page });
    refuseRepeatedPage(operation, seenPages, rows, page);
    const fresh = rows.filter(({ id }) => id === undefined || !seenRows.has(id)).slice(0, left);
    for (const { id } of fresh) seenRows.add(id);
    left -= fresh.length;
    if (fresh.length > 0) yield fresh;
    if (rows.length < per_page) return;
  }
}

function refuseRepeatedPage(operation: string, seenPages: Set<string>, rows: readonly Row[], page: number): void {
  if (rows.length === 0) return;
  const fingerprint = JSON.stringify(rows.map((row) => row['id'] ?? row));
  if (seenPages.has(fingerprint)) {
    throw new RepeatedPageError(`BOSSDesk answered page ${String(page)} with rows of a page before it`, {
      operation,
      hint: 'The list was cut off here, because it would never end; ask for one page at a time.',
    });
  }
  seenPages.add(fingerprint);
}

export interface Slice<T> {
  readonly rows: T[];
  /** Whether rows may follow: exact unless the list ends right where the slice does. */
  readonly more: boolean;
}

/** Rows `offset + 1` to `offset + limit` of a list, across the API's pages. */
export async function fetchSlice<T extends Row>(
  fetchPage: FetchPage<T>,
  offset: number,
  limit: number,
): Promise<Slice<T>> {
  // A size that divides the offset needs no rows that are thrown away.
  const per_page = limit <= MAX_PER_PAGE && offset % limit === 0 ? limit : MAX_PER_PAGE;
  const first = Math.floor(offset / per_page);
  const skip = offset - first * per_page;
  const rows: T[] = [];
  let isLast = false;
  for (let page = first + 1; rows.length < skip + limit && !isLast; page += 1) {
    const answered = await fetchPage({ page, per_page });
    rows.push(...answered);
    isLast = answered.length < per_page;
  }
  return { rows: rows.slice(skip, skip + limit), more: !isLast || rows.length > skip + limit };
}
