import railsZones from 'rails-timezone';

const moment =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i;

interface DateParts {
  year: number;
  month: number;
  day: number;
}

/**
 * Rails' `Time.zone.parse` as far as people use it: ISO 8601 with or without a zone, and DD-MM-YYYY. A day
 * that the month lacks rolls over (notes 4). Returns ISO 8601 in UTC; null when it does not parse.
 */
export function parseMoment(text: string, zoneName: string | null): string | null {
  const match = moment.exec(text);
  const date = match === null ? parseDayFirst(text) : datePartsOf(match[1], match[2], match[3]);
  if (date === null || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return null;
  const [hour, minute, second] = [match?.[4], match?.[5], match?.[6]].map((part) => Number(part ?? 0));
  if (hour === undefined || minute === undefined || second === undefined) return null;
  if (hour > 24 || minute > 59 || second > 60) return null;

  const milliseconds = Math.trunc(Number(`0.${match?.[7] ?? '0'}`) * 1000);
  const utc = new Date(0);
  utc.setUTCFullYear(date.year, date.month - 1, date.day);
  utc.setUTCHours(hour, minute, second, milliseconds);
  const offset = match?.[8] === undefined ? zoneOffset(utc, zoneName) : writtenOffset(match[8]);
  return new Date(utc.getTime() - offset * 60_000).toISOString();
}

/**
 * A date column's cast: ISO and DD-MM-YYYY parse, `31-12-17` is the year 31, a day that does not exist is
 * null (notes 4). Returns YYYY-MM-DD.
 */
export function parseDate(text: string): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const date = iso === null ? parseDayFirst(text) : datePartsOf(iso[1], iso[2], iso[3]);
  if (date === null) return null;
  const day = new Date(0);
  day.setUTCFullYear(date.year, date.month - 1, date.day);
  if (day.getUTCMonth() !== date.month - 1 || day.getUTCDate() !== date.day) return null;
  return day.toISOString().slice(0, 10);
}

function parseDayFirst(text: string): DateParts | null {
  const dayFirst = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/.exec(text);
  if (dayFirst !== null) return datePartsOf(dayFirst[3], dayFirst[2], dayFirst[1]);
  const shortYear = /^\s*(\d{2})-(\d{1,2})-(\d{1,2})\b/.exec(text);
  return shortYear === null ? null : datePartsOf(shortYear[1], shortYear[2], shortYear[3]);
}

const datePartsOf = (year?: string, month?: string, day?: string): DateParts => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
});

function writtenOffset(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
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
