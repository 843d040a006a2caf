import { isRecord, type Row } from '../values/json.js';
import type { CheckedCondition, ConditionGroup } from './conditions.js';
import { toYesNo } from './values.js';

/** What a row shows about a filter. `unknown`: the row lacks the attribute, or only the server can tell. */
export type Verdict = 'holds' | 'contradicts' | 'unknown';

/**
 * Judges a row by a group of conditions, as far as the row shows their attributes. It is lenient where databases
 * differ (letter case, accents, the zone of a time without one): `contradicts` means that no database would
 * answer this row.
 */
export function judgeGroup(row: Row, { combinator, conditions, groups }: ConditionGroup): Verdict {
  const own = judgeAll(combinator, conditions, (condition) => judgeCondition(row, condition));
  if (groups.length === 0) return own;
  const nested = judgeAll(combinator, groups, (group) => judgeGroup(row, group));
  return conditions.length === 0 ? nested : judgeAll(combinator, [own, nested], (verdict) => verdict);
}

export function judgeCondition(row: Row, condition: CheckedCondition): Verdict {
  return judgeAll(condition.combinator, condition.attributes, (attribute) => {
    const shown = readAttribute(row, attribute);
    return shown === undefined ? 'unknown' : judgeValue(shown.value, condition);
  });
}

/** Nothing to judge holds. */
function judgeAll<T>(combinator: 'and' | 'or', parts: readonly T[], judge: (part: T) => Verdict): Verdict {
  const decisive: Verdict = combinator === 'and' ? 'contradicts' : 'holds';
  const other: Verdict = combinator === 'and' ? 'holds' : 'contradicts';
  let isOpen = false;
  for (const part of parts) {
    const verdict = judge(part);
    if (verdict === decisive) return decisive;
    isOpen ||= verdict === 'unknown';
  }
  if (parts.length === 0) return 'holds';
  return isOpen ? 'unknown' : other;
}

/**
 * The value of a filter attribute in a row: `status` is a field, `type_id` and `group_name` are looked up in the
 * record that the row nests. A list (tags, users) shows no single value.
 */
export function readAttribute(row: Row, attribute: string): { readonly value: unknown } | undefined {
  if (Object.hasOwn(row, attribute)) return scalarOnly(row[attribute]);
  for (let cut = attribute.indexOf('_'); cut > 0; cut = attribute.indexOf('_', cut + 1)) {
    const nested = row[attribute.slice(0, cut)];
    // `inventory_updated_at` is the CI's own (doc L408), so an empty `inventory` says nothing about it.
    if (nested === null) return /_(at|on)$/.test(attribute) ? undefined : { value: null };
    if (isRecord(nested)) return readAttribute(nested, attribute.slice(cut + 1));
  }
  return undefined;
}

function scalarOnly(value: unknown): { readonly value: unknown } | undefined {
  return typeof value === 'object' && value !== null ? undefined : { value };
}

function judgeValue(shown: unknown, { predicate, compound, value }: CheckedCondition): Verdict {
  if (typeof value === 'string') return toVerdict(compare(shown, predicate, value));
  const isAny = predicate === 'in' || (predicate !== 'not_in' && compound !== 'all');
  return judgeAll(isAny ? 'or' : 'and', value, (one) => toVerdict(compare(shown, predicate, one)));
}

function toVerdict(holds: boolean | undefined): Verdict {
  return holds === undefined ? 'unknown' : holds ? 'holds' : 'contradicts';
}

type Comparison = (shown: unknown, wanted: string) => boolean | undefined;

function compare(shown: unknown, predicate: CheckedCondition['predicate'], wanted: string): boolean | undefined {
  return comparisons[predicate](shown, wanted);
}

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** One spelling for what some databases take as equal. */
export function foldText(value: unknown): string {
  const given = text(value);
  // Every row is folded, and most hold nothing but plain letters.
  if (/^[\x20-\x7e]*$/.test(given)) return given.toLowerCase().trim();
  return given
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .trim();
}

const onText =
  (test: (shown: string, wanted: string) => boolean): Comparison =>
  (shown, wanted) =>
    shown !== null && test(foldText(shown), foldText(wanted));

/** A negated text comparison contradicts only when it is broken letter for letter. */
const notOnText =
  (test: (shown: string, wanted: string) => boolean): Comparison =>
  (shown, wanted) =>
    shown === null || !test(text(shown), wanted);

const onOrder =
  (test: (difference: number, slack: number) => boolean): Comparison =>
  (shown, wanted) => {
    if (shown === null) return false;
    const order = difference(shown, wanted);
    return order === undefined ? undefined : test(order.value, order.slack);
  };

const DAY_MS = 86_400_000;

/** How far `shown` is above `wanted`, and how much of it may be a matter of reading; undefined for texts. */
function difference(shown: unknown, wanted: string): { value: number; slack: number } | undefined {
  if (typeof shown === 'number') return { value: shown - Number(wanted), slack: 0 };
  if (typeof shown !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(shown)) return undefined;
  const time = Date.parse(shown);
  const limit = Date.parse(wanted.trim().replace(' ', 'T'));
  if (Number.isNaN(time) || Number.isNaN(limit)) return undefined;
  // Without a zone the server reads the account's, which is up to 14 hours away; rows show whole milliseconds.
  return { value: time - limit, slack: hasZone(wanted) && hasZone(shown) ? 1 : DAY_MS };
}

const hasZone = (time: string) => /:.*(?:z|[+-]\d{2}:?\d{2})$/i.test(time.trim());

const equals: Comparison = (shown, wanted) => {
  if (shown === null) return false;
  if (typeof shown === 'boolean') return compareBooleans(shown, wanted, true);
  const order = difference(shown, wanted);
  return order === undefined ? foldText(shown) === foldText(wanted) : Math.abs(order.value) <= order.slack;
};

/** SQL's != leaves rows without a value out, ORMs may put them in: only equal rows contradict. */
const differs: Comparison = (shown, wanted) =>
  shown === null || (typeof shown === 'boolean' ? compareBooleans(shown, wanted, false) : text(shown) !== wanted);

/** The server drops a word that is no boolean (notes 4), so then any row is there in spite of the filter. */
function compareBooleans(shown: boolean, wanted: string, areEqual: boolean): boolean {
  const yesOrNo = toYesNo(wanted.trim());
  return yesOrNo !== undefined && (shown === (yesOrNo === '1')) === areEqual;
}

/** SQL's LIKE; how a backslash escapes differs between databases, so such patterns are left to the server. */
const like = (shown: string, pattern: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    'su',
  ).test(shown);

/** As written and in one spelling: `_` stands for one letter, and folding can make two of one. */
const isLike: Comparison = (shown, wanted) =>
  shown !== null && (like(text(shown).toLowerCase(), wanted.toLowerCase()) || onText(like)(shown, wanted));

/** `0` turns a yes/no predicate round (notes 1). */
const yesNo =
  (test: (shown: unknown) => boolean): Comparison =>
  (shown, wanted) =>
    test(shown) === (wanted === '1');

/** Whether spaces alone are blank differs between databases. */
const unlessSpaces =
  (compareOthers: Comparison): Comparison =>
  (shown, wanted) =>
    typeof shown === 'string' && /^\s+$/.test(shown) ? undefined : compareOthers(shown, wanted);

const isBlank = (shown: unknown) => shown === null || shown === '';

const comparisons: Readonly<Record<CheckedCondition['predicate'], Comparison>> = {
  eq: equals,
  in: equals,
  not_eq: differs,
  not_in: differs,
  matches: (shown, wanted) => (wanted.includes('\\') ? undefined : isLike(shown, wanted)),
  does_not_match: (shown, wanted) => (wanted.includes('\\') ? undefined : notOnText(like)(shown, wanted)),
  lt: onOrder((value, slack) => value < slack),
  lteq: onOrder((value, slack) => value <= slack),
  gt: onOrder((value, slack) => value > -slack),
  gteq: onOrder((value, slack) => value >= -slack),
  cont: onText((shown, wanted) => shown.includes(wanted)),
  i_cont: onText((shown, wanted) => shown.includes(wanted)),
  not_cont: notOnText((shown, wanted) => shown.includes(wanted)),
  not_i_cont: notOnText((shown, wanted) => shown.includes(wanted)),
  start: onText((shown, wanted) => shown.startsWith(wanted)),
  not_start: notOnText((shown, wanted) => shown.startsWith(wanted)),
  end: onText((shown, wanted) => shown.endsWith(wanted)),
  not_end: notOnText((shown, wanted) => shown.endsWith(wanted)),
  true: yesNo((shown) => shown === true),
  not_true: yesNo((shown) => shown !== true),
  false: yesNo((shown) => shown === false),
  not_false: yesNo((shown) => shown !== false),
  present: unlessSpaces(yesNo((shown) => !isBlank(shown))),
  blank: unlessSpaces(yesNo(isBlank)),
  null: yesNo((shown) => shown === null),
  not_null: yesNo((shown) => shown !== null),
};
