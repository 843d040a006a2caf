import { combineQueries, type RansackQuery, writeRawQuery } from 'bossdesk-client';
import type { Cursor } from './cursor.js';
import { canRecur, type TriggerEvent } from './events.js';
import { toRuns } from './packIds.js';

// Servers keep times more finely than they show them, so that every comparison is with a whole millisecond, half open.

/** Beyond this many characters what a trigger has seen is left out of the question, and read again instead. */
const MAX_LENGTH = 6500;

/** Runs of ids shorter than this are named one by one. */
const SHORT_RUN = 3;

/** What a trigger asks its list for. */
export interface Question {
  /** Undefined where so much stands ahead of the cursor that no request can say it. */
  readonly query: RansackQuery | undefined;
  /** Whether what may show late is asked for too. */
  readonly hasLate: boolean;
}

/**
 * Asks in one request for all that the trigger has not given yet: what happened after the cursor, what came to show
 * since before it, and what happened again to records that stand ahead of it.
 *
 * @param low from where on something earlier than the cursor may be missing.
 */
export function askForNews(event: TriggerEvent, filter: RansackQuery, cursor: Cursor, low: number): Question {
  const { attribute } = event;
  const later = { ...since(attribute, cursor.upTo + 1), ...except(cursor.ahead.keys()) };
  const again = canRecur(event)
    ? [...cursor.ahead].map(([id, moment]) => ({ id_eq: id, ...since(attribute, moment + 1) }))
    : [];
  const recent = [...cursor.seen].filter(([, moment]) => moment >= low).map(([id]) => id);
  const late = { ...between(attribute, low, cursor.upTo), ...except([...recent, ...cursor.ahead.keys()]) };
  const write = (...parts: readonly RansackQuery[]): RansackQuery =>
    combineQueries(filter, { g: [{ m: 'or', g: parts }], s: `${attribute} asc` });
  const whole = write(later, late, ...again);
  if (lengthOf(whole) <= MAX_LENGTH) return { query: whole, hasLate: true };
  const without = write(later, ...again);
  return { query: lengthOf(without) <= MAX_LENGTH ? without : undefined, hasLate: false };
}

/** Asks for all that happened in a span of time, the borders included, in the order of ids. */
export function askForSpan({ attribute }: TriggerEvent, filter: RansackQuery, low: number, high: number): RansackQuery {
  return combineQueries(filter, { ...between(attribute, low, high), s: 'id asc' });
}

/** Asks for the newest first. */
export function askForNewest({ attribute }: TriggerEvent, filter: RansackQuery): RansackQuery {
  return combineQueries(filter, { [`${attribute}_not_null`]: true, s: `${attribute} desc` });
}

const since = (attribute: string, moment: number): RansackQuery => ({
  [`${attribute}_gteq`]: new Date(moment).toISOString(),
});

const between = (attribute: string, low: number, high: number): RansackQuery => ({
  ...since(attribute, low),
  [`${attribute}_lt`]: new Date(high + 1).toISOString(),
});

/** Conditions that leave ids out, in as few characters as their order allows. */
function except(ids: Iterable<number>): RansackQuery {
  const runs = toRuns(ids);
  const single = runs
    .filter(({ first, last }) => last - first + 1 < SHORT_RUN)
    .flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
  const long = runs.filter(({ first, last }) => last - first + 1 >= SHORT_RUN);
  return {
    ...(single.length === 0 ? {} : { id_not_in: single }),
    ...(long.length === 0 ? {} : { g: long.map(({ first, last }) => ({ m: 'or', id_lt: first, id_gt: last })) }),
  };
}

function lengthOf(query: RansackQuery): number {
  return encodeURI(writeRawQuery(query)).length;
}
