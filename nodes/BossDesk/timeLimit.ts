import type { HttpRequest } from 'bossdesk-client';

/** What gives a request up: its time, or its caller. */
interface TimeLimit {
  readonly signal: AbortSignal;
  readonly isOver: () => boolean;
}

interface SharedLimit extends TimeLimit {
  readonly caller: AbortSignal | undefined;
  readonly ms: number;
  readonly since: number;
}

/** How much shorter than granted the time of a request may be. */
const INEXACT = 0.01;

/**
 * Gives requests their time. Those that are begun one after another for the same caller share a limit, of which a list of a
 * hundred pages would make a hundred: in an n8n that has just begun, one takes as long as reading an answer.
 */
export function createTimeLimits(): (request: HttpRequest) => TimeLimit {
  let latest: SharedLimit | undefined;
  return ({ timeoutMs: ms, signal: caller }) => {
    if (latest === undefined || !isFor(latest, ms, caller)) {
      const time = AbortSignal.timeout(ms);
      const signal = caller === undefined ? time : AbortSignal.any([time, caller]);
      latest = { caller, ms, since: Date.now(), signal, isOver: () => time.aborted };
    }
    return latest;
  };
}

function isFor(limit: SharedLimit, ms: number, caller: AbortSignal | undefined): boolean {
  if (limit.caller !== caller || limit.ms !== ms) return false;
  return Date.now() - limit.since <= ms * INEXACT && !limit.signal.aborted;
}
