import { createAhead } from './ahead.js';
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
  let id: unknown;
  // Nobody takes the answer: whatever is wrong shows in the list itself.
  const question = createAhead(async (_: 'end', signal) => {
    id = await list.lastId(signal);
  }, list.signal);
  return {
    ask() {
      if (question.length() === 0) question.add('end');
    },
    id: () => (typeof id === 'number' ? id : undefined),
    drop: () => question.drop(),
  };
}
