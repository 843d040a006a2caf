/**
 * What Ruby's `Date._parse(text, false)` finds in a text, eras left out: `1 July 2024`, `20240701T120000Z`, `10:30`,
 * `next Monday`. Rails' own `parse` fills in what is missing from the day that it is.
 */
export interface DateWords {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly milliseconds?: number;
  /** Minutes ahead of UTC; absent where none or an unknown zone is written. */
  readonly offset?: number;
  /** A day of the week or of the year was named, which Rails does nothing with. */
  readonly other?: true;
}

type Found = { -readonly [Part in keyof DateWords]: DateWords[Part] };

/** Ruby refuses longer texts (`limit: 128`). */
const LONGEST = 128;

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const ERA = String.raw`(?:c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))`;
const weekday = /\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*/i;
const dayTime =
  /(\d+)\s*(?:(?::\s*(\d+)(?:\s*:\s*(\d+)(?:[,.](\d*))?)?|h(?:\s*(\d+)m?(?:\s*(\d+)s?)?)?)(?:\s*([ap])(?:m\b|\.m\.))?|([ap])(?:m\b|\.m\.))(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|[a-z.\s]+(?:standard|daylight)\stime\b|[a-z]+(?:\sdst)?\b))?/i;

/** The forms of a day in the order in which Ruby tries them; the first that fits counts. */
const dayForms: readonly (readonly [form: RegExp, read: (match: readonly (string | undefined)[]) => Found])[] = [
  [
    new RegExp(
      String.raw`'?(\d+)[^-\d\s]*\s*(${MONTHS})[^-\d\s']*(?:\s*${ERA}?\s*('?-?\d+(?:(?:st|nd|rd|th)\b)?))?`,
      'i',
    ),
    ([, day, month, year]) => sortParts(year, monthNumber(month), day),
  ],
  [
    new RegExp(String.raw`\b(${MONTHS})[^-\d\s']*\s*('?\d+)[^-\d\s']*(?:\s*,?\s*${ERA}?\s*('?-?\d+))?`, 'i'),
    ([, month, day, year]) => sortParts(year, monthNumber(month), day),
  ],
  [/('?[-+]?\d+)-(\d+)-('?-?\d+)/, ([, year, month, day]) => sortParts(year, month, day)],
  [
    new RegExp(String.raw`('?-?\d+)-(${MONTHS})[^-/.]*-('?-?\d+)`, 'i'),
    ([, day, month, year]) => sortParts(year, monthNumber(month), day),
  ],
  [
    new RegExp(String.raw`\b(${MONTHS})[^-/.]*-('?-?\d+)(?:-('?-?\d+))?`, 'i'),
    ([, month, day, year]) => sortParts(year, monthNumber(month), day),
  ],
  [/('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/, ([, year, month, day]) => sortParts(year, month, day)],
  [/('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/, ([, year, month, day]) => sortParts(year, month, day)],
  [/\b(?:\d{4}|\d{2})?-?w\d{2}(?:-?\d)?\b|-w-\d\b/i, () => ({ other: true })],
  [/--(\d{2})-?(\d{2})\b/, ([, month, day]) => ({ month: Number(month), day: Number(day) })],
  [/'(\d+)\b/, ([, year]) => ({ year: Number(year) })],
  [new RegExp(String.raw`\b(${MONTHS})\S*`, 'i'), ([, month]) => ({ month: Number(monthNumber(month)) })],
  [/(\d+)(?:st|nd|rd|th)\b/i, ([, day]) => ({ day: Number(day) })],
  [
    /([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(?:\s*(z\b|[-+]\d{1,4}\b))?/i,
    ([, sign, digits = '', time, fraction, zone]) => ({
      ...readDigits(sign === '-' ? -1 : 1, digits, time, fraction),
      ...withOffset(zone),
    }),
  ],
];

/** Null where nothing in the text looks like a part of a time. */
export function parseDateWords(text: string): DateWords | null {
  if (text.length > LONGEST) return null;
  let rest = text.replace(/[^-+',./:@\p{L}\p{N}[\]]+/gu, ' ');
  let found: Found = {};
  const take = (form: RegExp, read: (match: RegExpExecArray) => Found): boolean => {
    const match = form.exec(rest);
    if (match === null) return false;
    found = { ...found, ...read(match) };
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    return true;
  };
  take(weekday, () => ({ other: true }));
  take(dayTime, readTime);
  dayForms.some(([form, read]) => take(form, read));
  // What is left over is the day of a time, or the hour of a day.
  take(/^\s*(\d{1,2})\s*$/, ([, digits]) => readLeftOver(found, Number(digits)));
  return Object.keys(found).length === 0 ? null : found;
}

function readLeftOver({ hour, day }: Found, number: number): Found {
  if (hour !== undefined && day === undefined) return number >= 1 && number <= 31 ? { day: number } : {};
  return day !== undefined && hour === undefined && number <= 24 ? { hour: number } : {};
}

function readTime([, hour, ...parts]: readonly (string | undefined)[]): Found {
  const [minute, second, fraction, minuteAfterH, secondAfterH, half, halfAlone, zone] = parts;
  const noon = (half ?? halfAlone)?.toLowerCase();
  return {
    hour: noon === undefined ? Number(hour) : (Number(hour) % 12) + (noon === 'p' ? 12 : 0),
    ...numbered('minute', minute ?? minuteAfterH),
    ...numbered('second', second ?? secondAfterH),
    ...withMilliseconds(fraction),
    ...withOffset(zone),
  };
}

/** Digits in a row: a year with a month and a day, a day of the month, or before a fraction the end of a time. */
function readDigits(sign: number, digits: string, time: string | undefined, fraction: string | undefined): Found {
  if (fraction !== undefined && time === undefined) return { ...fromEnd(digits), ...withMilliseconds(fraction) };
  const clock = fraction === undefined ? fromStart(time ?? '') : fromEnd(time ?? '');
  return { ...dayOfDigits(sign, digits), ...clock, ...withMilliseconds(fraction) };
}

function dayOfDigits(sign: number, digits: string): Found {
  const at = (start: number, length = 2): number => Number(digits.slice(start, start + length));
  switch (digits.length) {
    case 2:
      return { day: at(0) };
    case 4:
      return { month: at(0), day: at(2) };
    case 3:
      return { other: true };
    case 5:
      return { year: sign * at(0) };
    case 6:
      return { year: sign * at(0), month: at(2), day: at(4) };
    case 7:
      return { year: sign * at(0, 4) };
    case 8:
    case 10:
    case 12:
    case 14:
      return { year: sign * at(0, 4), month: at(4), day: at(6), ...fromStart(digits.slice(8)) };
    default:
      return {};
  }
}

const fromStart = (digits: string): Found =>
  digits.length % 2 === 1 ? {} : namePairs(digits, ['hour', 'minute', 'second']);

function fromEnd(digits: string): Found {
  const even = digits.length % 2 === 1 ? `0${digits}` : digits;
  return namePairs(even, (['month', 'day', 'hour', 'minute', 'second'] as const).slice(-even.length / 2));
}

type NumberName = Exclude<keyof Found, 'other'>;

const namePairs = (digits: string, names: readonly NumberName[]): Found =>
  Object.fromEntries((digits.match(/../g) ?? []).map((pair, index) => [names[index] ?? 'second', Number(pair)]));

/** `s3e`: which of three numbers is the year is seen by its length, an apostrophe, or what follows it. */
function sortParts(first: string | undefined, second: string | undefined, third: string | undefined): Found {
  let [year, month, day] = [first, second, third];
  const isYear = (part: string | undefined) => part !== undefined && (part.startsWith("'") || part.length > 2);
  if (year !== undefined && month !== undefined && day === undefined) [year, month, day] = [day, year, month];
  if (year === undefined && isYear(day)) [year, day] = [day, undefined];
  const ordinal = /^\D*(\d+)\D+$/.exec(year ?? '');
  if (ordinal !== null) [year, day] = [day, ordinal[1]];
  if (isYear(month)) [year, month, day] = [month, day, year];
  if (isYear(day)) [year, day] = [day, year];
  return {
    ...numbered('year', /-?\d+/.exec(year ?? '')?.[0]),
    ...numbered('month', /\d+/.exec(month ?? '')?.[0]),
    ...numbered('day', /\d+/.exec(day ?? '')?.[0]),
  };
}

const numbered = (name: NumberName, digits: string | undefined): Found =>
  digits === undefined ? {} : { [name]: Number(digits) };

const withMilliseconds = (fraction: string | undefined): Found =>
  fraction === undefined ? {} : { milliseconds: Math.trunc(Number(`0.${fraction}`) * 1000) };

const monthNumber = (name = ''): string => String(MONTHS.split('|').indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** Hours ahead of UTC by the names that Ruby knows; the rarer ones are left out. */
const zones: Readonly<Record<string, number>> = {
  ...{
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    bst: 1,
    cet: 1,
    met: 1,
    cest: 2,
    eet: 2,
    eest: 3,
    msk: 3,
    ist: 5.5,
    jst: 9,
  },
  ...{ ast: -4, adt: -3, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, hst: -10 },
};

function withOffset(zone: string | undefined): Found {
  if (zone === undefined) return {};
  const name = zone.toLowerCase().replace(/\s(?:standard|daylight)\stime$|\sdst$/, '');
  const hours = zones[name];
  if (hours !== undefined)
    return { offset: (hours + (name.length < zone.length && !/standard/i.test(zone) ? 1 : 0)) * 60 };
  const written = /^(?:gmt|utc?)?([-+])(\d{1,2}):?(\d{2})?(?::\d+)?$/.exec(
    name.replace(/([-+])(\d)(\d{2})$/, '$10$2$3'),
  );
  if (written === null) return {};
  const minutes = Number(written[2]) * 60 + Number(written[3] ?? 0);
  return { offset: written[1] === '-' ? -minutes : minutes };
}
