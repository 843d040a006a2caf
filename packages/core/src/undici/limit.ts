/** The end of a request that takes too long or that its caller gives up, whichever comes first. */
export interface Limit {
  readonly signal: AbortSignal;
  /** Whether the time was up. */
  readonly timedOut: () => boolean;
  /**
   * What `work` gives; rejects as soon as the limit is reached, whether or not `work` hears its signal: undici hears it only
   * once there is a connection.
   */
  race<T>(work: () => Promise<T>): Promise<T>;
  /** The request is over: nothing of the limit stays behind. */
  end(): void;
}

/** Begins to count. A signal and a timer of one's own, since `AbortSignal.any` and `.timeout` outlive short requests. */
export function beginLimit(ms: number, given: AbortSignal | undefined): Limit {
  const controller = new AbortController();
  const { signal } = controller;
  let timedOut = false;
  const cancel = () => controller.abort(given?.reason);
  const timer = setTimeout(() => {
    timedOut = true;
    controller.abort();
  }, ms);
  if (given?.aborted === true) cancel();
  else given?.addEventListener('abort', cancel, { once: true });
  return {
    signal,
    timedOut: () => timedOut,
    race: (work) =>
      new Promise((resolve, reject) => {
        const stop = () => reject(signal.reason as Error);
        if (signal.aborted) {
          stop();
          return;
        }
        signal.addEventListener('abort', stop, { once: true });
        work()
          .then(resolve, reject)
          .finally(() => signal.removeEventListener('abort', stop));
      }),
    end() {
      clearTimeout(timer);
      given?.removeEventListener('abort', cancel);
    },
  };
}
