import { fieldRules } from '../generated/rules.js';
import { getOperation } from '../operations/index.js';
import { checkTime, checkTimeText, readTimes } from './readTimes.js';

const readClock = jest.fn(() => ({ zone: 'America/New_York', now: Date.parse('2026-05-26T02:00:00Z') }));

beforeEach(() => readClock.mockClear());

describe('readTimes', () => {
  it.each([
    ['yesterday', '2026-05-24'],
    ['2026-05-20', '2026-05-20'],
    ['2026-05-20T00:00:00Z', '2026-05-20'],
    [undefined, '2026-05-25'],
    [null, null],
    ['next week', 'next week'],
  ])('gives a time entry of %j the day %j', async (date, expected) => {
    const { input } = await readTimes(getOperation('timeEntries.create'), { friendly_id: 1, date }, readClock);
    expect(input).toEqual({ friendly_id: 1, date: expected });
  });

  it.each([
    ['2026-06-03 15:00', '2026-06-03T15:00:00-04:00'],
    [' 2026-06-03T15:00:00Z ', '2026-06-03T15:00:00Z'],
    [null, null],
    ['soon', 'soon'],
  ])('reads the moment %j as %j', async (due_at, expected) => {
    const { input } = await readTimes(getOperation('tasks.update'), { due_at, note: 'today' }, readClock);
    expect(input).toEqual({ due_at: expected, note: 'today' });
  });

  it('changes no day where an update gives none', async () => {
    expect((await readTimes(getOperation('timeEntries.update'), { duration: 5 }, readClock)).input).toEqual({
      duration: 5,
    });
  });

  it('reads filters, and tells what stands for what', async () => {
    const given = { q: { updated_at_lteq: 'today' }, page: 2 };
    expect(await readTimes(getOperation('tickets.list'), given, readClock)).toEqual({
      input: { q: { updated_at_lt: '2026-05-26T04:00:00.000Z' }, page: 2 },
      renamed: { updated_at_lt: 'updated_at_lteq' },
    });
  });

  it('asks no clock where none is needed', async () => {
    await readTimes(getOperation('timeEntries.create'), { date: '2026-05-20' }, readClock);
    await readTimes(getOperation('tasks.create'), { title: 'today', due_at: '2026-06-03T15:00:00Z' }, readClock);
    await readTimes(getOperation('tickets.list'), { q: { title_eq: 'today' } }, readClock);
    expect(readClock).not.toHaveBeenCalled();
  });
});

describe('checkTime', () => {
  const { date } = fieldRules['timeEntries.create'].fields as { date: never };
  const { due_at } = fieldRules['tasks.create'].fields as { due_at: never };

  it.each(['today', '-14d', '2026-05-20', '2026-05-20 08:00'])('takes %s for a day and for a moment', (text) => {
    expect(checkTime(date, text)).toBeUndefined();
    expect(checkTime(due_at, text)).toBeUndefined();
    expect(checkTimeText(text)).toBeUndefined();
  });

  it('says what is taken in place of another text', () => {
    expect(checkTime(date, '31-12-2017')).toBe(
      'takes a day of the calendar as YYYY-MM-DD, not the text "31-12-2017"; a day may also be today, yesterday, -14d or "30 days ago"',
    );
    expect(checkTime(due_at, 'soon')).toMatch(
      /^takes a date and time as 2018-11-28T15:00:00Z, not .*-14d or "30 days ago"$/,
    );
    expect(checkTimeText('some week')).toMatch(/^takes YYYY-MM-DD or an ISO 8601 time, not the text "some week"; /);
  });

  it.each([
    [date, '2999-01-01', 'lies more than 10 years ahead: 2999-01-01; is the year right?'],
    [due_at, '2999-01-01T08:00:00Z', 'lies more than 20 years ahead: 2999-01-01T08:00:00Z; is the year right?'],
    [date, '1026-05-25', 'lies more than 20 years back: 1026-05-25; is the year right?'],
    [date, 20260525, 'takes a text, not 20260525'],
  ])('%# refuses what cannot be meant', (rule, value, words) => {
    expect(checkTime(rule, value)).toBe(words);
  });
});
