import type { CustomField } from './customFields.js';
import { readCustomValues } from './customValues.js';

const readClock = jest.fn(() => ({ zone: 'America/New_York', now: Date.parse('2026-05-26T02:00:00Z') }));
const day = { id: 6, name: 'Needed By', options: [], holds: 'date' as const };
const flag = { id: 7, name: 'Blocks Work', options: [], holds: 'boolean' as const };
const text = { id: 1, name: 'Asset Tag', options: [] };

const read = (...customFields: { field: CustomField; value: unknown }[]) =>
  readCustomValues(
    'tickets.update',
    { input: { friendly_id: 1 }, resolved: {}, customFields, problems: [], standsFor: {} },
    readClock,
  );

beforeEach(() => readClock.mockClear());

it.each([
  ['today', '2026-05-25'],
  ['-14d', '2026-05-11'],
  ['2026-06-05', '2026-06-05'],
  ['2026-06-05T00:00:00Z', '2026-06-05'],
  ['24/11/2026', '2026-11-24'],
  ['11/24/2026', '2026-11-24'],
  [' 24.11.2026 ', '2026-11-24'],
  ['24-11-2026', '2026-11-24'],
  ['5/5/2026', '2026-05-05'],
  ['', ''],
  ['none', 'none'],
  [null, null],
])('reads the day %j', async (value, expected) => {
  const { input, customFields } = await read({ field: day, value }, { field: text, value: 'today' });
  expect(input).toEqual({ friendly_id: 1, custom_fields: { '6': expected, '1': 'today' } });
  expect(customFields.map((one) => one.value)).toEqual([expected, 'today']);
});

it('asks no clock for a day by its date', async () => {
  await read({ field: day, value: '2026-06-05' });
  expect(readClock).not.toHaveBeenCalled();
});

it.each(['05.06.2026', '03/04/2026', '31/02/2026', '24/11-2026', '24/11/26', '2026-02-30', 'soon'])(
  'refuses %s',
  async (value) => {
    await expect(read({ field: day, value })).rejects.toThrow(
      `custom_fields.Needed By: takes a day as YYYY-MM-DD, today, yesterday or -14d, not the text "${value}"`,
    );
  },
);

it.each([
  ['yes', true],
  ['No', false],
  [1, true],
  ['0', false],
  [false, false],
  ['none', 'none'],
  [null, null],
])('reads yes or no out of %j', async (value, expected) => {
  expect((await read({ field: flag, value })).input).toMatchObject({ custom_fields: { '7': expected } });
});

it.each(['maybe', 2])('refuses %j for yes or no', async (value) => {
  await expect(read({ field: flag, value })).rejects.toThrow(
    'custom_fields.Blocks Work: takes true or false, yes or no, 1 or 0, not',
  );
});

it('leaves an input without custom fields as it is', async () => {
  expect((await read()).input).toEqual({ friendly_id: 1 });
});
