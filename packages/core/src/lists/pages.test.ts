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
