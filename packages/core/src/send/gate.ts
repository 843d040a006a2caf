import { readRetryAfter } from '../wire/retryAfter.js';
import { type HttpResponse, TransportFailure } from '../wire/transport.js';
import type { Sleep } from './retry.js';
import { createWidth } from './width.js';

/** A call in line. */
export interface Turn {
  readonly signal: AbortSignal | undefined;
  /** How much longer the caller is ready to wait for a server that asks for pauses, in milliseconds. */
  patienceMs: number;
  /** Where it stands, once it has been in line: whoever comes back goes before those who came later. */
  place?: number;
}

/**
 * What stands between a client and a server: it lets requests out in the order in which their calls came, as many at once
 * as the server bears, and none while the server asks for a pause. A throttle counts requests in windows of time: after a
 * pause as many go out together as the last window bore, and the next ones singly; where two pauses in a row told how long
 * a window is, its end is waited for without asking for a refusal.
 */
export interface Gate {
  /**
   * Waits for a place; whoever had one before comes first.
   *
   * @returns the server's refusal where its pause is longer than the caller's patience: nothing may be sent then.
   * @throws TransportFailure when the caller cancels.
   */
  enter(turn: Turn): Promise<HttpResponse | undefined>;
  /** Gives the place back. */
  leave(): void;
  /** The server answered, after so many milliseconds. */
  answered(ms: number): void;
  /** The server is short of capacity, and asks for no pause. */
  strained(): void;
  /** The server answered 429: nobody sends anything until it wants to be asked again. */
  refused(refusal: HttpResponse): void;
  /** Sets the most requests at once. */
  readonly limitTo: (ceiling: number) => void;
  /** How many requests may be under way at once. */
  readonly width: () => number;
}

/** A pause for a server that does not say how long: the usual window of Rack::Attack (notes 3). */
const DEFAULT_PAUSE_MS = 60_000;

/** "At once" is not the moment of the refusal. */
const LEAST_PAUSE_MS = 250;

/** For how long a window's count says something about the next. */
const MEMORY_MS = 120_000;

/** After so many windows without a refusal it is tried whether the server bears more. */
const TRUSTED_WINDOWS = 10;

interface Waiter {
  readonly turn: Turn;
  readonly admit: (refusal: HttpResponse | undefined) => void;
}

interface Pause {
  until: number;
  readonly refusal: HttpResponse;
  isTimed: boolean;
}

/** How long the server's windows are, as long as it can be trusted. */
interface Rhythm {
  readonly periodMs: number;
  readonly refusal: HttpResponse;
  trust: number;
}

/** What the server bore in its last window of time, and what it has been asked for in this one. */
interface Window {
  readonly bore: number | undefined;
  /** When it was first asked whether it has begun, and the last time. */
  readonly began: number;
  readonly since: number;
  sent: number;
  borne: number;
}

/** @param ceiling the most requests at once. */
export function createGate(ceiling: number, sleep: Sleep): Gate {
  const width = createWidth(ceiling);
  const waiting: Waiter[] = [];
  let calls = 0;
  let underWay = 0;
  let pause: Pause | undefined;
  let rhythm: Rhythm | undefined;
  let window: Window = { bore: undefined, began: Date.now(), since: Date.now(), sent: 0, borne: 0 };
  /** After a pause, one request asks whether it is over. */
  let isAsking = false;

  const hasRoom = (): boolean => underWay === 0 || (!isAsking && underWay < width.current() && !isSpent());

  /** Whether this window has had as much as the last one bore. */
  const isSpent = (): boolean => {
    const { bore, since, sent } = window;
    return bore !== undefined && sent >= bore && sent <= 2 * bore && Date.now() - since < MEMORY_MS;
  };

  const letOut = (): void => {
    underWay += 1;
    window.sent += 1;
  };

  const admitNext = (): void => {
    if (pause === undefined && waiting.length > 0 && isSpent()) awaitNextWindow();
    while (pause === undefined && waiting.length > 0 && hasRoom()) {
      letOut();
      waiting.shift()?.admit(undefined);
    }
  };

  const awaitNextWindow = (): void => {
    if (rhythm === undefined) return;
    const until = window.since + rhythm.periodMs;
    if (rhythm.trust === 0) rhythm = undefined;
    else if (until > Date.now()) begin({ until, refusal: rhythm.refusal, isTimed: false });
    else end();
  };

  const begin = (next: Pause): void => {
    pause = next;
    charge([...waiting], next.until - Date.now(), next.refusal);
    void time(next);
  };

  /** Takes the time of a pause off everybody's patience; who has not as much is told at once. */
  const charge = (waiters: readonly Waiter[], ms: number, refusal: HttpResponse): void => {
    for (const waiter of waiters) {
      waiter.turn.patienceMs -= ms;
      if (waiter.turn.patienceMs >= 0) continue;
      remove(waiting, waiter);
      waiter.admit(refusal);
    }
  };

  const end = (): void => {
    if (rhythm !== undefined) rhythm.trust -= 1;
    pause = undefined;
    isAsking = true;
    const now = Date.now();
    // A request that only found out that the pause goes on says nothing about how much a window bears.
    const wasAsked = window.borne === 0 && window.bore !== undefined;
    const { bore, began } = wasAsked ? window : { bore: Math.max(1, window.borne), began: now };
    window = { bore, began, since: now, sent: 0, borne: 0 };
    admitNext();
  };

  /** Keeps no timer where nobody waits: a process may have nothing else to do. */
  const time = async (current: Pause): Promise<void> => {
    if (current.isTimed || waiting.length === 0) return;
    current.isTimed = true;
    for (let from = Date.now(); from < current.until;) {
      const { until } = current;
      await sleep(until - from);
      from = until;
    }
    end();
  };

  const joinPause = (current: Pause, waiter: Waiter): void => {
    const left = current.until - Date.now();
    if (left <= 0 && !current.isTimed) end();
    else charge([waiter], Math.max(0, left), current.refusal);
  };

  return {
    limitTo: width.limitTo,
    width: width.current,
    async enter(turn) {
      if (turn.signal?.aborted === true) throw new TransportFailure({ reason: 'aborted', sent: false });
      const place = (turn.place ??= calls += 1);
      if (waiting.length === 0 && pause === undefined && !isSpent() && hasRoom()) {
        letOut();
        return undefined;
      }
      return new Promise((resolve, reject) => {
        const leaveLine = () => {
          remove(waiting, waiter);
          reject(new TransportFailure({ reason: 'aborted', sent: false }));
        };
        const waiter: Waiter = {
          turn,
          admit(refusal) {
            turn.signal?.removeEventListener('abort', leaveLine);
            resolve(refusal);
          },
        };
        turn.signal?.addEventListener('abort', leaveLine, { once: true });
        const later = waiting.findIndex((other) => (other.turn.place ?? 0) > place);
        waiting.splice(later < 0 ? waiting.length : later, 0, waiter);
        if (pause !== undefined) joinPause(pause, waiter);
        if (pause !== undefined) void time(pause);
        admitNext();
      });
    },
    leave() {
      underWay -= 1;
      isAsking = false;
      admitNext();
    },
    answered(ms) {
      window.borne += 1;
      isAsking = false;
      width.answered(ms);
      admitNext();
    },
    strained() {
      isAsking = false;
      width.strained();
      admitNext();
    },
    refused(refusal) {
      const asked = readRetryAfter(refusal);
      const until = Date.now() + Math.max(LEAST_PAUSE_MS, asked ?? DEFAULT_PAUSE_MS);
      if (pause === undefined) {
        width.strained();
        if (window.bore !== undefined) rhythm = { periodMs: until - window.began, refusal, trust: TRUSTED_WINDOWS };
        begin({ until, refusal, isTimed: false });
      } else if (asked !== undefined && until > pause.until) {
        charge([...waiting], until - pause.until, refusal);
        pause.until = until;
      }
    },
  };
}

function remove<T>(list: T[], one: T): void {
  const index = list.indexOf(one);
  if (index >= 0) list.splice(index, 1);
}
