import { addDays, dayAt, isZone, momentAt, readWall, writeMoment } from './zones.js';

const moment = (text: string, zone: string) => new Date(momentAt(readWall(text), zone)).toISOString();

describe('momentAt', () => {
  it.each([
    ['2026-01-15 08:00', 'America/New_York', '2026-01-15T13:00:00.000Z'],
    ['2026-07-15T08:00:30.250', 'America/New_York', '2026-07-15T12:00:30.250Z'],
    ['2026-07-15', 'America/New_York', '2026-07-15T04:00:00.000Z'],
    ['2026-07-15 08:00', 'Asia/Kathmandu', '2026-07-15T02:15:00.000Z'],
    ['2026-07-15 08:00', 'Pacific/Apia', '2026-07-14T19:00:00.000Z'],
    ['2026-07-15 08:00', 'Etc/GMT+12', '2026-07-15T20:00:00.000Z'],
    ['2026-07-15 08:00', 'UTC', '2026-07-15T08:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(moment(text, zone)).toBe(expected);
  });

  it.each([
    ['the last time before clocks are put forward', '2026-03-08 01:59', 'America/New_York', '2026-03-08T06:59:00.000Z'],
    ['a time that clocks leave out', '2026-03-08 02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['the first time afterwards', '2026-03-08 03:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['a time that they show twice', '2026-11-01 01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['the last that they show twice', '2026-11-01 01:59', 'America/New_York', '2026-11-01T05:59:00.000Z'],
    ['the first that they show once again', '2026-11-01 02:00', 'America/New_York', '2026-11-01T07:00:00.000Z'],
    ['a time left out east of UTC', '2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['a time shown twice east of UTC', '2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['half an hour left out', '2026-10-04 02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['a midnight that is left out', '2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['a midnight after an hour shown twice', '2026-04-05', 'America/Santiago', '2026-04-05T04:00:00.000Z'],
    ['a midnight shown twice', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
    ['a day that a country left out', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s', (_, text, zone, expected) => {
    expect(moment(text, zone)).toBe(expected);
  });
});

it.each([
  ['2026-05-26T03:59:59.999Z', 'America/New_York', '2026-05-25'],
  ['2026-05-26T04:00:00.000Z', 'America/New_York', '2026-05-26'],
  ['2026-05-25T22:00:00.000Z', 'Europe/Berlin', '2026-05-26'],
  ['1969-12-31T23:59:59.500Z', 'UTC', '1969-12-31'],
])('the day at %s in %s is %s', (text, zone, day) => {
  expect(dayAt(Date.parse(text), zone)).toBe(day);
});

it.each([
  ['2026-03-01', -1, '2026-02-28'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-03-08', 1, '2026-03-09'],
  ['2026-01-01', -366, '2024-12-31'],
])('%s and %d days is %s', (day, days, other) => {
  expect(addDays(day, days)).toBe(other);
});

it.each([
  ['2026-06-03T19:00:00.000Z', 'America/New_York', '2026-06-03T15:00:00-04:00'],
  ['2026-06-03T19:00:00.250Z', 'Asia/Kathmandu', '2026-06-04T00:45:00.250+05:45'],
  ['2026-06-03T19:00:00.000Z', 'UTC', '2026-06-03T19:00:00+00:00'],
  ['2026-11-01T05:30:00.000Z', 'America/New_York', '2026-11-01T01:30:00-04:00'],
  ['2026-11-01T06:30:00.000Z', 'America/New_York', '2026-11-01T01:30:00-05:00'],
  // Its offset was four hours, 56 minutes and two seconds.
  ['1880-01-01T00:00:00.000Z', 'America/New_York', '1880-01-01T00:00:00.000Z'],
])('%s is written in %s as %s', (text, zone, written) => {
  expect(writeMoment(Date.parse(text), zone)).toBe(written);
  expect(Date.parse(written)).toBe(Date.parse(text));
});

it('knows the zones of IANA, and no others', () => {
  expect(['America/New_York', 'UTC', 'Asia/Rangoon', 'Etc/GMT+12'].map(isZone)).toEqual([true, true, true, true]);
  expect(['Eastern Time (US & Canada)', 'Mars/Phobos', ''].map(isZone)).toEqual([false, false, false]);
});
