import { isCalendarDate } from './dates.js';

// Days and clocks on the wall, as the zones of IANA's database have them; the runtime knows it.

const DAY_MS = 86_400_000;

/** A zone's formatter is dear to make, and lists of conditions ask for the same one. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const numbers = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en-US', {
    ...numbers,
    second: 'numeric',
    hourCycle: 'h23',
    calendar: 'gregory',
    timeZone: zone,
  });
  formats.set(zone, format);
  return format;
}

/** Whether the runtime knows a zone by this name of IANA's, e.g. `America/New_York`. */
export function isZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What clocks in a zone show at a moment, as milliseconds: those of a clock in UTC that shows the same. */
function wallOf(moment: number, zone: string): number {
  const part: Partial<Record<string, number>> = {};
  for (const { type, value } of formatOf(zone).formatToParts(moment)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
  const milliseconds = ((moment % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
}

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
const offsetAt = (moment: number, zone: string): number => wallOf(moment, zone) - moment;

/**
 * The moment at which clocks in a zone show a time. An hour that they show twice is the first one, and a time that they
 * leave out is as much later as they are put forward, as Rails has it.
 *
 * @param wall milliseconds of a clock in UTC that shows the same.
 */
export function momentAt(wall: number, zone: string): number {
  // Clocks are never more than a day from UTC, and no zone changes its clocks twice in two days.
  const [before, after] = [offsetAt(wall - DAY_MS, zone), offsetAt(wall + DAY_MS, zone)];
  const shown = [wall - before, wall - after].filter((moment) => wallOf(moment, zone) === wall);
  return shown.length === 0 ? wall - before : Math.min(...shown);
}

/** The day that it is in a zone, `YYYY-MM-DD`. */
export function dayAt(moment: number, zone: string): string {
  return new Date(wallOf(moment, zone)).toISOString().slice(0, 10);
}

/** The day so many days after another one. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A moment as clocks in a zone show it, with the zone's offset: `2026-06-03T15:00:00-04:00`. */
export function writeMoment(moment: number, zone: string): string {
  const minutes = offsetAt(moment, zone) / 60_000;
  // Before zones were agreed upon, towns were seconds apart, which no offset can say.
  if (!Number.isInteger(minutes)) return new Date(moment).toISOString();
  const wall = new Date(wallOf(moment, zone)).toISOString().replace(/(?:\.000)?Z$/, '');
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${wall}${minutes < 0 ? '-' : '+'}${hours ?? ''}:${rest ?? ''}`;
}

/** The milliseconds of a clock in UTC that shows a time written without a zone. */
export function readWall(text: string): number {
  return Date.parse(isCalendarDate(text) ? text : `${text.replace(' ', 'T')}Z`);
}
