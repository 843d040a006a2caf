import { type InputIssue, InvalidInputError } from '../errors/index.js';
import { describeValue } from '../input/checkValue.js';
import { isCalendarDate, orderDay } from '../values/dates.js';
import { type Clock, isDayWord, readDay, type ReadClock, writtenDay } from '../values/times.js';
import { readYesNo } from '../values/yesNo.js';
import type { CustomField } from './customFields.js';
import type { ResolvedInput } from './resolveInput.js';

/** What a field takes, where a text is not that. */
type Reading = { readonly value: unknown } | { readonly takes: string };

/**
 * Reads the values that custom fields are given as their types want them, days by a clock: which type each has is known
 * once their names are resolved.
 *
 * @param readClock asked only for a day in words.
 * @throws InvalidInputError naming each field whose value cannot be read; the API would drop it, or keep it as a text.
 */
export async function readCustomValues(
  operation: string,
  resolved: ResolvedInput,
  readClock: ReadClock,
): Promise<ResolvedInput> {
  const readings = await Promise.all(
    resolved.customFields.map(async (one) => ({ ...one, read: await readValue(one.field, one.value, readClock) })),
  );
  // In their own order, whichever was read first.
  const issues = readings.flatMap(({ field, value, read }): InputIssue[] =>
    'value' in read
      ? []
      : [{ field: `custom_fields.${field.name}`, message: `takes ${read.takes}, not ${describeValue(value)}` }],
  );
  if (issues.length > 0) throw new InvalidInputError({ operation, issues });
  const customFields = readings.flatMap(({ field, read }) => ('value' in read ? [{ field, value: read.value }] : []));
  if (customFields.length === 0) return resolved;
  const custom_fields = Object.fromEntries(customFields.map(({ field, value }) => [String(field.id), value]));
  return { ...resolved, input: { ...resolved.input, custom_fields }, customFields };
}

async function readValue({ holds }: CustomField, value: unknown, readClock: ReadClock): Promise<Reading> {
  if (typeof value === 'string' && /^\s*(?:none)?\s*$/i.test(value)) return { value };
  if (holds === 'boolean' && (typeof value === 'string' || typeof value === 'number')) {
    const yesNo = readYesNo(value);
    return yesNo === undefined ? { takes: 'true or false, yes or no, 1 or 0' } : { value: yesNo };
  }
  if (holds !== 'date' || typeof value !== 'string') return { value };
  const day = readCustomDay(value, isDayWord(value) ? await readClock() : undefined);
  return day === undefined ? { takes: 'a day as YYYY-MM-DD, today, yesterday or -14d' } : { value: day };
}

/**
 * The day, `YYYY-MM-DD`, that a text stands for, those of spreadsheets included where day and month cannot be taken for
 * each other: `24/11/2026`; undefined for what is no day.
 *
 * @param clock by which a day in words is read.
 */
export function readCustomDay(text: string, clock: Clock | undefined): string | undefined {
  const day = clock === undefined ? orderDay(writtenDay(text)) : orderDay(readDay(text, clock));
  return isCalendarDate(day) ? day : undefined;
}
