import { fieldRules } from '../generated/rules.js';
import { rowKindsOf } from '../kinds/index.js';
import type { Operation, OperationId } from '../operations/index.js';
import { readQueryTimes } from '../query/readTimes.js';
import { isRecord } from '../values/json.js';
import {
  bearsZone,
  isDay,
  isDayOrMoment,
  isDayWord,
  isTime,
  readDay,
  type ReadClock,
  readMoment,
  writtenDay,
} from '../values/times.js';
import { refuseExcess } from './bounds.js';
import { checkValue, describeValue } from './checkValue.js';
import type { FieldRule } from './rules.js';

/** An operation's input as it is sent, but for names. */
export interface InputWithTimes {
  /** The input with days as `YYYY-MM-DD` and moments as ISO 8601 with their zone. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The condition of a filter that was given, by the name of each that stands for it. */
  readonly renamed: Readonly<Record<string, string>>;
}

/**
 * Reads the days and times of an operation's input by a clock, in body fields and filters alike (see `values/times.ts`),
 * and gives fields that were left out what they default to. What cannot be read is left for the check of the input.
 *
 * @param readClock asked only when a day in words or a time without a zone is given.
 */
export async function readTimes(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  readClock: ReadClock,
): Promise<InputWithTimes> {
  refuseExcess(operation.id, input);
  const rules: Readonly<Record<string, FieldRule>> = fieldRules[operation.id as OperationId].fields;
  const [kind] = rowKindsOf(operation);
  let renamed: InputWithTimes['renamed'] = {};
  const result: Record<string, unknown> = { ...input };
  for (const [field, rule] of Object.entries(rules)) {
    const value = input[field] === undefined ? rule.leftOut : input[field];
    if (rule.type === 'ransack' && isRecord(value) && kind !== undefined) {
      const read = await readQueryTimes(kind, value, readClock);
      result[field] = read.query;
      renamed = read.renamed;
    } else if (value !== undefined) {
      result[field] = typeof value === 'string' ? await readField(rule, value, readClock) : value;
    }
  }
  return { input: result, renamed };
}

async function readField({ format }: FieldRule, text: string, readClock: ReadClock): Promise<string> {
  if (format === 'date') return isDayWord(text) ? readDay(text, await readClock()) : writtenDay(text);
  if (format !== 'date-time' || !isDayOrMoment(text)) return text;
  return bearsZone(text) ? text.trim() : readMoment(text, await readClock());
}

/**
 * What is wrong with a field's day or time as people write it, as the rest of a sentence that starts with the field's
 * name; undefined if nothing, or where only a clock can tell.
 */
export function checkTime(rule: FieldRule, value: unknown): string | undefined {
  if (typeof value !== 'string') return checkValue(rule, value);
  const isRead = rule.format === 'date' ? isDayWord(value) : isDay(value);
  const problem = isRead ? undefined : checkValue(rule, rule.format === 'date' ? writtenDay(value) : value.trim());
  return problem === undefined || isDayOrMoment(value) ? problem : `${problem}; ${DAY_WORDS}`;
}

/** The same of a text that stands for a day or a time, whichever. */
export function checkTimeText(text: string): string | undefined {
  return isTime(text)
    ? undefined
    : `takes YYYY-MM-DD or an ISO 8601 time, not ${describeValue(text)}; ${DAY_WORDS}, several "last week"`;
}

const DAY_WORDS = 'a day may also be today, yesterday, -14d or "30 days ago"';
