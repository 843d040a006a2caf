import { fieldRules } from '../generated/rules.js';
import type { Operation, OperationId } from '../operations/index.js';
import { isRecord, type Row } from '../values/json.js';
import type { FieldRule } from './rules.js';

type Input = Readonly<Record<string, unknown>>;

/**
 * The body fields of an input that a record does not have already, with the custom fields among them picked one by one.
 * What no answer shows cannot be told, and counts as the same: sent each time, it would be a change each time.
 *
 * @param record the whole record as BOSSDesk gives it.
 */
export function findDifferences(operation: Operation, input: Input, record: Row): Input {
  const rules: Readonly<Record<string, FieldRule>> = fieldRules[operation.id as OperationId].fields;
  return Object.fromEntries(
    Object.entries(input).flatMap(([field, given]): [string, unknown][] => {
      const rule = rules[field];
      if (rule?.in !== 'body' || given === undefined) return [];
      if (rule.type === 'customFields') return pickCustomFields(field, given, record[field]);
      return isSame(rule, field, given, record) ? [] : [[field, given]];
    }),
  );
}

function pickCustomFields(field: string, given: unknown, known: unknown): [string, unknown][] {
  const values = isRecord(known) ? known : {};
  if (!isRecord(given)) return [];
  const others = Object.entries(given).filter(([id, value]) => !isSameValue(unwrapOne(value), unwrapOne(values[id])));
  return others.length === 0 ? [] : [[field, Object.fromEntries(others)]];
}

/** The one option that is chosen in a cascading drop-down is kept in a list (doc L764-774). */
function unwrapOne(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

function isSame(rule: FieldRule, field: string, given: unknown, record: Row): boolean {
  if (rule.type === 'integers') {
    const shown = record[`${field.replace(/_ids$/, '')}s`];
    if (!Array.isArray(shown)) return true;
    const known = new Set((shown as readonly unknown[]).map((one) => (isRecord(one) ? one['id'] : one)));
    const wanted = new Set([given].flat());
    return known.size === wanted.size && [...wanted].every((id) => known.has(id));
  }
  if (Object.hasOwn(record, field)) return isSameValue(given, record[field]);
  const base = field.replace(/_id$/, '');
  if (base === field || !Object.hasOwn(record, base)) return true;
  const referred = record[base];
  return isSameValue(given, isRecord(referred) ? referred['id'] : referred);
}

/** Nothing is kept as null or as an empty text, and numbers as texts in places. */
function isSameValue(given: unknown, known: unknown): boolean {
  return JSON.stringify(toComparable(given)) === JSON.stringify(toComparable(known));
}

function toComparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toComparable);
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
