/** `YYYY-MM-DD`, and a day that exists: 2023-02-29 does not. */
export function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * A day as spreadsheets write it, `24/11/2026`, `24.11.2026` or `11/24/2026`, as `YYYY-MM-DD`. Where both numbers could be
 * the month, and for anything else, the text stays as it is: a guess would be wrong half of the time.
 */
export function orderDay(text: string): string {
  const [, first = '', separator, second = '', year = ''] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (separator === undefined) return text;
  const write = (month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const orders = new Set([write(second, first), write(first, second)].filter(isCalendarDate));
  return orders.size === 1 ? ([...orders][0] ?? text) : text;
}

/**
 * ISO 8601 with a date and a time, `2018-11-28T15:00:00Z`; also with a blank in place of the T, as the doc
 * writes it (L1171). Without a zone it stands for UTC.
 */
export function isMoment(text: string): boolean {
  const parts =
    /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/i.exec(
      text,
    );
  return parts?.[1] !== undefined && isCalendarDate(parts[1]);
}

/** How many years a day may lie behind or ahead; beyond, it is a slip of the hand. */
export interface YearBounds {
  readonly back: number;
  readonly ahead: number;
}

const YEAR_MS = 365.25 * 86_400_000;

/** Which of its bounds a day or a moment lies beyond, if any; by this machine's clock, which is right to the year. */
export function beyondBounds(text: string, { back, ahead }: YearBounds): keyof YearBounds | undefined {
  const years = (Date.parse(toUtc(text)) - Date.now()) / YEAR_MS;
  if (years > ahead) return 'ahead';
  return years < -back ? 'back' : undefined;
}

/**
 * A day or a moment as a moment in UTC. The zone in which the API reads a time without one is unknown (notes 5.30),
 * so UTC is always said. Faces read times by a clock before (`times.ts`), so that theirs bear a zone.
 */
export function toUtc(text: string): string {
  const iso = text.trim().replace(' ', 'T');
  const hasZone = isCalendarDate(iso) || /(?:z|[+-]\d{2}:?\d{2})$/i.test(iso);
  return new Date(hasZone ? iso : `${iso}Z`).toISOString();
}
