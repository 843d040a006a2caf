import { startOfText } from '../values/letters.js';
import { beyondBounds, isCalendarDate, isMoment, type YearBounds } from '../values/dates.js';
import type { FieldRule, FieldType } from './rules.js';

/** What is wrong with a value, as the rest of a sentence that starts with the field's name; undefined if nothing. */
export function checkValue(rule: FieldRule, value: unknown): string | undefined {
  if (value === null && rule.type !== 'ransack') return checkNull(rule);
  return checks[rule.type](rule, value);
}

const checks: Readonly<Record<FieldType, (rule: FieldRule, value: unknown) => string | undefined>> = {
  integer: checkInteger,
  string: checkText,
  boolean: (_, value) => (typeof value === 'boolean' ? undefined : `takes true or false, not ${describeValue(value)}`),
  integers: checkIntegers,
  customFields: (_, value) => checkCustomFields(value),
  // The query builder knows what Ransack takes.
  ransack: () => undefined,
};

function checkNull(rule: FieldRule): string | undefined {
  if (rule.nullable) return undefined;
  return rule.type === 'integers' ? 'takes a list, not null; [] empties it' : 'cannot be null';
}

function checkInteger({ kind, minimum, maximum }: FieldRule, value: unknown): string | undefined {
  if (!Number.isSafeInteger(value)) return `takes ${expectedNumbers[kind ?? 'count']}, not ${describeValue(value)}`;
  const number = value as number;
  if (minimum !== undefined && number < minimum) return `must be ${minimum} or more, not ${number}`;
  if (maximum !== undefined && number > maximum) return `must be ${maximum} or less, not ${number}`;
  return undefined;
}

const expectedNumbers = {
  id: 'an id (a whole number)',
  friendly_id: 'the number that people see (a whole number)',
  count: 'a whole number',
} as const;

function checkText({ format, notBlank, years }: FieldRule, value: unknown): string | undefined {
  if (typeof value !== 'string') return `takes a text, not ${describeValue(value)}`;
  if (notBlank && value.trim() === '') return 'must not be blank';
  if (format === 'date' && !isCalendarDate(value)) {
    return `takes a day of the calendar as YYYY-MM-DD, not ${describeValue(value)}`;
  }
  if (format === 'date-time' && !isMoment(value)) {
    return `takes a date and time as 2018-11-28T15:00:00Z, not ${describeValue(value)}`;
  }
  return years === undefined ? undefined : checkBounds(years, value);
}

function checkBounds(years: YearBounds, text: string): string | undefined {
  const beyond = beyondBounds(text, years);
  if (beyond === undefined) return undefined;
  const most = years[beyond] === 1 ? 'a year' : `${years[beyond]} years`;
  return `lies more than ${most} ${beyond === 'ahead' ? 'ahead' : 'back'}: ${text}; is the year right?`;
}

function checkIntegers(_: FieldRule, value: unknown): string | undefined {
  if (!Array.isArray(value)) return `takes a list of ids, not ${describeValue(value)}`;
  const ids: unknown[] = value;
  const wrong = ids.findIndex((id) => !Number.isSafeInteger(id) || (id as number) < 1);
  return wrong === -1 ? undefined : `takes a list of ids (whole numbers from 1); ${describeValue(ids[wrong])} is none`;
}

/** Keys are the ids of the fields; of the values the server knows more (notes 5.18, 5.19). */
function checkCustomFields(value: unknown): string | undefined {
  if (typeof value !== 'object' || Array.isArray(value))
    return `takes values by custom field id, not ${describeValue(value)}`;
  const entries = Object.entries(value as Record<string, unknown>);
  const key = entries.find(([name]) => !/^\d+$/.test(name))?.[0];
  if (key !== undefined) return `takes the ids of custom fields for keys; "${key}" is none`;
  const wrong = entries.find(([, content]) => !isCustomFieldValue(content));
  return wrong && `${wrong[0]} takes a text, a number, true, false, null or a list of texts and numbers`;
}

function isCustomFieldValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string' || Number.isFinite(item));
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/** A value as a person would point at it. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return `the text "${startOfText(value, 40)}"`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `${value as number | boolean}`;
}
