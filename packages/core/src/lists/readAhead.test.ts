import { collectIds, countedRows, rowsOf, servePages } from '../testing/pagedList.js';
import type { Row } from '../values/json.js';
import { iteratePages } from './pages.js';

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const downFrom = (last: number) => upTo(last).reverse();

/** A random number from 0 to 1 out of a seed, so that a failure can be repeated. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** The list answers in an order of its own, after so many turns of the event loop. */
function serveSlowly(
  rows: () => readonly Row[],
  options: Parameters<typeof servePages>[1] & { readonly turns?: (request: number) => number } = {},
) {
  const { turns = () => 3, ...rest } = options;
  const served = servePages(rows, { atOnce: () => 4, ...rest });
  let [underWay, most, count] = [0, 0, 0];
  const list = {
    ...served.list,
    async fetch(...[request, beyond, signal]: Parameters<typeof served.list.fetch>) {
      const own = (count += 1);
      underWay += 1;
      most = Math.max(most, underWay);
      try {
        for (let turn = 0; turn < turns(own); turn += 1) {
          await new Promise((resolve) => setImmediate(resolve));
          if (signal?.aborted === true) throw new Error('aborted');
        }
        return await served.list.fetch(request, beyond, signal);
      } finally {
        underWay -= 1;
      }
    },
  };
  return { ...served, list, underWay: () => underWay, most: () => most, requests: () => count };
}

describe.each([{ byId: 'asc' }, { byId: 'desc' }, { byId: undefined }] as const)('a list by $byId', ({ byId }) => {
  const whole = (total: number) => (byId === 'desc' ? downFrom(total) : upTo(total));
  const serve = (total: number, options: Parameters<typeof serveSlowly>[1] = {}) =>
    serveSlowly(() => rowsOf(...whole(total)), { byId, ...options });

  it.each([0, 1, 29, 30, 31, 59, 60, 61, 300, 1000])('of %d rows comes whole, in order', async (total) => {
    const served = serve(total);
    expect(await collectIds(iteratePages(served.list))).toEqual(whole(total));
    expect(served.remarks).toEqual([]);
  });

  it('is read as many pages at once as the server bears', async () => {
    const served = serve(1000);
    await collectIds(iteratePages(served.list));
    expect(served.most()).toBe(4);
  });

  it('is read further ahead with each page, so that a short one costs little however much the server bears', async () => {
    const served = serve(91, { atOnce: () => 32 });
    await collectIds(iteratePages(served.list));
    const alone = serve(91, { atOnce: () => 1 });
    await collectIds(iteratePages(alone.list));
    expect(served.requests()).toBeLessThanOrEqual(alone.requests() + 7);
    const long = serve(3000, { atOnce: () => 32 });
    await collectIds(iteratePages(long.list));
    expect(long.most()).toBeGreaterThan(8);
  });

  it('costs one request where one page is all', async () => {
    const served = serve(29);
    await collectIds(iteratePages(served.list));
    expect(served.requests()).toBe(1);
  });

  it.each([30, 31, 60, 61, 121, 240, 241, 997])(
    'of %d rows costs no more than three requests beyond',
    async (total) => {
      const served = serve(total);
      await collectIds(iteratePages(served.list));
      const alone = serve(total, { atOnce: () => 1 });
      await collectIds(iteratePages(alone.list));
      expect(served.requests()).toBeLessThanOrEqual(alone.requests() + 3);
    },
  );

  it.each([1, 30, 31, 60, 89, 90, 200])(
    'gives exactly %d rows, in no more requests than one at a time',
    async (limit) => {
      const [served, alone] = [serve(1000), serve(1000, { atOnce: () => 1 })];
      expect(await collectIds(iteratePages(served.list, limit))).toEqual(whole(1000).slice(0, limit));
      await collectIds(iteratePages(alone.list, limit));
      expect(served.requests()).toBe(alone.requests());
    },
  );

  it('fails with the first page in order that fails, and leaves nothing running', async () => {
    const served = serve(1000);
    let count = 0;
    const list = {
      ...served.list,
      async fetch(...asked: Parameters<typeof served.list.fetch>) {
        const own = (count += 1);
        if (own === 6) throw new Error('failure 6');
        const rows = await served.list.fetch(...asked);
        if (own === 5) throw new Error('failure 5');
        return rows;
      },
    };
    await expect(collectIds(iteratePages(list))).rejects.toThrow('failure 5');
    expect(served.underWay()).toBe(0);
  });

  it('leaves nothing running when the caller stops', async () => {
    const served = serve(1000);
    let pages = 0;
    for await (const rows of iteratePages(served.list)) if (rows.length > 0 && (pages += 1) === 4) break;
    expect(served.underWay()).toBe(0);
    const before = served.requests();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(served.requests()).toBe(before);
  });
});

describe.each(['asc', undefined] as const)('what is read ahead, by %s', (byId) => {
  /** Answers five requests; what becomes of those that follow, the sixth first, is up to `later`. */
  function serveFive(
    later: (signal: AbortSignal | undefined, isSixth: boolean) => Promise<Row[]>,
    signal?: AbortSignal,
  ) {
    const served = servePages(() => countedRows(1000), { byId, atOnce: () => 4, signal });
    let count = 0;
    const fetch: typeof served.list.fetch = (...asked) => {
      count += 1;
      return count < 6 ? served.list.fetch(...asked) : later(asked[2], count === 6);
    };
    return { list: { ...served.list, fetch }, laterThanSix: () => count - 6 };
  }

  it('ends when the caller cancels', async () => {
    const abort = new AbortController();
    const { list } = serveFive((signal, isSixth) => {
      if (isSixth) setImmediate(() => abort.abort());
      return new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('cancelled')));
        setTimeout(() => resolve([]), 100);
      });
    }, abort.signal);
    await expect(collectIds(iteratePages(list))).rejects.toThrow('cancelled');
  });

  it('is given up behind a failure', async () => {
    let givenUp = 0;
    const { list, laterThanSix } = serveFive((signal, isSixth) => {
      if (isSixth) return Promise.reject(new Error('failure 6'));
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          givenUp += 1;
          reject(new Error('aborted'));
        });
      });
    });
    await expect(collectIds(iteratePages(list))).rejects.toThrow('failure 6');
    expect(givenUp).toBe(laterThanSix());
    expect(givenUp).toBeGreaterThan(0);
  });
});

describe('a list in the order of ids', () => {
  it.each(upTo(20))('comes whole however its ids lie, seed %d', async (seed) => {
    const random = createRandom(seed * 7919);
    const ids = new Set<number>();
    let id = 40_000;
    while (ids.size < 500) {
      id += random() < 0.05 ? Math.ceil(random() * 2000) : Math.ceil(random() * (seed % 4 === 0 ? 1 : 6));
      ids.add(id);
    }
    for (const byId of ['asc', 'desc'] as const) {
      const rows = [...ids].sort((a, b) => (byId === 'asc' ? a - b : b - a));
      const served = serveSlowly(() => rowsOf(...rows), { byId, turns: () => Math.ceil(random() * 9) });
      expect(await collectIds(iteratePages(served.list))).toEqual(rows);
      expect(served.requests()).toBeLessThan(80);
    }
  });

  it('takes a record that is repeated for one, read ahead too', async () => {
    for (const times of [2, 3, 7]) {
      const rows = countedRows(200).flatMap((row) => Array.from({ length: times }, () => row));
      const served = serveSlowly(() => rows, { byId: 'asc', mayRepeat: true });
      expect(await collectIds(iteratePages(served.list))).toEqual(upTo(200));
    }
  });

  it('neither loses nor repeats a record while others come and go', async () => {
    for (const byId of ['asc', 'desc'] as const) {
      const gone = new Set<number>();
      const rows = () => {
        const all = (byId === 'desc' ? downFrom : upTo)(900 + served.requests());
        return rowsOf(...all.filter((id) => !gone.has(id)));
      };
      const before = (request: number) => void gone.add(request * 7);
      const served = serveSlowly(rows, { byId, before });
      const found = await collectIds(iteratePages(served.list));
      expect(new Set(found).size).toBe(found.length);
      expect(found).toEqual(expect.arrayContaining(upTo(900).filter((id) => !gone.has(id))));
    }
  });
});

describe('a list in another order that moves while pages are read together', () => {
  /** Reads 900 rows, newest first, while one comes between two requests; resolves to how many of them are missing. */
  async function countLost(seed: number) {
    const random = createRandom(seed * 104_729);
    let rows = downFrom(900);
    let next = 901;
    const before = () => {
      if (random() > 0.5) return;
      rows = [(next += 1), ...rows];
    };
    const turns = () => Math.ceil(random() * 9);
    const served = serveSlowly(() => rowsOf(...rows), { before, turns, atOnce: () => 8 });
    const found = new Set(await collectIds(iteratePages(served.list)));
    return upTo(900).filter((id) => !found.has(id)).length;
  }

  it.each(upTo(20))('loses none of the rows that were there, run %d', async (seed) => {
    expect(await countLost(seed)).toBe(0);
  });

  it('says that it moved only where what was asked again does not continue what was read', async () => {
    let rows = downFrom(400);
    const before = (request: number) => {
      if (request === 6) rows = [401, ...rows];
    };
    const served = serveSlowly(() => rowsOf(...rows), { before, turns: (request) => (request === 5 ? 8 : 1) });
    expect(await collectIds(iteratePages(served.list))).toEqual(downFrom(400));
  });

  it('is still given up when the server gives the same for whatever page', async () => {
    const fetch = ({ per_page }: { per_page?: number }) => Promise.resolve(countedRows(per_page ?? 30));
    const stuck = servePages(() => [], { fetch, atOnce: () => 8 });
    await expect(collectIds(iteratePages(stuck.list))).rejects.toMatchObject({ name: 'RepeatedPageError' });
  });
});
