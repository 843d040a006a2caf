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

  it('reads a time without a zone as UTC where no zone is known', () => {
    expect(parseMoment('2018-11-28 15:00:00', null)).toBe('2018-11-28T15:00:00.000Z');
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
