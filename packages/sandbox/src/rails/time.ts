import railsZones from 'rails-timezone';
import { parseDateWords } from './dateWords.js';

/**
 * Rails' `Time.zone.parse`: what the text leaves out of a day is taken from `now`, and of a time of day it is 0. A day
 * that the month lacks rolls over (notes 4). Returns ISO 8601 in UTC; null when it does not parse.
 */
export function parseMoment(text: string, zoneName: string | null, now: number = Date.now()): string | null {
  const words = parseDateWords(text);
  if (words === null) return null;
  const today = new Date(now + zoneOffset(new Date(now), zoneName) * 60_000);
  const year = words.year ?? today.getUTCFullYear();
  const month = words.month ?? today.getUTCMonth() + 1;
  const day = words.day ?? (words.year === undefined && words.month === undefined ? today.getUTCDate() : 1);
  const { hour = 0, minute = 0, second = 0, milliseconds = 0 } = words;
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;

  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, day);
  utc.setUTCHours(hour, minute, second, milliseconds);
  const time = utc.getTime() - (words.offset ?? zoneOffset(utc, zoneName)) * 60_000;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/**
 * A date column's cast: any form that names year, month and day; `31-12-17` is the year 31, a day that does not exist is
 * null (notes 4). Returns YYYY-MM-DD.
 */
export function parseDate(text: string): string | null {
  const { year, month, day } = parseDateWords(text) ?? {};
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Minutes; before there were zones with parts of one. */
function writtenOffset(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})(?::(\d{2}))?$/.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]) + Number(match[4] ?? 0) / 60;
  return match[1] === '-' ? -minutes : minutes;
}

/** Minutes that the zone is ahead of UTC at a wall time. */
function zoneOffset(wallTime: Date, zoneName: string | null): number {
  const timeZone = zoneName === null ? undefined : toIana(zoneName);
  if (timeZone === undefined) return 0;
  // A wall time that is shown twice is the first one, and one that is left out is as much later, as TZInfo has it.
  const [before, after] = [-1, 1].map((days) => offsetAt(new Date(wallTime.getTime() + days * DAY_MS), timeZone));
  if (before === undefined || after === undefined) return 0;
  const isShown = (offset: number) => offsetAt(new Date(wallTime.getTime() - offset * 60_000), timeZone) === offset;
  return !isShown(before) && isShown(after) ? after : before;
}

const DAY_MS = 86_400_000;

/** Rails knows zones by names of its own and by those of IANA; what is neither counts as UTC. */
function toIana(zoneName: string): string | undefined {
  const name = railsZones.list().includes(zoneName) ? railsZones.from(zoneName) : zoneName;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function offsetAt(instant: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return writtenOffset(name.replace('GMT', ''));
}
