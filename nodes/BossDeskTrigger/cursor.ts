import type { IDataObject } from 'n8n-workflow';
import { packMoments, unpackMoments } from './packIds.js';

/**
 * How far a trigger has come. All times are the server's own, in milliseconds: those that its records bear, and that of
 * its answers.
 */
export interface Cursor {
  /** What happened up to here was given, but for what the server shows late. */
  upTo: number;
  /** From here on, something that happened before `upTo` may still come to show: a long transaction, a tie. */
  from: number;
  /** When the list was last read to its end: what was created later is new to the trigger. */
  asOf: number;
  /** Records whose time lies between `from` and `upTo`. */
  seen: Map<number, number>;
  /** Records whose time lies beyond `upTo`: others with an earlier time may not have been read yet. */
  ahead: Map<number, number>;
  /** Parts of records, comments, that are older than this were given. */
  partsFrom: number;
  /** Parts that are younger and were given. */
  parts: Map<number, number>;
}

/** How long, in milliseconds, something that happened may take to show, as inside a long transaction. */
export const OVERLAP_MS = 120_000;

/** What need not be known exactly is kept by this many milliseconds. */
const COARSE_MS = 30_000;

/** A cursor for what happens from a moment on. */
export function startAt(moment: number): Cursor {
  return {
    upTo: moment,
    from: moment,
    asOf: moment,
    seen: new Map(),
    ahead: new Map(),
    partsFrom: moment,
    parts: new Map(),
  };
}

/** What a cursor stands for; another event or another desk begins anew. */
export interface CursorOwner {
  readonly event: string;
  readonly desk: string;
}

/** Reads the cursor out of a node's static data; undefined where there is none, or it is of something else. */
export function readCursor(data: IDataObject, { event, desk }: CursorOwner): Cursor | undefined {
  const { upTo, from, asOf, seen, ahead, partsFrom, parts } = data;
  if (data['event'] !== event || data['desk'] !== desk || typeof upTo !== 'number') return undefined;
  const readMoments = (text: unknown, precision: number) =>
    unpackMoments(typeof text === 'string' ? text : '', precision);
  const known = readMoments(seen, COARSE_MS);
  // Rounded up, a time could lie beyond what was read.
  for (const [id, moment] of known) known.set(id, Math.min(moment, upTo));
  return {
    upTo,
    from: Number(from),
    asOf: Number(asOf),
    seen: known,
    ahead: readMoments(ahead, 1),
    partsFrom: Number(partsFrom),
    parts: readMoments(parts, COARSE_MS),
  };
}

/** Puts the cursor into a node's static data, as plain JSON; all at once, for a poll that fails must change nothing. */
export function writeCursor(data: IDataObject, { event, desk }: CursorOwner, cursor: Cursor): void {
  const { upTo, from, asOf, partsFrom } = cursor;
  Object.assign(data, {
    event,
    desk,
    upTo,
    from,
    asOf,
    seen: packMoments(keepFrom(cursor.seen, from), COARSE_MS),
    ahead: packMoments(cursor.ahead, 1),
    partsFrom,
    parts: packMoments(keepFrom(cursor.parts, partsFrom), COARSE_MS),
  });
}

function keepFrom(moments: ReadonlyMap<number, number>, from: number): Map<number, number> {
  return new Map([...moments].filter(([, moment]) => moment >= from));
}

/** Takes records whose time is up to a moment as read: nothing earlier than that is still to come. */
export function settle(cursor: Cursor, moment: number): void {
  for (const [id, time] of cursor.ahead) {
    if (time > moment) continue;
    cursor.ahead.delete(id);
    cursor.seen.set(id, time);
    cursor.upTo = Math.max(cursor.upTo, time);
  }
}
