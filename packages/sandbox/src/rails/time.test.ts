import { parseDate, parseMoment } from './time.js';

describe('parseMoment', () => {
  const newYork = 'Eastern Time (US & Canada)';
  it.each([
    ['2024-07-13T10:00:00Z', '2024-07-13T10:00:00.000Z'],
    ['2024-07-13T10:00:00.1234Z', '2024-07-13T10:00:00.123Z'],
    ['2024-07-13T10:00:00+02:00', '2024-07-13T08:00:00.000Z'],
    ['2024-07-13 10:00:00 UTC', '2024-07-13T10:00:00.000Z'],
    ['2024-07-13 10:00', '2024-07-13T14:00:00.000Z'],
    ['2024-01-13 10:00', '2024-01-13T15:00:00.000Z'],
    ['2024-07-13', '2024-07-13T04:00:00.000Z'],
    ['13-07-2024', '2024-07-13T04:00:00.000Z'],
    ['2024-02-30', '2024-03-01T05:00:00.000Z'],
    ['garbage', null],
    ['07/13/2024', null],
    ['1720864800', null],
    ['2024', null],
    ['2024-13-01', null],
    ['2024-07-13T25:00:00Z', null],
  ])('reads %s', (text, expected) => {
    expect(parseMoment(text, newYork)).toBe(expected);
  });

  it.each([
    ['2026-03-08 02:30', '2026-03-08T07:30:00.000Z'],
    ['2026-11-01 01:30', '2026-11-01T05:30:00.000Z'],
    ['2026-11-01 02:00', '2026-11-01T07:00:00.000Z'],
  ])('reads %s, which clocks leave out or show twice', (text, expected) => {
    expect(parseMoment(text, newYork)).toBe(expected);
  });

  it.each([
    ['Kathmandu', '2018-11-28T09:15:00.000Z'],
    ['Santiago', '2018-11-28T18:00:00.000Z'],
    ['America/Denver', '2018-11-28T22:00:00.000Z'],
    ['Mars', '2018-11-28T15:00:00.000Z'],
    [null, '2018-11-28T15:00:00.000Z'],
  ])('reads a time without a zone in that of the account, %s', (zone, expected) => {
    expect(parseMoment('2018-11-28 15:00:00', zone)).toBe(expected);
  });
});

describe('parseDate', () => {
  it.each([
    ['31-12-2017', '2017-12-31'],
    ['2017-12-31', '2017-12-31'],
    ['29-02-2024', '2024-02-29'],
    ['31-12-17', '0031-12-17'],
    ['30-02-2024', null],
    ['2024-02-30', null],
    ['12/31/2017', null],
    ['tomorrow', null],
  ])('reads %s', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });
});
