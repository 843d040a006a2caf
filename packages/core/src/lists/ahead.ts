/** A request whose answer is wanted later than it is sent. */
interface Sent<Request, Answer> {
  readonly request: Request;
  readonly answer: Promise<Answer>;
}

/** Requests that are under way ahead of what has been read, in the order in which their answers are wanted. */
export interface Ahead<Request, Answer> {
  readonly length: () => number;
  readonly first: () => Request | undefined;
  readonly last: () => Request | undefined;
  /** Sends a request whose answer follows all others. */
  add(request: Request): void;
  /** Sends a request whose answer comes before all others. */
  insert(request: Request): void;
  /** The answer that is next in order. */
  take(): Promise<Answer>;
  /** Gives up all that is under way, and waits until nothing is. */
  drop(): Promise<void>;
}

/**
 * @param send must end when its signal cancels.
 * @param outer cancels all.
 */
export function createAhead<Request, Answer>(
  send: (request: Request, signal: AbortSignal) => Promise<Answer>,
  outer?: AbortSignal,
): Ahead<Request, Answer> {
  // One signal for all that are under way: joining two costs a request as much as reading its answer.
  const open = () => {
    const abort = new AbortController();
    const signal = outer === undefined ? abort.signal : AbortSignal.any([outer, abort.signal]);
    return { abort, signal };
  };
  let current = open();
  const sent: Sent<Request, Answer>[] = [];
  const start = (request: Request): Sent<Request, Answer> => {
    const answer = send(request, current.signal);
    // A failure counts when its turn comes; one beyond the end never does.
    answer.catch(() => undefined);
    return { request, answer };
  };
  return {
    length: () => sent.length,
    first: () => sent[0]?.request,
    last: () => sent.at(-1)?.request,
    add: (request) => void sent.push(start(request)),
    insert: (request) => void sent.unshift(start(request)),
    async take() {
      const next = sent.shift();
      if (next === undefined) throw new Error('Nothing is under way');
      return next.answer;
    },
    async drop() {
      current.abort.abort();
      current = open();
      await Promise.allSettled(sent.splice(0).map(({ answer }) => answer));
    },
  };
}
