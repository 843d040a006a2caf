import { isCalendarDate, isMoment } from '../values/dates.js';
import { type AttributeType, guessType, type TypeOf } from './attributes.js';
import { familyOf, type ParsedCondition, type PredicateFamily } from './predicates.js';
import { readList } from '../values/list.js';

const trueWords = new Set<unknown>([true, 1, '1', 'true', 'TRUE', 't', 'T']);
const falseWords = new Set<unknown>([false, 0, '0', 'false', 'FALSE', 'f', 'F']);

/** `1` or `0`; the server drops any other word, `yes` and `True` included (notes 4). */
export function toYesNo(value: unknown): '1' | '0' | undefined {
  if (trueWords.has(value)) return '1';
  return falseWords.has(value) ? '0' : undefined;
}

/**
 * Families of predicates that make no sense for a type. The server drops some of them, so that everything comes back,
 * and fails at others (notes 4).
 */
const senseless: Readonly<Record<AttributeType, readonly PredicateFamily[]>> = {
  boolean: ['order', 'text', 'presence'],
  id: ['text', 'yesNo', 'presence'],
  number: ['text', 'yesNo', 'presence'],
  text: ['yesNo'],
  time: ['text', 'yesNo', 'presence'],
};

const called: Readonly<Record<AttributeType, string>> = {
  boolean: 'a yes/no',
  id: 'an id',
  number: 'a number',
  text: 'a text',
  time: 'a time',
};

const instead: Readonly<Record<AttributeType, string>> = {
  boolean: '_true or _false',
  id: '_eq or _in',
  number: '_eq, _gteq and _lteq',
  text: '_eq or _cont',
  time: '_gteq and _lt',
};

/** What is wrong with asking an attribute of the condition in this way, or `undefined`. */
export function checkPredicate({ attributes, predicate }: ParsedCondition, typeOf: TypeOf): string | undefined {
  const family = familyOf(predicate);
  for (const attribute of attributes) {
    const type = typeOf(attribute);
    if (type === undefined || !senseless[type].includes(family)) continue;
    if (family === 'presence') return 'matches nothing on what is no text; use _null or _not_null';
    const compares = { order: 'compares by order', text: 'compares texts', yesNo: 'is for yes/no' }[
      family as 'order' | 'text' | 'yesNo'
    ];
    return `_${predicate} ${compares}, and this is ${called[type]}: use ${instead[type]}`;
  }
  return undefined;
}

/** What is wrong with a value for a condition, or `undefined`. */
export function checkScalar(
  condition: ParsedCondition,
  value: unknown,
  typeOf: TypeOf = guessType,
): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return 'takes a text, a number or a boolean';
  const text = String(value).trim();
  if (text === '') return 'a blank value would be no filter at all; use _null or _blank to find empty ones';
  const wrong = checkPredicate(condition, typeOf);
  if (wrong !== undefined) return wrong;
  return condition.attributes
    .map((attribute) => checkOfType(typeOf(attribute), text))
    .find((issue) => issue !== undefined);
}

function checkOfType(type: AttributeType | undefined, text: string): string | undefined {
  switch (type) {
    case 'id':
      return /^\d+$/.test(text) ? undefined : `compares ids, which are whole numbers, not "${text}"`;
    case 'number':
      return /^-?\d+$/.test(text) ? undefined : `compares whole numbers, not "${text}"`;
    case 'boolean':
      return toYesNo(text) === undefined ? `takes true or false, not "${text}"` : undefined;
    case 'time':
      return isCalendarDate(text) || isMoment(text)
        ? undefined
        : `compares times: write YYYY-MM-DD or an ISO 8601 time such as 2026-11-24T08:00:00Z, not "${text}"`;
    default:
      return undefined;
  }
}

/**
 * A value as it is sent. The server trims single values at the top only (notes 4), and drops what it then cannot read,
 * so all but texts are trimmed here.
 */
export function writeScalar({ attributes }: ParsedCondition, value: unknown, typeOf: TypeOf): string {
  const isText = attributes.every((attribute) => typeOf(attribute) === 'text');
  return isText ? String(value) : String(value).trim();
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
