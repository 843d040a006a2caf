import { TransportFailure } from '../wire/transport.js';

export type Limiter = <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** Lets at most `limit` tasks run at once; the others wait in order, and leave the queue when they are cancelled. */
export function createLimiter(limit: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;

  const queue = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(new TransportFailure({ reason: 'aborted' }));
      };
      waiting.push(enter);
      signal?.addEventListener('abort', leave, { once: true });
    });

  return async (task, signal) => {
    if (signal?.aborted === true) throw new TransportFailure({ reason: 'aborted' });
    if (running >= limit) await queue(signal);
    else running += 1;
    try {
      return await task();
    } finally {
      // The place goes straight to the next in line, so that nobody overtakes.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
