import { toUtc } from './dates.js';

describe('toUtc', () => {
  it.each([
    ['2018-11-28 15:00:00', '2018-11-28T15:00:00.000Z'],
    ['2018-11-28T15:00:00Z', '2018-11-28T15:00:00.000Z'],
    ['2018-11-28 15:00+02:00', '2018-11-28T13:00:00.000Z'],
    ['2018-11-28', '2018-11-28T00:00:00.000Z'],
  ])('reads %s as %s, in whatever zone it runs', (text, moment) => {
    expect(toUtc(text)).toBe(moment);
  });
});
