import { collectIds, rowsOf, servePages } from '../testing/pagedList.js';
import type { OpenList } from './openList.js';
import { iteratePages } from './pages.js';

describe.each(['asc', 'desc'] as const)('a long list by %s ids is asked where it ends', (byId) => {
  const counted = Array.from({ length: 3000 }, (_, index) => index + 1);
  const whole = byId === 'desc' ? counted.reverse() : counted;
  const serve = (options: Parameters<typeof servePages>[1] = {}) =>
    servePages(() => rowsOf(...whole), { byId, atOnce: () => 8, ...options });
  const countAsked = async (served: ReturnType<typeof serve>, limit?: number) => {
    let asked = 0;
    const list: typeof served.list = { ...served.list, lastId: (signal) => ((asked += 1), served.list.lastId(signal)) };
    expect(await collectIds(iteratePages(list, limit))).toEqual(whole.slice(0, limit));
    return asked;
  };

  it('so that no more than one page is asked for beyond', async () => {
    const served = serve();
    expect(await countAsked(served)).toBe(1);
    expect(served.log).toHaveLength(101);
  });

  it('unless it is read to a limit, or one page at a time', async () => {
    expect(await countAsked(serve(), 2000)).toBe(0);
    expect(await countAsked(serve({ atOnce: () => 1 }))).toBe(0);
  });

  it.each<[string, OpenList['lastId']]>([
    ['has come closer since', () => Promise.resolve(byId === 'desc' ? 1200 : 1800)],
    ['is where it begins, in a server that ignores orders', () => Promise.resolve(whole[0])],
    ['cannot be told', () => Promise.reject(new Error('down'))],
    ['is no number', () => Promise.resolve('x')],
  ])('and comes whole where that %s', async (_, lastId) => {
    expect(await collectIds(iteratePages(serve({ lastId }).list))).toEqual(whole);
  });

  it('and does not wait for an answer that does not come', async () => {
    let givenUp = false;
    const lastId: OpenList['lastId'] = (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          givenUp = true;
          reject(new Error('aborted'));
        });
      });
    expect(await collectIds(iteratePages(serve({ lastId }).list))).toEqual(whole);
    expect(givenUp).toBe(true);
  });
});
