import type { FieldRule } from 'bossdesk-client';
import { jsonParse, tryToParseDateTime } from 'n8n-workflow';

/**
 * Unwraps a picker's value: n8n does so only for parameters outside collections. What was chosen from a list is an id or
 * a number, whatever n8n stored it as; what was written may be a name.
 */
export function unwrapLocator(value: unknown): unknown {
  const isLocator = typeof value === 'object' && value !== null && 'mode' in value && 'value' in value;
  if (!isLocator) return value;
  return value.mode === 'list' ? toInteger(value.value) : value.value;
}

/** What counts as not given: nothing, or the empty text that AI models write into arguments that they leave out. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/**
 * The value of a parameter as core takes it for its field. What cannot be read is passed on as it is, so that core's
 * check names what is wrong with it.
 *
 * @param timezone zone of the workflow, for times that name none, as those of n8n's date picker.
 */
export function toFieldValue(rule: FieldRule, value: unknown, timezone: string): unknown {
  switch (rule.type) {
    case 'integer':
      // Digits may be the name of a record: that is for the resolver of names to tell.
      return rule.kind === undefined ? toInteger(value) : value;
    case 'integers':
      return toList(value).map(unwrapLocator);
    case 'boolean':
      return toBoolean(value);
    case 'string':
      return toText(rule, value, timezone);
    default:
      return value;
  }
}

function toInteger(value: unknown): unknown {
  return typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
}

/** A list, or what an expression or a model writes for one: `304, 41`, `[304, 41]`, `["vip"]`, a single value. */
export function toList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string') return isEmpty(value) ? [] : [value];
  const parsed = jsonParse<unknown>(value, { fallbackValue: null });
  if (Array.isArray(parsed)) return parsed;
  return value
    .replace(/^\s*\[|\]\s*$/g, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function toBoolean(value: unknown): unknown {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}

function toText({ format }: FieldRule, value: unknown, timezone: string): unknown {
  // Expressions give phone numbers and the like as numbers.
  const text = typeof value === 'number' ? String(value) : writeTime(value);
  if (typeof text !== 'string') return text;
  if (format === 'date') return toDay(text);
  return format === 'date-time' ? addZone(text, timezone) : text;
}

/** `{{ $now }}` gives an object of a date library's; its JSON is ISO 8601 with its zone. */
export function writeTime(value: unknown): unknown {
  const isTime = typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';
  return isTime ? (value as { toJSON(): unknown }).toJSON() : value;
}

/** The day that is written in a time, in whatever zone it is: a day kept as midnight UTC must not become the one before. */
export function toDay(text: string): string {
  return /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(text.trim())?.[1] ?? text;
}

function addZone(text: string, timezone: string): string {
  const hasNoZone = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(text.trim());
  if (!hasNoZone) return text;
  try {
    return tryToParseDateTime(text, timezone).toUTC().toISO() ?? text;
  } catch {
    return text;
  }
}
