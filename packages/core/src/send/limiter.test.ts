import { createLimiter, type Limiter } from './limiter.js';

/** Tasks that end when told to, and a log of those that began. */
function createDesk(limit: number) {
  const limiter: Limiter = createLimiter(limit);
  const log: string[] = [];
  const ends = new Map<string, { end(): void; fail(): void }>();
  const add = (name: string, signal?: AbortSignal) =>
    limiter(() => {
      log.push(name);
      return new Promise<string>((resolve, reject) =>
        ends.set(name, {
          end: () => {
            resolve(name);
          },
          fail: () => {
            reject(new Error(name));
          },
        }),
      );
    }, signal);
  const taskOf = (name: string) => {
    const task = ends.get(name);
    if (task === undefined) throw new Error(`${name} did not begin`);
    return task;
  };
  return { add, log, taskOf };
}

/** Lets all that is ready go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('createLimiter', () => {
  it.each([1, 2, 3])('lets %d run at once and not one more', async (limit) => {
    const { add, log } = createDesk(limit);
    for (const name of ['a', 'b', 'c', 'd']) void add(name);
    await settle();
    expect(log).toEqual(['a', 'b', 'c', 'd'].slice(0, limit));
  });

  it('gives each caller the result of his own task', async () => {
    const { add, taskOf } = createDesk(2);
    const [first, second] = [add('a'), add('b')];
    taskOf('b').end();
    taskOf('a').end();
    expect(await Promise.all([first, second])).toEqual(['a', 'b']);
  });

  it('lets those who wait in one after another, in the order in which they came', async () => {
    const { add, log, taskOf } = createDesk(1);
    for (const name of ['a', 'b', 'c']) void add(name);
    for (const name of ['a', 'b']) {
      taskOf(name).end();
      await settle();
    }
    expect(log).toEqual(['a', 'b', 'c']);
  });

  it('lets nobody who comes later overtake the one whose turn it is', async () => {
    const { add, log, taskOf } = createDesk(1);
    const first = add('a');
    void add('b');
    taskOf('a').end();
    await first.then(() => void add('c'));
    await settle();
    expect(log).toEqual(['a', 'b']);
  });

  it('gives the place of a task that fails to the next', async () => {
    const { add, log, taskOf } = createDesk(1);
    const failing = add('a');
    void add('b');
    taskOf('a').fail();
    await expect(failing).rejects.toThrow('a');
    await settle();
    expect(log).toEqual(['a', 'b']);
  });

  it('is as wide afterwards as it was before, whether tasks ended or failed', async () => {
    const { add, log, taskOf } = createDesk(2);
    const ended = [add('a'), add('b').catch(() => 'failed'), add('c')];
    taskOf('a').end();
    taskOf('b').fail();
    await settle();
    taskOf('c').end();
    await Promise.all(ended);
    for (const name of ['d', 'e', 'f']) void add(name);
    await settle();
    expect(log).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('a call that is cancelled', () => {
  it('before it comes never begins', async () => {
    const { add, log } = createDesk(1);
    await expect(add('a', AbortSignal.abort())).rejects.toMatchObject({ reason: 'aborted' });
    expect(log).toEqual([]);
  });

  it.each([
    ['first', ['a', 'c', 'd']],
    ['second', ['a', 'b', 'd']],
    ['third', ['a', 'b', 'c']],
  ])('leaves the queue at once when it is %s in line, and nobody with it', async (position, began) => {
    const { add, log, taskOf } = createDesk(1);
    const abort = new AbortController();
    void add('a');
    const cancelled = ['first', 'second', 'third'].indexOf(position);
    const waiting = ['b', 'c', 'd'].map((name, index) => add(name, index === cancelled ? abort.signal : undefined));
    abort.abort();
    await expect(waiting[cancelled]).rejects.toMatchObject({ name: 'TransportFailure', reason: 'aborted' });
    for (const name of began) {
      taskOf(name).end();
      await settle();
    }
    expect(log).toEqual(began);
  });

  it('after it began takes nobody out of the queue', async () => {
    const { add, log, taskOf } = createDesk(1);
    const abort = new AbortController();
    void add('a');
    void add('b', abort.signal);
    void add('c');
    void add('d');
    taskOf('a').end();
    await settle();
    abort.abort();
    for (const name of ['b', 'c']) {
      taskOf(name).end();
      await settle();
    }
    expect(log).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves no listener at a signal that lives on', async () => {
    const { add, taskOf } = createDesk(1);
    const { signal } = new AbortController();
    const removed = jest.spyOn(signal, 'removeEventListener');
    const added = jest.spyOn(signal, 'addEventListener');
    void add('a');
    const second = add('b', signal);
    taskOf('a').end();
    await settle();
    taskOf('b').end();
    await second;
    expect(added).toHaveBeenCalledTimes(1);
    expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
      added.mock.calls.map(([type, listener]) => [type, listener]),
    );
  });
});
