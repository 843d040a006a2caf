import type { IDataObject, IPollFunctions } from 'n8n-workflow';

/**
 * How long, in milliseconds, n8n may take to keep what a poll came to. A poll that fails to be kept is told from one that is
 * not kept yet by this alone, so it is shorter than the interval between two polls.
 */
const KEEPING_MS = 30_000;

/** What polls of one trigger came to in this process. */
interface Turns {
  isPolled: boolean;
  /** The states that polls began with and went on from, and when they ended. */
  readonly left: Map<string, number>;
}

const triggers = new Map<string, Turns>();

/**
 * Runs a poll unless it would give what another has given. n8n polls again while a poll that takes long is still on its
 * way, and after a start at once for each of several poll times; its durable engine reads the state of all of these before
 * it has kept what the first of them came to. The one that comes later gives nothing and leaves the state alone.
 *
 * @param poll changes the state in its place.
 */
export async function takeTurn<Item>(
  context: IPollFunctions,
  key: string,
  state: IDataObject,
  poll: (state: IDataObject) => Promise<Item[]>,
): Promise<Item[]> {
  const turns = turnsOf(JSON.stringify([context.getWorkflow().id, context.getNode().id, key]));
  const before = JSON.stringify(state);
  if (turns.isPolled || turns.left.has(before)) return [];
  turns.isPolled = true;
  try {
    const items = await poll(state);
    if (items.length > 0) turns.left.set(before, performance.now());
    return items;
  } finally {
    turns.isPolled = false;
  }
}

function turnsOf(key: string): Turns {
  const past = performance.now() - KEEPING_MS;
  for (const [other, { isPolled, left }] of triggers) {
    for (const [state, ended] of left) if (ended < past) left.delete(state);
    if (!isPolled && left.size === 0) triggers.delete(other);
  }
  const turns = triggers.get(key) ?? { isPolled: false, left: new Map<string, number>() };
  triggers.set(key, turns);
  return turns;
}
