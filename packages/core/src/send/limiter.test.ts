import { createLimiter } from './limiter.js';

/** A task that ends when told to. */
function createTask(log: string[], name: string) {
  let end = (): void => undefined;
  const run = () => {
    log.push(name);
    return new Promise<void>((resolve) => (end = resolve));
  };
  return { run, end: () => end() };
}

describe('createLimiter', () => {
  it('lets a call that is cancelled out of the queue, and keeps its place for the next', async () => {
    const log: string[] = [];
    const limit = createLimiter(1);
    const [first, second, third] = ['first', 'second', 'third'].map((name) => createTask(log, name));
    if (first === undefined || second === undefined || third === undefined) throw new Error('three tasks');
    const abort = new AbortController();

    const running = limit(first.run);
    const cancelled = limit(second.run, abort.signal);
    const waiting = limit(third.run);
    abort.abort();
    await expect(cancelled).rejects.toMatchObject({ reason: 'aborted' });
    first.end();
    await running;
    third.end();
    await waiting;
    expect(log).toEqual(['first', 'third']);
  });

  it('does not begin what was cancelled before', async () => {
    const log: string[] = [];
    const task = createTask(log, 'task');
    await expect(createLimiter(1)(task.run, AbortSignal.abort())).rejects.toMatchObject({ reason: 'aborted' });
    expect(log).toEqual([]);
  });
});
