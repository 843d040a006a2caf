import { collectIds, countedRows, rowsOf, servePages } from '../testing/pagedList.js';
import type { Row } from '../values/json.js';
import { iteratePages } from './pages.js';

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const downFrom = (last: number) => upTo(last).reverse();

describe('a list in the order of ids', () => {
  it.each([
    { total: 0, log: ['1 of 30'] },
    { total: 29, log: ['1 of 30'] },
    { total: 30, log: ['1 of 30', '1 of 30 beyond 30'] },
    { total: 61, log: ['1 of 30', '1 of 30 beyond 30', '1 of 30 beyond 60'] },
  ])('of $total goes on beyond the last id', async ({ total, log }) => {
    const served = servePages(() => countedRows(total), { byId: 'asc' });
    expect(await collectIds(iteratePages(served.list))).toEqual(upTo(total));
    expect(served.log).toEqual(log);
  });

  it('loses nothing when records leave it, and gives none twice when others come', async () => {
    let rows = rowsOf(...downFrom(70));
    const before = (request: number) => {
      if (request === 2) rows = [...rowsOf(75, 74, 73, 72, 71), ...rows.slice(5)];
    };
    const served = servePages(() => rows, { byId: 'desc', before });
    expect(await collectIds(iteratePages(served.list))).toEqual(downFrom(70));
    expect(served.remarks).toEqual([]);
  });

  it('is not ended by a page of records that came meanwhile', async () => {
    let rows = rowsOf(...downFrom(40));
    const before = (request: number) => {
      if (request === 2) rows = [...rowsOf(...downFrom(70).slice(0, 30)), ...rows];
    };
    expect(await collectIds(iteratePages(servePages(() => rows, { byId: 'desc', before }).list))).toEqual(downFrom(40));
  });

  it('includes what is added at its end', async () => {
    let rows = countedRows(30);
    const served = servePages(() => rows, { byId: 'asc', before: (request) => (rows = countedRows(29 + request)) });
    expect(await collectIds(iteratePages(served.list))).toEqual(upTo(31));
  });

  it('goes by pages where the rows show another order, or the bound is not known', async () => {
    const shuffled = [...countedRows(31), ...rowsOf(50, 40)];
    const ignoring = servePages(() => countedRows(33), { byId: 'asc', ignoresBound: true });
    expect(await collectIds(iteratePages(ignoring.list))).toEqual(upTo(33));
    expect(ignoring.log).toEqual(['1 of 30', '1 of 30 beyond 30', '2 of 29']);
    const unordered = servePages(() => [...shuffled].reverse(), { byId: 'asc' });
    expect(await collectIds(iteratePages(unordered.list))).toEqual([...shuffled].reverse().map(({ id }) => id));
    expect(unordered.log).toEqual(['1 of 30', '2 of 29']);
  });

  it('takes a record that is repeated for one', async () => {
    const rows = countedRows(40).flatMap((row) => [row, row]);
    const served = servePages(() => rows, { byId: 'asc' });
    expect(await collectIds(iteratePages(served.list))).toEqual(upTo(40));
  });
});

describe('a list in another order', () => {
  it('is read in pages that overlap', async () => {
    const served = servePages(() => countedRows(160));
    expect(await collectIds(iteratePages(served.list))).toEqual(upTo(160));
    expect(served.log).toEqual(['1 of 30', '2 of 29', '3 of 28', '4 of 27', '5 of 26', '6 of 25', '6 of 29']);
    expect(served.remarks).toEqual([]);
  });

  it('says that it moved when records left it', async () => {
    let rows = countedRows(70);
    const before = (request: number) => {
      if (request === 2) rows = rows.slice(5);
    };
    const served = servePages(() => rows, { before });
    expect(await collectIds(iteratePages(served.list))).toHaveLength(66);
    expect(served.remarks).toContainEqual({ about: 'moved' });
  });

  it('says that it moved when records came, and gives each once', async () => {
    let rows = countedRows(70);
    const before = (request: number) => {
      if (request === 3) rows = [...rowsOf(99), ...rows];
    };
    const served = servePages(() => rows, { before });
    expect((await collectIds(iteratePages(served.list))).sort((a, b) => a - b)).toEqual(upTo(70));
    expect(served.remarks).toContainEqual({ about: 'moved' });
  });

  it('is read on when as many records came as a page holds', async () => {
    let rows = countedRows(70);
    const before = (request: number) => {
      if (request === 2) rows = [...countedRows(200).slice(100, 130), ...rows];
    };
    const served = servePages(() => rows, { before });
    expect(new Set(await collectIds(iteratePages(served.list)))).toEqual(new Set([...upTo(70), 130]));
    expect(served.remarks).toContainEqual({ about: 'moved' });
  });

  it('is given up when the server gives the same for whatever page', async () => {
    const stuck = servePages(() => [], { fetch: ({ per_page }) => Promise.resolve(countedRows(per_page ?? 30)) });
    await expect(collectIds(iteratePages(stuck.list))).rejects.toMatchObject({
      name: 'RepeatedPageError',
      operation: 'tickets.list',
      message: 'BOSSDesk answered page 2 with rows of a page before it',
      hint: expect.stringContaining('sort it by id'),
    });
  });

  it('is given up when nothing new comes for long', async () => {
    let reads = 0;
    const rows = countedRows(40);
    const fetch = ({ page, per_page = 30 }: { page?: number; per_page?: number }) => {
      reads += 1;
      return Promise.resolve(page === 1 ? rows.slice(0, per_page) : [...rows.slice(reads % 5)].slice(0, per_page - 5));
    };
    const first = servePages(() => [], { fetch: (request) => fetch(request).then((found) => fill(found, request)) });
    await expect(collectIds(iteratePages(first.list))).rejects.toMatchObject({ name: 'RepeatedPageError' });
    expect(reads).toBeLessThan(20);
  });

  it('keeps rows without ids apart by what they hold', async () => {
    const rows: Row[] = Array.from({ length: 61 }, (_, index) => ({ name: `row ${String(index)}` }));
    let count = 0;
    for await (const page of iteratePages(servePages(() => rows).list)) count += page.length;
    expect(count).toBe(61);
  });
});

/** A full page, whatever is in it. */
function fill(rows: readonly Row[], { per_page = 30 }: { per_page?: number }): Row[] {
  return Array.from({ length: per_page }, (_, index) => rows[index % rows.length] ?? {});
}
