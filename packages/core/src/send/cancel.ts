import { TransportFailure } from '../wire/transport.js';

/**
 * Waits for `work` until the caller cancels; `work` itself cannot be cancelled and goes on unheeded. It is no request of the
 * caller's own: of that nothing has left while it waits.
 */
export async function waitUnlessCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let cancel = (): void => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    cancel = () => {
      reject(new TransportFailure({ reason: 'aborted', sent: false }));
    };
  });
  if (signal.aborted) cancel();
  else signal.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
