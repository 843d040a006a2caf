import type { RackValue } from '../rails/rackQuery.js';
import { toInteger } from '../rails/rubyInteger.js';
import { hasNul } from '../rails/texts.js';
import { parseMoment } from '../rails/time.js';
import { SearchCrash } from './search.js';

/** Types of the columns that can be searched. */
export type ColumnType = 'string' | 'integer' | 'datetime' | 'boolean';

/** A column's value or a cast operand. Moments are ISO 8601 in UTC, so that they compare as text. */
export type Comparable = string | number | boolean | null;

const trueValues = new Set<unknown>([true, 1, '1', 't', 'T', 'true', 'TRUE']);
const falseValues = new Set<unknown>([false, 0, '0', 'f', 'F', 'false', 'FALSE']);

/** Ransack's booleans; anything else (`yes`, `True`) is none (notes 4). */
export function castBoolean(value: unknown): boolean | null {
  if (trueValues.has(value)) return true;
  return falseValues.has(value) ? false : null;
}

/** `Ransack::Nodes::Value#cast`. `timeZone` is the Rails zone in which times without one are read, on the day of `now`. */
export function castValue(raw: RackValue, type: ColumnType, timeZone: string | null, now: number): Comparable {
  switch (type) {
    case 'boolean':
      return castBoolean(raw);
    case 'integer':
      return typeof raw === 'string' && raw.trim() !== '' ? toInteger(raw) : null;
    case 'datetime':
      return typeof raw === 'string' ? parseMoment(raw, timeZone, now) : null;
    case 'string':
      if (typeof raw === 'string' && hasNul(raw)) throw new SearchCrash('string contains null byte');
      // A hash or array where one value belongs becomes Ruby's text for it, which no record has.
      return raw === null || typeof raw === 'string' ? (raw ?? '') : Array.isArray(raw) ? '[…]' : '{…}';
  }
}
