import { collectIds, countedRows, servePages } from '../testing/pagedList.js';
import { fetchOnce, fetchSlice, iteratePages } from './pages.js';

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

/** Each record `times` times in a row, as a join gives it. */
const repeated = (total: number, times: number) =>
  countedRows(total).flatMap((row) => Array.from({ length: times }, () => row));

describe('iteratePages', () => {
  it.each([
    { total: 100, limit: 1, rows: 1, requests: 1 },
    { total: 100, limit: 30, rows: 30, requests: 1 },
    { total: 100, limit: 31, rows: 31, requests: 2 },
    { total: 5, limit: 50, rows: 5, requests: 1 },
    { total: 100, limit: 0, rows: 0, requests: 0 },
  ])('gives $rows of $total rows in $requests requests with limit $limit', async ({ total, limit, rows, requests }) => {
    for (const byId of ['asc', undefined] as const) {
      const served = servePages(() => countedRows(total), { byId });
      expect(await collectIds(iteratePages(served.list, limit))).toEqual(upTo(rows));
      expect(served.log).toHaveLength(requests);
    }
  });

  it.each([1, 10, 31, 40])('gives exactly %d records though each comes three times', async (limit) => {
    for (const byId of ['asc', undefined] as const) {
      const served = servePages(() => repeated(60, 3), { byId });
      expect(await collectIds(iteratePages(served.list, limit))).toEqual(upTo(limit));
    }
  });

  it('gives no empty page', async () => {
    for await (const page of iteratePages(servePages(() => repeated(3, 40)).list)) {
      expect(page.length).toBeGreaterThan(0);
    }
  });

  it('asks for no page that the caller does not want', async () => {
    const { list, log } = servePages(() => countedRows(100));
    for await (const page of iteratePages(list)) {
      if (page.length > 0) break;
    }
    expect(log).toHaveLength(1);
  });
});

describe('fetchOnce', () => {
  it('gives each record of a page once, and rows without ids all', async () => {
    const { list } = servePages(() => [{ id: 1 }, { id: 1 }, { name: 'x' }, { name: 'x' }]);
    expect(await fetchOnce(list)).toEqual([{ id: 1 }, { name: 'x' }, { name: 'x' }]);
  });
});

describe('fetchSlice', () => {
  it.each([
    { offset: 0, limit: 25, first: 1, last: 25, more: true, asked: ['1 of 25'] },
    { offset: 25, limit: 25, first: 26, last: 50, more: true, asked: ['2 of 25'] },
    { offset: 100, limit: 25, first: 101, last: 103, more: false, asked: ['5 of 25'] },
    { offset: 100, limit: 100, first: 101, last: 103, more: false, asked: ['4 of 30'] },
    { offset: 45, limit: 40, first: 46, last: 85, more: true, asked: ['2 of 30', '1 of 30 beyond 60'] },
    {
      offset: 0,
      limit: 100,
      first: 1,
      last: 100,
      more: true,
      asked: ['1 of 30', '1 of 30 beyond 30', '1 of 30 beyond 60', '1 of 30 beyond 90'],
    },
    { offset: 300, limit: 30, first: 1, last: 0, more: false, asked: ['11 of 30'] },
    { offset: 10, limit: 25, first: 11, last: 35, more: true, asked: ['1 of 30', '1 of 30 beyond 30'] },
    { offset: 102, limit: 1, first: 103, last: 103, more: true, asked: ['103 of 1'] },
    { offset: 103, limit: 1, first: 1, last: 0, more: false, asked: ['104 of 1'] },
  ])('rows $first to $last for offset $offset, limit $limit', async ({ offset, limit, first, last, more, asked }) => {
    const { list, log } = servePages(() => countedRows(103), { byId: 'asc' });
    const slice = await fetchSlice(list, offset, limit);
    expect(slice.rows.map(({ id }) => id)).toEqual(upTo(last).slice(first - 1));
    expect(slice.more).toBe(more);
    expect(log).toEqual(asked);
  });

  it.each([1, 7, 25, 30, 100])('has pages of %d that make up the list, whatever comes twice', async (limit) => {
    for (const byId of ['asc', undefined] as const) {
      // A page of one row shows no repeat: then only the list's conditions tell that there may be any.
      for (const mayRepeat of limit === 1 ? [true] : [true, false]) {
        const { list } = servePages(() => repeated(52, 2), { byId, mayRepeat });
        const found: unknown[] = [];
        for (let page = 1; page <= Math.ceil(52 / limit); page += 1) {
          const { rows } = await fetchSlice(list, (page - 1) * limit, limit);
          expect(rows).toHaveLength(Math.min(limit, 52 - found.length));
          found.push(...rows.map(({ id }) => id));
        }
        expect(found).toEqual(upTo(52));
      }
    }
  });

  it('reads on from where it began, in whatever order', async () => {
    const { list, log } = servePages(() => countedRows(103));
    expect((await fetchSlice(list, 45, 40)).rows.map(({ id }) => id)).toEqual(upTo(85).slice(45));
    expect((await fetchSlice(list, 31, 62)).rows.map(({ id }) => id)).toEqual(upTo(93).slice(31));
    expect(log.slice(0, 2)).toEqual(['2 of 30', '3 of 29']);
  });

  it('hands on what the list says of itself', async () => {
    const { list } = servePages(() => countedRows(3));
    list.tell({ about: 'moved' });
    expect((await fetchSlice(list, 0, 5)).remarks).toEqual([{ about: 'moved' }]);
  });
});
