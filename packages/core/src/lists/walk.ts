import { RepeatedPageError } from '../errors/index.js';
import { MAX_PER_PAGE } from '../send/limits.js';
import type { Row } from '../values/json.js';
import type { OpenList, PageRequest } from './openList.js';

/** A part of a list as it is walked over. */
export interface Step {
  /** Records that did not come before. */
  readonly rows: Row[];
  /** Whether the answer held a record several times. */
  readonly repeats: boolean;
  /** Whether the list ends here. */
  readonly isLast: boolean;
}

/** How many answers in a row may bring nothing new before the list is given up. */
const MAX_FRUITLESS = 10;

/**
 * Walks over a list from a page on, each record once: the one place that knows how pages follow each other. A list in
 * the order of ids goes on beyond the last id, so that whatever moves meanwhile, nothing is lost. Any other is read in
 * pages that overlap by a row, which shows whether it moved.
 *
 * @throws RepeatedPageError when the server answers the same rows for whatever page.
 */
export async function* walkList(list: OpenList, first: PageRequest): AsyncGenerator<Step, void, undefined> {
  const seen = new Set<unknown>();
  const takeNew = (rows: readonly Row[]): Row[] => {
    const fresh: Row[] = [];
    for (const row of rows) {
      if (seen.has(keyOf(row))) continue;
      seen.add(keyOf(row));
      fresh.push(row);
    }
    return fresh;
  };
  const toStep = (rows: readonly Row[], fresh: Row[], perPage: number): Step => ({
    rows: fresh,
    repeats: new Set(rows.map(keyOf)).size < rows.length,
    isLast: rows.length < perPage,
  });

  let rows = await list.fetch(first);
  let step = toStep(rows, takeNew(rows), first.per_page);
  const start = (first.page - 1) * first.per_page;
  const positions = rows.map(keyOf);
  yield step;

  while (!step.isLast) {
    const last = lastIdOf(list, rows);
    if (last === undefined) break;
    const next = await list.fetch({ page: 1, per_page: MAX_PER_PAGE }, last);
    // A server that does not know the bound gives the beginning again.
    if (!next.every(({ id }) => isBeyond(list, Number(id), last))) break;
    rows = next;
    step = toStep(rows, takeNew(rows), MAX_PER_PAGE);
    positions.push(...rows.map(keyOf));
    yield step;
  }

  let fruitless = 0;
  while (!step.isLast) {
    const { offset, ...request } = overlap(start + positions.length);
    const answered = await list.fetch(request);
    // What lies before the beginning of this walk is none of it.
    rows = answered.slice(Math.max(0, start - offset));
    const from = Math.max(0, offset - start);
    const known = positions.slice(from);
    if (known.some((key, index) => index >= rows.length || key !== keyOf(rows[index] ?? {}))) {
      list.tell({ about: 'moved' });
    }
    const fresh = takeNew(rows);
    fruitless = fresh.length === 0 && rows.length > known.length ? fruitless + 1 : 0;
    if (fruitless > 0) await refuseStuck(list, request, answered, fruitless);
    positions.splice(from, positions.length, ...rows.map(keyOf));
    step = { ...toStep(rows, fresh, 0), isLast: answered.length < request.per_page };
    yield step;
  }
}

/** What tells a row from others. */
const keyOf = (row: Row): unknown => row['id'] ?? JSON.stringify(row);

/** The last id of rows that are in the order of their ids; undefined where they are not. */
function lastIdOf(list: OpenList, rows: readonly Row[]): number | undefined {
  if (list.byId === undefined) return undefined;
  for (const [index, { id }] of rows.entries()) {
    if (typeof id !== 'number') return undefined;
    const before = rows[index - 1]?.['id'];
    if (before !== undefined && id !== before && !isBeyond(list, id, Number(before))) return undefined;
  }
  return rows.at(-1)?.['id'] as number | undefined;
}

function isBeyond({ byId }: OpenList, id: number, bound: number): boolean {
  return byId === 'desc' ? id < bound : id > bound;
}

/** The page that begins with the last of so many rows, or before, and reaches furthest beyond them. */
function overlap(read: number): PageRequest & { readonly offset: number } {
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
