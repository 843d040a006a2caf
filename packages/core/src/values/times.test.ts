import { bearsZone, type Clock, isDay, isTime, readDay, readMoment, readTime } from './times.js';

/** In New York it is the 25th, in Berlin the 26th. */
const now = Date.parse('2026-05-26T02:00:00Z');
const newYork: Clock = { zone: 'America/New_York', now };
const berlin: Clock = { zone: 'Europe/Berlin', now };

const span = (text: string, clock: Clock) => {
  const { start, end } = readTime(text, clock);
  return [start, ...(end === undefined ? [] : [end])].map((moment) => new Date(moment).toISOString());
};

describe('readTime', () => {
  it.each([
    ['2026-05-25', ['2026-05-25T04:00:00.000Z', '2026-05-26T04:00:00.000Z']],
    ['today', ['2026-05-25T04:00:00.000Z', '2026-05-26T04:00:00.000Z']],
    [' Yesterday ', ['2026-05-24T04:00:00.000Z', '2026-05-25T04:00:00.000Z']],
    ['-14d', ['2026-05-11T04:00:00.000Z', '2026-05-12T04:00:00.000Z']],
    ['-0D', ['2026-05-25T04:00:00.000Z', '2026-05-26T04:00:00.000Z']],
    // Days of 23 and 25 hours.
    ['2026-03-08', ['2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z']],
    ['2026-11-01', ['2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z']],
    ['tomorrow', ['2026-05-26T04:00:00.000Z', '2026-05-27T04:00:00.000Z']],
    ['30 days ago', ['2026-04-25T04:00:00.000Z', '2026-04-26T04:00:00.000Z']],
    ['in 3 days', ['2026-05-28T04:00:00.000Z', '2026-05-29T04:00:00.000Z']],
    // The 25th is a Monday.
    ['this week', ['2026-05-25T04:00:00.000Z', '2026-06-01T04:00:00.000Z']],
    ['Last  Week', ['2026-05-18T04:00:00.000Z', '2026-05-25T04:00:00.000Z']],
    ['last month', ['2026-04-01T04:00:00.000Z', '2026-05-01T04:00:00.000Z']],
    ['next month', ['2026-06-01T04:00:00.000Z', '2026-07-01T04:00:00.000Z']],
    ['last year', ['2025-01-01T05:00:00.000Z', '2026-01-01T05:00:00.000Z']],
    ['now', ['2026-05-26T02:00:00.000Z']],
    ['2026-05-25 15:00', ['2026-05-25T19:00:00.000Z']],
    ['2026-05-25T15:00:30.5', ['2026-05-25T19:00:30.500Z']],
    ['2026-05-25 15:00Z', ['2026-05-25T15:00:00.000Z']],
    ['2026-05-25t15:00:00+0200', ['2026-05-25T13:00:00.000Z']],
  ])('reads %s in New York', (text, expected) => {
    expect(span(text, newYork)).toEqual(expected);
  });

  it('reads days by the clock of the zone', () => {
    expect(span('today', berlin)).toEqual(['2026-05-25T22:00:00.000Z', '2026-05-26T22:00:00.000Z']);
  });
});

it.each([
  '14d',
  '-14',
  '-2w',
  '-100000d',
  'last',
  'week',
  'last two weeks',
  'some days ago',
  '2026-02-30',
  '2026-05',
  '25/05/2026',
  '',
])('%j is no time', (text) => {
  expect(isTime(text)).toBe(false);
});

it('tells days from times', () => {
  expect(['2026-05-25', 'today', '-3d', ' 2026-05-25 '].map(isDay)).toEqual([true, true, true, true]);
  expect(['2026-05-25 15:00', '2026-05-25T15:00Z', 'now', 'last week'].map(isDay)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it.each([
  ['2026-05-25T15:00:00Z', true],
  ['2026-05-25 15:00-0400', true],
  ['2026-05-25 15:00', false],
  ['2026-05-25', false],
])('whether %s says its zone: %s', (text, says) => {
  expect(bearsZone(text)).toBe(says);
});

it.each([
  ['today', '2026-05-25'],
  ['yesterday', '2026-05-24'],
  ['-31d', '2026-04-24'],
  ['2026-05-20', '2026-05-20'],
  ['2026-05-20T00:00:00.000Z', '2026-05-20'],
  [' 2026-05-20 23:00 ', '2026-05-20'],
  ['next week', 'next week'],
])('the day of %s is %s', (text, day) => {
  expect(readDay(text, newYork)).toBe(day);
});

it.each([
  ['2026-06-03 15:00', '2026-06-03T15:00:00-04:00'],
  ['2026-06-03T15:00:00Z', '2026-06-03T11:00:00-04:00'],
  ['2026-06-03', '2026-06-03T23:59:59-04:00'],
  ['today', '2026-05-25T23:59:59-04:00'],
  ['2026-11-01 01:30', '2026-11-01T01:30:00-04:00'],
  ['2026-03-08 02:30', '2026-03-08T03:30:00-04:00'],
])('%s as a moment is %s', (text, moment) => {
  expect(readMoment(text, newYork)).toBe(moment);
});
