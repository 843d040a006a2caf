import { parseDate, parseMoment } from '../rails/time.js';

/** A Saturday, 08:00 in New York. */
const now = Date.parse('2024-07-13T12:00:00Z');
const newYork = 'Eastern Time (US & Canada)';

describe('a moment, as Time.zone.parse reads it', () => {
  it.each([
    ['ISO basic with a zone', '20240701T120000Z', '2024-07-01T12:00:00.000Z'],
    ["ISO basic without one is the account's", '20240701T120000', '2024-07-01T16:00:00.000Z'],
    ['ISO basic with an offset', '20240701T120000+0200', '2024-07-01T10:00:00.000Z'],
    ['ISO basic without seconds', '20240701T1200', '2024-07-01T16:00:00.000Z'],
    ['ISO basic day with an extended time', '20240701T12:00:00Z', '2024-07-01T12:00:00.000Z'],
    ['eight digits are a day', '20240701', '2024-07-01T04:00:00.000Z'],
    ['fourteen digits are a day and a time', '20240701120000', '2024-07-01T16:00:00.000Z'],
    ['six digits are a year of two digits', '240701', '0024-07-01T04:56:02.000Z'],
    ['four digits are month and day', '0704', '2024-07-04T04:00:00.000Z'],
    ['four digits that are no month and day are none', '2024', null],
    ['two digits are a day of this month', '14', '2024-07-14T04:00:00.000Z'],
    ['three digits are a day of the year, which Rails leaves out', '183', '2024-07-13T04:00:00.000Z'],
    ['one digit is nothing', '7', null],
    ['seconds since 1970 are no month', '1720864800', null],
    ['a time alone is of today', '10:30', '2024-07-13T14:30:00.000Z'],
    ['a time alone with seconds', '10:30:15', '2024-07-13T14:30:15.000Z'],
    ['a time alone with a zone', '10:30Z', '2024-07-13T10:30:00.000Z'],
    ['a time of twelve hours', '3 pm', '2024-07-13T19:00:00.000Z'],
    ['midnight of twelve hours', '12am', '2024-07-13T04:00:00.000Z'],
    ['an hour with an h', '15h', '2024-07-13T19:00:00.000Z'],
    ['a named zone', '10:30 EST', '2024-07-13T15:30:00.000Z'],
    ['a day of the week is today', 'Monday', '2024-07-13T04:00:00.000Z'],
    ['a word that begins as one too', 'next month', '2024-07-13T04:00:00.000Z'],
    ['a month is its first day', 'March', '2024-03-01T05:00:00.000Z'],
    ['a word that begins as a month too', 'marbles', '2024-03-01T05:00:00.000Z'],
    ['a month with a year', 'July 2024', '2024-07-01T04:00:00.000Z'],
    ['a day in words', '1 July 2024', '2024-07-01T04:00:00.000Z'],
    ['a day in American words', 'July 1st, 2024', '2024-07-01T04:00:00.000Z'],
    ['a day of the month alone', '4th', '2024-07-04T04:00:00.000Z'],
    ['a day and a time in words', 'Jul 1 2024 10:30', '2024-07-01T14:30:00.000Z'],
    ['the form of mails', 'Mon, 01 Jul 2024 10:30:00 +0200', '2024-07-01T08:30:00.000Z'],
    ['a month by letters between dashes', '01-Jul-2024', '2024-07-01T04:00:00.000Z'],
    ['dots', '1.7.2024', '2024-07-01T04:00:00.000Z'],
    ['slashes, the year first', '2024/07/01', '2024-07-01T04:00:00.000Z'],
    ['slashes, the day first', '13/07/2024', '2024-07-13T04:00:00.000Z'],
    ['slashes, the month first, are no month', '07/13/2024', null],
    ['a year and a month are month 20 in a zone', '2024-07', null],
    ['nine digits are nothing', '123456789', null],
    ['a week by its number, which Rails leaves out', '2024W273', '2024-07-13T04:00:00.000Z'],
    ['an ISO week, which Rails leaves out', '2024-W27', '2024-07-13T04:00:00.000Z'],
    ['a count of days is a day of the month', '14 days ago', '2024-07-14T04:00:00.000Z'],
    ['a count of hours is an hour', '12 hours ago', '2024-07-13T16:00:00.000Z'],
    ['words that Ruby does not know', 'today', null],
    ['nor this one', 'yesterday', null],
    ['nor this one', 'now', null],
    ['24:00 is the next day', '2024-07-01 24:00', '2024-07-02T04:00:00.000Z'],
    ['later than that is none', '2024-07-01 24:01', null],
    ['longer than 128 letters is none', `2024-07-01 ${'x'.repeat(120)}`, null],
  ])('%s: %s', (_rule, text, expected) => {
    expect(parseMoment(text, newYork, now)).toBe(expected);
  });
});

describe('a day, as a date column casts it', () => {
  it.each([
    ['ISO basic', '20240701', '2024-07-01'],
    ['a moment is its day', '2024-07-01T23:00:00Z', '2024-07-01'],
    ['words', '1 July 2024', '2024-07-01'],
    ['American words', 'July 1, 2024', '2024-07-01'],
    ['dots', '1.7.2024', '2024-07-01'],
    ['a month alone is none', 'July 2024', null],
    ['a day of the week is none', 'Monday', null],
    ['a time is none', '10:30', null],
    ['a bare year is none', '2024', null],
  ])('%s: %s', (_rule, text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });
});
