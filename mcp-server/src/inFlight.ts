import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

/** What is under way, for whoever stops before it is done. */
export interface InFlight {
  /** Runs something that is under way until it is done. */
  track<T>(label: string, run: () => Promise<T>): Promise<T>;
  /** The labels of what is under way. */
  labels(): readonly string[];
  /** Waits until nothing is, but no longer than that. */
  wait(ms: number): Promise<void>;
}

export function createInFlight(): InFlight {
  const running = new Map<Promise<unknown>, string>();
  return {
    async track(label, run) {
      const one = run();
      running.set(one, label);
      try {
        return await one;
      } finally {
        running.delete(one);
      }
    },
    labels: () => [...running.values()],
    async wait(ms) {
      const limit = new AbortController();
      const late = sleep(ms, undefined, { signal: limit.signal }).catch(() => undefined);
      await Promise.race([Promise.allSettled(running.keys()), late]);
      limit.abort();
      // What came out of it is on its way to its reader.
      for (let turn = 0; turn < 3; turn += 1) await nextTurn();
    },
  };
}
