import { readRetryAfter } from './retryAfter.js';

const read = (value: string) => readRetryAfter({ status: 429, headers: { 'retry-after': value }, body: '' });

describe('readRetryAfter', () => {
  it.each([
    ['0', 0],
    ['1', 1000],
    [' 120 ', 120_000],
  ])('reads %j as seconds', (value, ms) => {
    expect(read(value)).toBe(ms);
  });

  it('reads a date, and one that is over as no wait', () => {
    jest.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8, 0, 0) });
    try {
      expect(read('Tue, 24 Nov 2026 08:00:30 GMT')).toBe(30_000);
      expect(read('Tue, 24 Nov 2026 08:00:00 GMT')).toBe(0);
      expect(read('Tue, 24 Nov 2026 07:59:00 GMT')).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each(['', 'soon', '-5', '1.5', '5s', '2026-01-01', 'Tue, the 24th', 'x Tue, 24 Nov 2026 08:00:30 GMT'])(
    'takes %j as not given',
    (value) => {
      expect(read(value)).toBeUndefined();
    },
  );

  it('reads nothing where there is no such header', () => {
    expect(readRetryAfter({ status: 429, headers: {}, body: '' })).toBeUndefined();
  });
});
