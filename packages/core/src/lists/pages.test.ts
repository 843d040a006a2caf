import { fetchSlice, iteratePages, type PageRequest } from './pages.js';

/** A list of `total` rows served in pages, with a log of what was asked for. */
function listOf(total: number) {
  const log: PageRequest[] = [];
  const fetchPage = ({ page, per_page }: PageRequest) => {
    log.push({ page, per_page });
    const start = (page - 1) * per_page;
    return Promise.resolve(
      Array.from({ length: Math.max(0, Math.min(per_page, total - start)) }, (_, index) => ({ id: start + index + 1 })),
    );
  };
  return { fetchPage, log };
}

async function collect<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

describe('iteratePages', () => {
  it.each([
    { total: 0, limit: undefined, rows: 0, pages: 1 },
    { total: 1, limit: undefined, rows: 1, pages: 1 },
    { total: 29, limit: undefined, rows: 29, pages: 1 },
    { total: 30, limit: undefined, rows: 30, pages: 2 },
    { total: 31, limit: undefined, rows: 31, pages: 2 },
    { total: 61, limit: undefined, rows: 61, pages: 3 },
    { total: 100, limit: 1, rows: 1, pages: 1 },
    { total: 100, limit: 30, rows: 30, pages: 1 },
    { total: 100, limit: 31, rows: 31, pages: 2 },
    { total: 5, limit: 50, rows: 5, pages: 1 },
    { total: 100, limit: 0, rows: 0, pages: 0 },
  ])('gives $rows of $total rows in $pages requests with limit $limit', async ({ total, limit, rows, pages }) => {
    const { fetchPage, log } = listOf(total);
    const ids = (await collect(iteratePages('tickets.list', fetchPage, limit))).map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: rows }, (_, index) => index + 1));
    expect(log).toHaveLength(pages);
    expect(log.map(({ page }) => page)).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
  });

  it('stops with an error when the server answers a page again', async () => {
    const { fetchPage, log } = listOf(100);
    const stuck = ({ per_page }: PageRequest) => fetchPage({ page: 1, per_page });
    await expect(collect(iteratePages('tickets.list', stuck))).rejects.toMatchObject({
      name: 'RepeatedPageError',
      operation: 'tickets.list',
    });
    expect(log).toHaveLength(2);
  });

  it('says where it stopped, and what to do', async () => {
    const same = () => Promise.resolve(Array.from({ length: 30 }, (_, index) => ({ name: `row ${String(index)}` })));
    await expect(collect(iteratePages('tickets.list', same))).rejects.toMatchObject({
      message: 'BOSSDesk answered page 2 with rows of a page before it',
      hint: expect.stringContaining('ask for one page at a time'),
    });
  });

  it('knows a page again by its ids, whatever else changed in its rows', async () => {
    let reads = 0;
    const stuck = () => Promise.resolve(Array.from({ length: 30 }, (_, id) => ({ id, views: (reads += 1) })));
    await expect(collect(iteratePages('tickets.list', stuck))).rejects.toMatchObject({ name: 'RepeatedPageError' });
  });

  it('takes full pages of rows without ids for different ones when they differ', async () => {
    const pages = [30, 30, 1].map((length, page) =>
      Array.from({ length }, (_, index) => ({ name: `row ${String(page)} ${String(index)}` })),
    );
    const rows = await collect(iteratePages('tickets.list', ({ page }) => Promise.resolve(pages[page - 1] ?? [])));
    expect(rows).toHaveLength(61);
  });

  it('ends at empty pages, however often they come', async () => {
    let reads = 0;
    const pages: number[] = [];
    for await (const page of iteratePages('tickets.list', () => Promise.resolve((reads += 1) > 0 ? [] : [])))
      pages.push(page.length);
    expect({ reads, pages }).toEqual({ reads: 1, pages: [] });
  });

  it('gives no empty page where all rows came before', async () => {
    const full = Array.from({ length: 30 }, (_, index) => ({ id: index + 1 }));
    const pages = [full, [...full].reverse(), [{ id: 99 }]];
    const given: number[] = [];
    for await (const page of iteratePages('tickets.list', ({ page }) => Promise.resolve(pages[page - 1] ?? [])))
      given.push(page.length);
    expect(given).toEqual([30, 1]);
  });

  it('gives a row once that moved to the next page while paging', async () => {
    const pages = [Array.from({ length: 30 }, (_, index) => ({ id: index + 1 })), [{ id: 30 }, { id: 31 }]];
    const rows = await collect(iteratePages('tickets.list', ({ page }) => Promise.resolve(pages[page - 1] ?? [])));
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
  });

  it('asks for no page that the caller does not want', async () => {
    const { fetchPage, log } = listOf(100);
    for await (const page of iteratePages('tickets.list', fetchPage)) {
      if (page.length > 0) break;
    }
    expect(log).toHaveLength(1);
  });
});

describe('fetchSlice', () => {
  it.each([
    { offset: 0, limit: 25, first: 1, last: 25, more: true, asked: [{ page: 1, per_page: 25 }] },
    { offset: 25, limit: 25, first: 26, last: 50, more: true, asked: [{ page: 2, per_page: 25 }] },
    { offset: 100, limit: 25, first: 101, last: 103, more: false, asked: [{ page: 5, per_page: 25 }] },
    { offset: 100, limit: 100, first: 101, last: 103, more: false, asked: [{ page: 4, per_page: 30 }] },
    { offset: 45, limit: 40, first: 46, last: 85, more: true, asked: [2, 3].map((page) => ({ page, per_page: 30 })) },
    {
      offset: 0,
      limit: 100,
      first: 1,
      last: 100,
      more: true,
      asked: [1, 2, 3, 4].map((page) => ({ page, per_page: 30 })),
    },
    { offset: 300, limit: 30, first: 1, last: 0, more: false, asked: [{ page: 11, per_page: 30 }] },
    { offset: 30, limit: 30, first: 31, last: 60, more: true, asked: [{ page: 2, per_page: 30 }] },
    { offset: 10, limit: 25, first: 11, last: 35, more: true, asked: [1, 2].map((page) => ({ page, per_page: 30 })) },
    { offset: 73, limit: 30, first: 74, last: 103, more: false, asked: [3, 4].map((page) => ({ page, per_page: 30 })) },
    { offset: 72, limit: 30, first: 73, last: 102, more: true, asked: [3, 4].map((page) => ({ page, per_page: 30 })) },
    { offset: 102, limit: 1, first: 103, last: 103, more: true, asked: [{ page: 103, per_page: 1 }] },
    { offset: 103, limit: 1, first: 1, last: 0, more: false, asked: [{ page: 104, per_page: 1 }] },
  ])('rows $first to $last for offset $offset, limit $limit', async ({ offset, limit, first, last, more, asked }) => {
    const { fetchPage, log } = listOf(103);
    const slice = await fetchSlice(fetchPage, offset, limit);
    expect(slice.rows.map(({ id }) => id)).toEqual(
      Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index),
    );
    expect(slice.more).toBe(more);
    expect(log).toEqual(asked);
  });
});
