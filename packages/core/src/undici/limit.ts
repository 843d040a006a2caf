/** Why a request ended before its answer. */
export type End = 'timedOut' | 'aborted';

/**
 * Calls `stop` when a request takes too long or its caller gives it up, whichever comes first. A timer of one's own, since
 * `AbortSignal.timeout` outlives short requests.
 *
 * @returns what ends it: nothing stays behind.
 */
export function limitTime(ms: number, given: AbortSignal | undefined, stop: (why: End) => void): () => void {
  const timer = setTimeout(stop, ms, 'timedOut');
  const cancel = () => stop('aborted');
  given?.addEventListener('abort', cancel, { once: true });
  return () => {
    clearTimeout(timer);
    given?.removeEventListener('abort', cancel);
  };
}
