import { type FieldRule, isNothing, isRecord, readYesNo } from 'bossdesk-client';

/**
 * Unwraps a picker's value: n8n does so only for parameters outside collections. What was chosen from a list is an id or
 * a number, whatever n8n stored it as; what was written may be a name, and what was written as a name is no number.
 */
export function unwrapLocator(value: unknown): unknown {
  const isLocator = typeof value === 'object' && value !== null && 'mode' in value && 'value' in value;
  if (!isLocator) return value;
  if (value.mode === 'name' && (typeof value.value === 'string' || typeof value.value === 'number')) {
    return isEmpty(value.value) ? '' : { called: String(value.value) };
  }
  return value.mode === 'list' ? toInteger(value.value) : value.value;
}

/** What counts as not given: nothing, or the empty text that AI models write into arguments that they leave out. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/**
 * The value of a parameter as core takes it for its field. What cannot be read is passed on as it is, so that core's
 * check names what is wrong with it.
 */
export function toFieldValue(rule: FieldRule, value: unknown): unknown {
  switch (rule.type) {
    case 'integer':
      // Digits may be the name of a record: that is for the resolver of names to tell.
      return rule.kind === undefined ? toInteger(value) : unwrapRecord(rule, value);
    case 'integers':
      // A name may hold commas: whoever looks names up takes a text apart.
      return Array.isArray(value)
        ? value.map((one) => unwrapRecord(rule, unwrapLocator(one))).filter((one) => !isNothing(one))
        : value;
    case 'boolean':
      return readYesNo(value) ?? value;
    case 'string':
      return toText(value);
    default:
      return value;
  }
}

/** A record as BOSSDesk gives it names itself: `agent` of a ticket is taken where an agent is asked for. */
export function unwrapRecord({ kind = 'id' }: Pick<FieldRule, 'kind'>, value: unknown): unknown {
  if (!isRecord(value) || 'called' in value) return value;
  return typeof value[kind] === 'number' ? value[kind] : value;
}

function toInteger(value: unknown): unknown {
  return typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
}

/** Expressions give phone numbers and the like as numbers. */
function toText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : writeTime(value);
}

/** `{{ $now }}` gives an object of a date library's; its JSON is ISO 8601 with its zone. */
export function writeTime(value: unknown): unknown {
  const isTime = typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';
  return isTime ? (value as { toJSON(): unknown }).toJSON() : value;
}
