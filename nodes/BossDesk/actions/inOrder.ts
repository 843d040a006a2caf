/** Pieces of work, by their place in the input. */
export interface Work<Result> {
  readonly count: number;
  readonly planOf: (index: number) => Plan<Result>;
  /** Cancels all of it. */
  readonly signal: AbortSignal | undefined;
}

export interface Plan<Result> {
  /** How many pieces may be under way together with this one; 1 goes alone, after all before it. */
  readonly atOnce: number;
  /** Whether it may be given up when a piece before it failed: a write goes on to its end. */
  readonly canBeGivenUp: boolean;
  readonly run: (signal: AbortSignal) => Promise<Result>;
}

export interface Failure {
  readonly index: number;
  readonly error: unknown;
}

export interface Outcome<Result> {
  /** By place; holes where a piece failed, was given up or never began. */
  readonly results: readonly (Result | undefined)[];
  /** The first in order. */
  readonly failure: Failure | undefined;
}

interface Piece {
  readonly atOnce: number;
  readonly giveUp: AbortController | undefined;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/**
 * Works in the order of the input, several pieces at once where their plans allow it. After a failure nothing more
 * begins; those before it are waited for, since one of them may fail too and would have come first.
 */
export async function workInOrder<Result>({ count, planOf, signal }: Work<Result>): Promise<Outcome<Result>> {
  const results: (Result | undefined)[] = [];
  const underWay = new Map<number, Piece>();
  let failure: Failure | undefined;

  const hasFailed = () => failure !== undefined;
  const fail = (index: number, error: unknown): void => {
    if (failure !== undefined && failure.index < index) return;
    failure = { index, error };
    for (const [later, { giveUp }] of underWay) if (later > index) giveUp?.abort();
  };
  const cancel = () => {
    for (const { abort } of underWay.values()) abort.abort();
  };
  const begin = (index: number, { atOnce, canBeGivenUp, run }: Plan<Result>): void => {
    const abort = new AbortController();
    if (signal?.aborted === true) abort.abort();
    const ended = run(abort.signal)
      .then(
        (result) => void (results[index] = result),
        (error: unknown) => {
          fail(index, error);
        },
      )
      .finally(() => underWay.delete(index));
    underWay.set(index, { atOnce, giveUp: canBeGivenUp ? abort : undefined, abort, ended });
  };
  const waitForOne = () => Promise.race([...underWay.values()].map(({ ended }) => ended));

  signal?.addEventListener('abort', cancel);
  try {
    for (let index = 0; index < count && !hasFailed(); index += 1) {
      const plan = planOf(index);
      const room = () => Math.min(plan.atOnce, ...[...underWay.values()].map(({ atOnce }) => atOnce));
      while (underWay.size > 0 && underWay.size >= room()) await waitForOne();
      if (!hasFailed()) begin(index, plan);
    }
    while (underWay.size > 0) await waitForOne();
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
  return { results, failure };
}
