import { type Answer, jsonAnswer, textAnswer } from './answer.js';

/** An order to fail: which requests, how many of them, and how. */
export interface Fault {
  /** Any method when left out. */
  readonly method?: string;
  /**
   * A path, with or without `/api/v1`, or one of the storage. A part `:friendly_id` (any name) stands for a
   * parameter of the route, `*` for any part; a `*` at the end for everything that begins so.
   */
  readonly path: string;
  /** How many requests it meets; 1 when left out. */
  readonly times?: number;
  /** Answers with this status in place of doing anything. */
  readonly status?: number;
  /** Milliseconds to wait first. */
  readonly delay?: number;
  /** Ends the connection without an answer, before or after the request was carried out. */
  readonly drop?: 'before' | 'after';
  /**
   * Sends the answer's beginning only, then ends the connection: half of it, or so many bytes. `fin` ends it as a
   * process does that dies, `reset` as a network that breaks; so do the others.
   */
  readonly truncate?: boolean | number | 'fin' | 'reset';
  /** Carries a list out on a database that orders anew, at each request, what the sorts leave equal. */
  readonly shuffle?: boolean;
  /** Answers with this in place of doing anything: a text as HTML, anything else as JSON. */
  readonly body?: unknown;
  /** Added to the answer, ordered or not. */
  readonly headers?: Readonly<Record<string, string | number>>;
}

/** What a request can be ordered by. */
export interface FaultTarget {
  readonly path: string;
  /** The route that the path leads to, as the API doc writes it; for the storage its path. */
  readonly route: string;
}

export interface FaultOrders {
  add(faults: readonly Fault[]): void;
  clear(): void;
  /** The next fault for a request that can be named in several ways; it counts as met. */
  take(method: string, targets: readonly FaultTarget[]): Fault | undefined;
}

export function createFaultOrders(): FaultOrders {
  let orders: { fault: Fault; left: number }[] = [];
  return {
    add(faults) {
      orders.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 })));
    },
    clear() {
      orders = [];
    },
    take(method, targets) {
      const order = orders.find(
        ({ fault }) =>
          (fault.method === undefined || fault.method.toUpperCase() === method) &&
          targets.some((target) => matchesPath(fault.path, target)),
      );
      if (order === undefined) return undefined;
      order.left -= 1;
      orders = orders.filter(({ left }) => left > 0);
      return order.fault;
    },
  };
}

function matchesPath(pattern: string, { path, route }: FaultTarget): boolean {
  const ordered = pattern.split('/');
  const sent = path.split('/');
  const parameters = route.split('/');
  const isBeginning = pattern.endsWith('*');
  if (isBeginning ? ordered.length > sent.length : ordered.length !== sent.length) return false;
  return ordered.every((part, index) => {
    if (isBeginning && index === ordered.length - 1) {
      return sent.slice(index).join('/').startsWith(part.slice(0, -1));
    }
    return part === sent[index] || part === '*' || (part.startsWith(':') && parameters[index]?.startsWith(':'));
  });
}

/** The answer that a fault orders; undefined when the request is to be carried out. */
export function orderedAnswer(fault: Fault, pageFor: (status: number) => Answer): Answer | undefined {
  if (fault.body === undefined) return fault.status === undefined ? undefined : pageFor(fault.status);
  const status = fault.status ?? 200;
  return typeof fault.body === 'string'
    ? textAnswer(status, 'text/html; charset=utf-8', fault.body)
    : jsonAnswer(status, fault.body);
}
