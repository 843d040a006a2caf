import { createKnownAttributes } from './knownAttributes.js';

const MINUTE = 60_000;

/** A memory with a clock of its own, and a count of the questions put to the server. */
function createMemory() {
  const clock = { now: 0 };
  const memory = createKnownAttributes(() => clock.now);
  const asked: string[] = [];
  const isKnown = (attribute: string, answer: boolean | Promise<boolean> = true, operation = 'tickets.list') =>
    memory.isKnown(operation, attribute, () => {
      asked.push(`${operation} ${attribute}`);
      return Promise.resolve(answer);
    });
  return { clock, memory, asked, isKnown };
}

describe('whether a server knows an attribute', () => {
  it('is asked once, for each attribute of each list', async () => {
    const { asked, isKnown } = createMemory();
    for (let round = 0; round < 2; round += 1) {
      expect(await isKnown('a', true)).toBe(true);
      expect(await isKnown('b', false)).toBe(false);
      expect(await isKnown('a', false, 'users.list')).toBe(false);
    }
    expect(asked).toEqual(['tickets.list a', 'tickets.list b', 'users.list a']);
  });

  it('is one question for callers at the same time', async () => {
    const { asked, isKnown } = createMemory();
    expect(await Promise.all([isKnown('a'), isKnown('a'), isKnown('a')])).toEqual([true, true, true]);
    expect(asked).toHaveLength(1);
  });

  it('is remembered for good when it does, and for ten minutes when it does not', async () => {
    const { clock, asked, isKnown } = createMemory();
    await isKnown('known', true);
    await isKnown('unknown', false);
    clock.now = 10 * MINUTE - 1;
    expect(await isKnown('unknown', true)).toBe(false);
    clock.now = 10 * MINUTE;
    expect(await isKnown('unknown', true)).toBe(true);
    clock.now = 1000 * MINUTE;
    expect(await isKnown('known', false)).toBe(true);
    expect(asked).toEqual(['tickets.list known', 'tickets.list unknown', 'tickets.list unknown']);
  });

  it('is asked again after a question that failed', async () => {
    const { asked, isKnown } = createMemory();
    await expect(isKnown('a', Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await isKnown('a', false)).toBe(false);
    expect(asked).toHaveLength(2);
  });

  it('is asked by who waits when the one who asked fails, and his answer stays', async () => {
    const { asked, isKnown } = createMemory();
    let fail = (): void => undefined;
    const failing = new Promise<boolean>((_, reject) => {
      fail = () => {
        reject(new Error('cancelled'));
      };
    });
    const first = isKnown('a', failing);
    const second = isKnown('a', true);
    fail();
    await expect(first).rejects.toThrow('cancelled');
    expect(await second).toBe(true);
    expect(await isKnown('a', false)).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('is asked anew by a caller who gives up waiting for another', async () => {
    const { memory } = createMemory();
    void memory.isKnown('tickets.list', 'a', () => new Promise(() => undefined));
    const abort = new AbortController();
    const waiting = memory.isKnown('tickets.list', 'a', () => Promise.reject(new Error('own')), abort.signal);
    abort.abort();
    await expect(waiting).rejects.toThrow('own');
  });

  it('is forgotten, the oldest first, beyond five hundred', async () => {
    const { asked, isKnown } = createMemory();
    for (let index = 0; index < 500; index += 1) await isKnown(String(index));
    await isKnown('0');
    expect(asked).toHaveLength(500);
    await isKnown('500');
    asked.length = 0;
    await isKnown('1');
    expect(asked).toEqual([]);
    await isKnown('0');
    expect(asked).toEqual(['tickets.list 0']);
  });

  it('counts as new when it was asked again', async () => {
    const { clock, asked, isKnown } = createMemory();
    await isKnown('first', false);
    for (let index = 1; index < 500; index += 1) await isKnown(String(index));
    clock.now = 10 * MINUTE;
    await isKnown('first', true);
    await isKnown('500');
    asked.length = 0;
    await isKnown('first');
    expect(asked).toEqual([]);
  });
});
