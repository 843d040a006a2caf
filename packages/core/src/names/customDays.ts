import { type InputIssue, InvalidInputError } from '../errors/index.js';
import { describeValue } from '../input/checkValue.js';
import { isCalendarDate } from '../values/dates.js';
import { isDayWord, readDay, type ReadClock, writtenDay } from '../values/times.js';
import type { ResolvedCustomField } from './customFields.js';
import type { ResolvedInput } from './resolveInput.js';

/**
 * Reads the days that custom fields are given, by a clock: which of them hold days is known once their names are resolved.
 *
 * @param readClock asked only for a day in words.
 * @throws InvalidInputError naming each field whose text is no day; the API would drop it.
 */
export async function readCustomDays(
  operation: string,
  resolved: ResolvedInput,
  readClock: ReadClock,
): Promise<ResolvedInput> {
  const issues: InputIssue[] = [];
  const customFields = await Promise.all(
    resolved.customFields.map(async (one): Promise<ResolvedCustomField> => {
      const { field, value } = one;
      if (field.isDate !== true || typeof value !== 'string' || /^\s*(?:none)?\s*$/i.test(value)) return one;
      const day = isDayWord(value) ? readDay(value, await readClock()) : writtenDay(value);
      if (!isCalendarDate(day)) {
        const message = `takes a day as YYYY-MM-DD, today, yesterday or -14d, not ${describeValue(value)}`;
        issues.push({ field: `custom_fields.${field.name}`, message });
      }
      return { field, value: day };
    }),
  );
  if (issues.length > 0) throw new InvalidInputError({ operation, issues });
  if (customFields.length === 0) return resolved;
  const custom_fields = Object.fromEntries(customFields.map(({ field, value }) => [String(field.id), value]));
  return { ...resolved, input: { ...resolved.input, custom_fields }, customFields };
}
