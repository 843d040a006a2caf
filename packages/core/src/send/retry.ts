import { readRetryAfter } from '../wire/retryAfter.js';
import { type HttpResponse, TransportFailure } from '../wire/transport.js';
import { waitUnlessCancelled } from './cancel.js';
import type { Gate, Turn } from './gate.js';

export interface RetryPolicy {
  /** How often a request is sent again; 0 sends it once. */
  readonly maxRetries: number;
  readonly sleep: Sleep;
}

/** Waits `ms` milliseconds; injected, because n8n's bundle may use no timers of its own. */
export type Sleep = (ms: number) => Promise<unknown>;

/** A request and what may be done with it. */
export interface Sending {
  readonly send: () => Promise<HttpResponse>;
  readonly isRead: boolean;
  /** Whether it may go out again after a 429, which says that nothing was done with it. */
  readonly isRepeatable: boolean;
  readonly gate: Gate;
  readonly turn: Turn;
}

const FIRST_WAIT_MS = 500;
const LONGEST_BACKOFF_MS = 8000;

const REFUSED = 429;
/** 520 to 524 are those of a content network that got no good answer from the desk. */
const transientStatuses = new Set([408, 500, 502, 503, 504, 507, 520, 521, 522, 523, 524]);
const strainedStatuses = new Set([503, 504]);

/**
 * Sends a request in its turn, and again while that can help and cannot harm. A 429 is waited out by the whole client and
 * is no attempt. Otherwise a read is repeated after a transient status or a broken connection; anything else only when it
 * surely never left, so that nothing is written twice. The place is kept until the request is done.
 */
export async function sendWithRetry(sending: Sending, policy: RetryPolicy): Promise<HttpResponse> {
  const { gate, turn, isRepeatable } = sending;
  for (let attempt = 0; ;) {
    const refusal = await gate.enter(turn);
    if (refusal !== undefined) return refusal;
    try {
      const outcome = await attemptFrom(attempt, sending, policy);
      if (outcome.response.status !== REFUSED) return outcome.response;
      gate.refused(outcome.response);
      if (policy.maxRetries === 0 || !isRepeatable) return outcome.response;
      ({ attempt } = outcome);
    } finally {
      gate.leave();
    }
  }
}

/** Sends until there is an outcome to be told, or a 429. */
async function attemptFrom(
  first: number,
  { send, isRead, gate, turn }: Sending,
  { maxRetries, sleep }: RetryPolicy,
): Promise<{ readonly response: HttpResponse; readonly attempt: number }> {
  for (let attempt = first; ; attempt += 1) {
    const sentAt = Date.now();
    let outcome: HttpResponse | TransportFailure;
    try {
      outcome = await send();
    } catch (failure) {
      if (!(failure instanceof TransportFailure)) throw failure;
      outcome = failure;
    }
    if (!(outcome instanceof TransportFailure) && outcome.status === REFUSED) return { response: outcome, attempt };
    tellGate(gate, outcome, Date.now() - sentAt);
    const wait =
      outcome instanceof TransportFailure
        ? waitAfterFailure(outcome, isRead, attempt)
        : waitAfterAnswer(outcome, isRead, attempt);
    if (wait === undefined || attempt >= maxRetries || wait > turn.patienceMs) {
      if (outcome instanceof TransportFailure) throw outcome;
      return { response: outcome, attempt };
    }
    turn.patienceMs -= wait;
    await waitUnlessCancelled(sleep(wait), turn.signal);
  }
}

function tellGate(gate: Gate, outcome: HttpResponse | TransportFailure, ms: number): void {
  if (outcome instanceof TransportFailure) {
    if (outcome.reason === 'timeout') gate.strained();
    return;
  }
  gate.answered(ms);
  if (strainedStatuses.has(outcome.status)) gate.strained();
}

/** A certificate, a port that speaks otherwise or an answer that is too large stay what they are. */
function waitAfterFailure(failure: TransportFailure, isRead: boolean, attempt: number): number | undefined {
  switch (failure.reason) {
    case 'unreachable':
      return backoff(attempt);
    case 'proxy':
      return (failure.proxyStatus ?? 0) >= SERVER_FAULT ? backoff(attempt) : undefined;
    case 'interrupted':
    case 'timeout':
      return isRead ? backoff(attempt) : undefined;
    default:
      return undefined;
  }
}

const SERVER_FAULT = 500;

function waitAfterAnswer(response: HttpResponse, isRead: boolean, attempt: number): number | undefined {
  if (!isRead || !transientStatuses.has(response.status)) return undefined;
  return readRetryAfter(response) ?? backoff(attempt);
}

/** Doubles from half a second, with half of it left to chance so that many clients do not return together. */
function backoff(attempt: number): number {
  const full = Math.min(LONGEST_BACKOFF_MS, FIRST_WAIT_MS * 2 ** attempt);
  return Math.round(full / 2 + (full / 2) * Math.random());
}
