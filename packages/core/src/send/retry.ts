import { waitUnlessCancelled } from './cancel.js';
import { readRetryAfter } from '../wire/retryAfter.js';
import { type HttpResponse, TransportFailure } from '../wire/transport.js';

export interface RetryPolicy {
  /** How often a request is sent again; 0 sends it once. */
  readonly maxRetries: number;
  readonly sleep: Sleep;
}

/** Waits `ms` milliseconds; injected, because n8n's bundle may use no timers of its own. */
export type Sleep = (ms: number) => Promise<unknown>;

/** Longer waits are the caller's to decide on. */
const MAX_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 500;
const LONGEST_BACKOFF_MS = 8000;

const transientStatuses = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Sends a request again while that can help and cannot harm. A read is repeated after a transient status or a broken
 * connection; anything else only when it surely never left, so that nothing is written twice.
 */
export async function sendWithRetry(
  send: () => Promise<HttpResponse>,
  isRead: boolean,
  policy: RetryPolicy,
  signal?: AbortSignal,
): Promise<HttpResponse> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await send().catch((failure: unknown) => {
      if (failure instanceof TransportFailure) return failure;
      throw failure;
    });
    const wait =
      outcome instanceof TransportFailure
        ? waitAfterFailure(outcome, isRead, attempt)
        : waitAfterAnswer(outcome, isRead, attempt);
    if (wait === undefined || attempt >= policy.maxRetries) {
      if (outcome instanceof TransportFailure) throw outcome;
      return outcome;
    }
    await waitUnlessCancelled(policy.sleep(wait), signal);
  }
}

function waitAfterFailure(failure: TransportFailure, isRead: boolean, attempt: number): number | undefined {
  if (failure.reason === 'aborted') return undefined;
  return isRead || failure.reason === 'unreachable' ? backoff(attempt) : undefined;
}

function waitAfterAnswer(response: HttpResponse, isRead: boolean, attempt: number): number | undefined {
  if (!isRead || !transientStatuses.has(response.status)) return undefined;
  const asked = readRetryAfter(response);
  if (asked === undefined) return backoff(attempt);
  return asked > MAX_WAIT_MS ? undefined : asked;
}

/** Doubles from half a second, with half of it left to chance so that many clients do not return together. */
function backoff(attempt: number): number {
  const full = Math.min(LONGEST_BACKOFF_MS, FIRST_WAIT_MS * 2 ** attempt);
  return Math.round(full / 2 + (full / 2) * Math.random());
}
