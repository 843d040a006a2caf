import { isCalendarDate, isMoment } from '../values/dates.js';
import { readList } from '../values/list.js';
import type { ParsedCondition } from './predicates.js';

const trueWords = new Set<unknown>([true, 1, '1', 'true', 'TRUE', 't', 'T']);
const falseWords = new Set<unknown>([false, 0, '0', 'false', 'FALSE', 'f', 'F']);

/** `1` or `0`; the server drops any other word, `yes` and `True` included (notes 4). */
export function toYesNo(value: unknown): '1' | '0' | undefined {
  if (trueWords.has(value)) return '1';
  return falseWords.has(value) ? '0' : undefined;
}

const comparingPredicates = new Set(['eq', 'not_eq', 'in', 'not_in', 'lt', 'lteq', 'gt', 'gteq']);

/** What is wrong with a value for a condition, or `undefined`. */
export function checkScalar(condition: ParsedCondition, value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return 'takes a text, a number or a boolean';
  const text = String(value).trim();
  if (text === '') return 'a blank value would be no filter at all; use _null or _blank to find empty ones';
  const isOfId = condition.attributes.some((name) => /(^|_)id$/.test(name));
  const isOfTime = condition.attributes.some((name) => /_(at|on)$/.test(name));
  if (!comparingPredicates.has(condition.predicate)) return checkTextPredicate(condition, isOfId, isOfTime);
  if (isOfId && !/^\d+$/.test(text)) return `compares ids, which are whole numbers, not "${text}"`;
  if (isOfTime && !isCalendarDate(text) && !isMoment(text)) {
    return `compares times: write YYYY-MM-DD or an ISO 8601 time such as 2026-11-24T08:00:00Z, not "${text}"`;
  }
  return undefined;
}

/**
 * The server drops the value of a text comparison that it cannot read as a time, and so the condition, which answers
 * everything; on an id it fails (notes 4).
 */
function checkTextPredicate({ predicate }: ParsedCondition, isOfId: boolean, isOfTime: boolean): string | undefined {
  if (isOfTime) return `_${predicate} compares texts, and this is a time: use _gteq and _lt`;
  return isOfId ? `_${predicate} compares texts, and this is an id: use _eq or _in` : undefined;
}

/**
 * The values of a condition that takes several. A text that lists them may also be one value with commas in it: where
 * values are compared as wholes it is asked for too, and finds nothing if it is none.
 */
export function readMembers({ predicate, attributes }: ParsedCondition, value: unknown): readonly unknown[] {
  if (typeof value !== 'string') return readList(value);
  const listed = readList(value);
  const isOfTexts = !attributes.some((name) => /(^|_)(id|at|on)$/.test(name));
  const isWhole = /^(not_)?(eq|in)$/.test(predicate) && isOfTexts && !/^\s*\[/.test(value);
  // A blank text is one blank value, to be refused as such.
  if (value.trim() === '') return [value];
  return isWhole && listed.length > 1 ? [value.trim(), ...listed] : listed;
}

/** The number of a record as people write it: `#75`. */
export function readPeoplesNumber({ attributes }: ParsedCondition, value: unknown): unknown {
  const isNumber = attributes.every((name) => /(^|_)friendly_id$/.test(name));
  return isNumber && typeof value === 'string' ? value.trim().replace(/^#\s*(?=\d)/, '') : value;
}
