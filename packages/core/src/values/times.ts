import { isCalendarDate, isMoment } from './dates.js';
import { isSpanWord, readDayOffset, readSpanWord } from './dayWords.js';
import { addDays, dayAt, momentAt, readWall, writeMoment } from './zones.js';

/*
 * One reading of a time, for every argument, field and filter of every face:
 *
 * - A time that bears a zone is that moment. Any other is one of the clock's zone: `2026-06-03 15:00`.
 * - A day is `2026-06-03`, `today`, `yesterday`, `tomorrow`, or so many days away: `-14d`, `14 days ago`, `in 3 days`. It
 *   is the whole day of the clock's zone.
 * - A filter takes several days too, `last week`, `this month`, and the present moment: `now`.
 * - An hour that clocks show twice is the first one; a time that they leave out is an hour later (see `zones.ts`).
 */

/** By whose clock times are read. */
export interface Clock {
  /** IANA name of the zone, e.g. `America/New_York`. */
  readonly zone: string;
  /** The present moment, in milliseconds since 1970. */
  readonly now: number;
}

/** Tells the clock when it is needed: a day or a time without a zone was given. */
export type ReadClock = () => Clock | Promise<Clock>;

/** What a text stands for: a moment, or a day from its first moment to that of the next one. In milliseconds. */
export interface TimeSpan {
  readonly start: number;
  /** Of a day only; the moment after it. */
  readonly end?: number;
}

/** Whether a text is a day, several days or a time that can be read. */
export function isTime(text: string): boolean {
  return isDayOrMoment(text) || isSpanWord(text) || isNow(text);
}

/** Whether a text is one day or one moment, as a field takes it. */
export function isDayOrMoment(text: string): boolean {
  return isDay(text) || isMoment(text.trim());
}

const isNow = (text: string): boolean => /^\s*now\s*$/i.test(text);

/** Whether a text is a day, by its date or in words. */
export function isDay(text: string): boolean {
  const trimmed = text.trim();
  return isCalendarDate(trimmed) || readDayOffset(trimmed) !== undefined;
}

/** Whether a time says itself in which zone it is, so that no clock is needed. */
export function bearsZone(text: string): boolean {
  return /:.*(?:z|[+-]\d{2}:?\d{2})$/i.test(text.trim());
}

/** What a text that {@link isTime} stands for. */
export function readTime(text: string, clock: Clock): TimeSpan {
  const trimmed = text.trim();
  if (isDay(trimmed)) {
    const day = readDay(trimmed, clock);
    return { start: startOf(day, clock.zone), end: startOf(addDays(day, 1), clock.zone) };
  }
  const span = readSpanWord(trimmed, dayAt(clock.now, clock.zone));
  if (span !== undefined) return { start: startOf(span.first, clock.zone), end: startOf(span.next, clock.zone) };
  if (isNow(trimmed)) return { start: clock.now };
  if (bearsZone(trimmed)) return { start: Date.parse(trimmed.replace(' ', 'T')) };
  return { start: momentAt(readWall(trimmed), clock.zone) };
}

const startOf = (day: string, zone: string): number => momentAt(readWall(day), zone);

/**
 * The day that a text stands for, `YYYY-MM-DD`. Of a time it is the day that is written in it, in whatever zone it is: a
 * day kept as midnight UTC must not become the one before. What is no day stays as it is.
 */
export function readDay(text: string, { zone, now }: Clock): string {
  const days = readDayOffset(text);
  return days === undefined ? writtenDay(text) : addDays(dayAt(now, zone), days);
}

/** Whether the day that a text stands for depends on what day it is. */
export function isDayWord(text: string): boolean {
  return readDayOffset(text) !== undefined;
}

/** The day that is written in a time; anything else without the blanks around it. */
export function writtenDay(text: string): string {
  const trimmed = text.trim();
  return /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(trimmed)?.[1] ?? trimmed;
}

/**
 * The moment that a text stands for where one is asked for, with its offset. A day is over with its last second: what is
 * due on a day may be done on that day.
 */
export function readMoment(text: string, clock: Clock): string {
  const { start, end } = readTime(text, clock);
  return writeMoment(end === undefined ? start : end - 1000, clock.zone);
}
