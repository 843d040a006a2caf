import { isBossDeskError, MAX_PER_PAGE, type RansackQuery, type Row } from 'bossdesk-client';
import type { ApiRecord } from '../BossDesk/actions/run.js';
import { type Cursor, OVERLAP_MS, settle } from './cursor.js';
import type { Desk } from './desk.js';
import { canRecur, type TriggerEvent } from './events.js';
import { findNews } from './news.js';
import { askForNews, askForSpan } from './question.js';

/** What a poll works with. */
export interface Poll {
  readonly desk: Desk;
  readonly event: TriggerEvent;
  /** Conditions that the person gave. */
  readonly filter: RansackQuery;
  /** Moved on by what is read. */
  readonly cursor: Cursor;
  /** Items to give at most. */
  readonly limit: number;
  /** Whether the time for this poll is over, so that the next one goes on. */
  readonly isOver: () => boolean;
}

/** Part of a poll on its way. */
interface Progress {
  readonly items: ApiRecord[];
  /** Before this, nothing is missing. */
  low: number;
  /** A time that had come when the list was asked: what a record shows up to it is what the list went by. */
  horizon: number;
  /** Up to where what shows late was walked over. */
  walkedTo: number | undefined;
}

/** Beyond this a time is none that has come, as an import may leave it; clocks that differ do not differ by as much. */
const FUTURE_MS = 86_400_000;

/**
 * Reads what is new, in the order in which it happened, and moves the cursor beyond it. Each request asks anew for the
 * earliest that was not given, by time and not by page: whatever is changed, moved or deleted meanwhile, nothing else
 * goes out of place.
 *
 * A record may change between the list and its own answer. It then shows a time beyond those of others that were never
 * listed, so the cursor goes only up to times that had come before the list was asked.
 *
 * @param known a time that had come before, which the records read so far do not show.
 */
export async function collectNews(poll: Poll, known = poll.cursor.upTo): Promise<ApiRecord[]> {
  const { cursor, desk } = poll;
  const progress: Progress = { items: [], low: cursor.from, horizon: known, walkedTo: undefined };
  const asked: { at?: number | undefined } = {};
  const isDone = await takeAll(poll, progress, () => (asked.at ??= desk.serverTime())).catch((error: unknown) => {
    // The time ran out within a request: what was read before it counts.
    const isCutOff = isBossDeskError(error, 'AbortedError') && poll.isOver() && progress.items.length > 0;
    if (isCutOff) return false;
    throw error;
  });
  // What the records show counts as well, where a clock in between is wrong.
  const now = Math.max(asked.at ?? 0, progress.horizon);
  const past = now - OVERLAP_MS;
  if (isDone) {
    cursor.asOf = now;
    cursor.partsFrom = Math.max(cursor.partsFrom, Math.min(past, cursor.upTo));
  }
  cursor.from = Math.max(cursor.from, Math.min(past, isDone ? cursor.upTo : progress.low));
  return progress.items;
}

/** Takes step after step. Says whether it came to the end of what is new. */
async function takeAll(poll: Poll, progress: Progress, noteTime: () => void): Promise<boolean> {
  for (;;) {
    const step = await takeStep(poll, progress, noteTime);
    if (step === 'end') return true;
    if (step === 'full' || poll.isOver()) return false;
  }
}

/** One request for rows and those for the records. `full`: no more items may be given. */
async function takeStep(poll: Poll, progress: Progress, noteTime: () => void) {
  const { cursor, desk, event, filter } = poll;
  const room = poll.limit - progress.items.length;
  if (room <= 0) return 'full';
  const shown = [cursor.upTo, ...cursor.ahead.values()];
  const { query, hasLate } = askForNews(event, filter, cursor, progress.low);
  if (query === undefined) {
    const isWhole = await walkAhead(poll, progress);
    noteTime();
    return isWhole ? 'more' : 'full';
  }
  if (!hasLate && progress.walkedTo !== cursor.upTo) {
    if (!(await walkLate(poll, progress))) return 'full';
    noteTime();
    progress.walkedTo = cursor.upTo;
    progress.low = Math.max(progress.low, cursor.upTo);
    return 'more';
  }
  const { rows, more } = await desk.list(query, event.part === undefined ? Math.min(MAX_PER_PAGE, room) : MAX_PER_PAGE);
  noteTime();
  const guard = latestThatCame(desk.serverTime());
  progress.horizon = Math.max(progress.horizon, ...shown.filter((moment) => moment <= guard));
  const horizon = canRecur(event) ? progress.horizon : guard;
  const { moments, isWhole } = await takeRows(poll, progress, rows);
  if (!more && isWhole) {
    settle(cursor, horizon);
    return 'end';
  }
  // The rows after these are no earlier than what they showed when they were listed.
  const reached = Math.max(Number.NEGATIVE_INFINITY, ...moments.filter((moment) => moment <= horizon));
  settle(cursor, reached);
  progress.low = Math.max(progress.low, Math.min(reached, cursor.upTo));
  return isWhole ? 'more' : 'full';
}

/** Walks over all that may show late, and takes what was not seen. Says whether it came to the end. */
async function walkLate(poll: Poll, progress: Progress): Promise<boolean> {
  const { cursor, desk, event, filter } = poll;
  const high = cursor.upTo;
  for await (const page of desk.walk(askForSpan(event, filter, progress.low, high))) {
    const rows = page.filter(({ id }) => !cursor.seen.has(Number(id)) && !cursor.ahead.has(Number(id)));
    if (poll.isOver()) return false;
    const { isWhole } = await takeRows(poll, progress, rows);
    settle(cursor, high);
    if (!isWhole) return false;
  }
  return true;
}

/**
 * Walks over all up to the last that stands ahead of the cursor, so that nothing needs to stand there: what changes
 * meanwhile goes beyond it. Says whether it came to the end.
 */
async function walkAhead(poll: Poll, progress: Progress): Promise<boolean> {
  const { cursor, desk, event, filter } = poll;
  const guard = latestThatCame(desk.serverTime());
  const high = Math.max(...[...cursor.ahead.values()].filter((moment) => moment <= guard));
  for await (const rows of desk.walk(askForSpan(event, filter, cursor.upTo + 1, high))) {
    if (poll.isOver()) return false;
    const { isWhole } = await takeRows(poll, progress, rows);
    if (!isWhole) return false;
  }
  settle(cursor, high);
  return true;
}

/** Gives what the records behind rows tell, as far as there is room, and puts them ahead of the cursor. */
async function takeRows(poll: Poll, progress: Progress, rows: readonly Row[]) {
  const { cursor, desk, event, limit } = poll;
  const { items, low } = progress;
  const moments: number[] = [];
  for (const news of findNews(event, desk.operation.id, cursor, low, await desk.read(rows))) {
    for (const { record, moment, partId } of news.items) {
      if (items.length >= limit) return { moments, isWhole: false };
      items.push(record);
      if (partId !== undefined) cursor.parts.set(partId, moment);
    }
    cursor.seen.delete(news.id);
    cursor.ahead.set(news.id, news.moment);
    moments.push(news.moment);
  }
  return { moments, isWhole: true };
}

/** Later times than this are in the future, whichever clock is right. */
export function latestThatCame(serverTime: number | undefined): number {
  return serverTime === undefined ? Number.POSITIVE_INFINITY : serverTime + FUTURE_MS;
}
