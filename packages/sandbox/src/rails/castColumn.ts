import { toInteger } from './rubyInteger.js';
import { parseDate, parseMoment } from './time.js';

export type ColumnKind = 'text' | 'integer' | 'float' | 'boolean' | 'date' | 'date-time';

/** `ActiveModel::Type::Boolean`: only these are false, so `"no"` is true (notes 4). */
const falseValues = new Set<unknown>([false, 0, '0', 'f', 'F', 'false', 'FALSE', 'off', 'OFF']);

/**
 * What Rails makes of a scalar that is assigned to a column. A time without a zone is UTC (doc L1171, L1181), and a part
 * of one is of the day of `now`.
 */
export function castColumn(value: unknown, kind: ColumnKind, now?: number): string | number | boolean | null {
  if (kind === 'text') return castText(value);
  if (value === null || value === undefined || value === '') return null;
  switch (kind) {
    case 'integer':
      return typeof value === 'string' ? toInteger(value) : Math.trunc(Number(value));
    case 'float':
      return typeof value === 'string' ? leadingFloat(value) : Number(value);
    case 'boolean':
      return !falseValues.has(value);
    case 'date':
      return typeof value === 'string' || typeof value === 'number' ? parseDate(String(value)) : null;
    case 'date-time':
      return typeof value === 'string' ? parseMoment(value, null, now) : null;
  }
}

function castText(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}

/** Ruby's `String#to_f`. */
const leadingFloat = (text: string): number => Number(/^\s*[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?/i.exec(text)?.[0] ?? 0);
