import type { OpenList } from './openList.js';

/**
 * Where a list in the order of ids ends, as a guess that spares requests beyond: rows may have come since, so it is what is
 * read that decides.
 */
export interface ListEnd {
  /** Asks for it, the first time, beside whatever else is under way. */
  ask(): void;
  /** The last id; undefined as long as it is unknown. */
  readonly id: () => number | undefined;
  /** Gives up a question that is under way, and waits until it is not. */
  drop(): Promise<void>;
}

export function createListEnd(list: OpenList): ListEnd {
  const abort = new AbortController();
  let asked: Promise<unknown> | undefined;
  let id: unknown;
  const ask = async (): Promise<void> => {
    id = await list.lastId(list.signal === undefined ? abort.signal : AbortSignal.any([list.signal, abort.signal]));
  };
  return {
    ask() {
      // Whatever is wrong shows in the list itself.
      asked ??= ask().catch(() => undefined);
    },
    id: () => (typeof id === 'number' ? id : undefined),
    async drop() {
      abort.abort();
      await asked;
    },
  };
}
