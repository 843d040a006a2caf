import type { OpenList } from '../lists/openList.js';
import type { ListRemark } from '../lists/remarks.js';
import type { Row } from '../values/json.js';

export interface PagedList {
  readonly list: OpenList;
  /** What was asked for: `2 of 28`, `1 of 30 beyond 31`. */
  readonly log: string[];
  readonly remarks: ListRemark[];
}

interface Options extends Partial<OpenList> {
  /** What changes before a request, counted from 1. */
  readonly before?: (request: number) => void;
  /** A server that does not know bounds gives the list from its beginning. */
  readonly ignoresBound?: boolean;
}

/** A list that is served in pages, out of `rows` as they are at the time of a request. */
export function servePages(rows: () => readonly Row[], { before, ignoresBound, ...options }: Options = {}): PagedList {
  const [log, remarks]: [string[], ListRemark[]] = [[], []];
  const { byId } = options;
  const list: OpenList = {
    operation: 'tickets.list',
    byId,
    mayRepeat: false,
    remarks,
    signal: undefined,
    atOnce: () => 1,
    tell: (remark) => remarks.push(remark),
    async fetch({ page = 1, per_page = 30 }, beyond) {
      log.push(`${String(page)} of ${String(per_page)}${beyond === undefined ? '' : ` beyond ${String(beyond)}`}`);
      before?.(log.length);
      const isBeyond = ({ id }: Row) =>
        beyond === undefined || ignoresBound === true || (byId === 'desc' ? Number(id) < beyond : Number(id) > beyond);
      return rows()
        .filter(isBeyond)
        .slice((page - 1) * per_page, page * per_page);
    },
    lastId: () => Promise.resolve(rows().at(-1)?.['id']),
    ...options,
  };
  return { list, log, remarks };
}

/** Rows with these ids. */
export const rowsOf = (...ids: number[]): Row[] => ids.map((id) => ({ id }));

/** Rows with ids from 1 on. */
export const countedRows = (total: number): Row[] => rowsOf(...Array.from({ length: total }, (_, index) => index + 1));

export async function collectIds(pages: AsyncIterable<readonly Row[]>): Promise<number[]> {
  const ids: number[] = [];
  for await (const page of pages) ids.push(...page.map(({ id }) => Number(id)));
  return ids;
}
