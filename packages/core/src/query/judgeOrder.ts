import { isRecord, type Row } from '../values/json.js';
import { foldText, readAttribute } from './judgeRows.js';

/**
 * What rows show of a sort. `holds`: at least two values, in order. `equal`: no two values differ. `hidden`: some row
 * does not show the attribute. `unlike`: texts in another order than ours, as an account's language or a list of
 * statuses may have it. `contradicts`: no database would call this order.
 */
export type OrderVerdict = 'holds' | 'equal' | 'hidden' | 'unlike' | 'contradicts';

export interface JudgedSort {
  /** `updated_at desc` */
  readonly sort: string;
  readonly verdict: OrderVerdict;
  /** The row at which the order breaks, and the one before it. */
  readonly evidence?: readonly [Row, Row];
}

/** Judges rows by sorts, each of which counts where those before it leave a tie. */
export function judgeOrder(rows: readonly Row[], sorts: readonly string[]): JudgedSort[] {
  const judged: JudgedSort[] = [];
  let ties: readonly (readonly Row[])[] = [rows];
  for (const [index, sort] of sorts.entries()) {
    const [attribute = '', direction] = sort.split(' ');
    const found = ties.map((tied) => judgeValues(tied, attribute, direction === 'desc' ? -1 : 1));
    judged.push({ sort, ...worstOf(found) });
    if (index < sorts.length - 1) ties = ties.flatMap((tied) => splitTies(tied, attribute));
  }
  return judged;
}

type Judgement = Omit<JudgedSort, 'sort'>;

const byWeight: readonly OrderVerdict[] = ['contradicts', 'unlike', 'hidden', 'holds', 'equal'];

function worstOf(judgements: readonly Judgement[]): Judgement {
  for (const verdict of byWeight) {
    const found = judgements.find((one) => one.verdict === verdict);
    if (found !== undefined) return found;
  }
  return { verdict: 'equal' };
}

function judgeValues(rows: readonly Row[], attribute: string, sign: 1 | -1): Judgement {
  const shown = rows.flatMap((row) => {
    const value = readAttribute(row, attribute);
    return value === undefined ? [] : [{ row, value: value.value }];
  });
  if (shown.length < rows.length) return { verdict: 'hidden' };
  const [values, lacking] = [shown.filter(({ value }) => value !== null), shown.filter(({ value }) => value === null)];
  if (values.length > 0 && lacking.length > 0 && countRuns(shown.map(({ value }) => value === null)) > 2) {
    return breakAt(shown, (before, after) => (before.value === null) !== (after.value === null));
  }
  const differ = new Set(values.map(({ value }) => keyOf(value))).size + Math.sign(lacking.length) > 1;
  if (!differ) return { verdict: 'equal' };
  if (values.every(({ value }) => isText(value))) return judgeTexts(values, sign);
  return breakAt(values, (before, after) => sign * (numberOf(before.value) - numberOf(after.value)) > 0);
}

interface Shown {
  readonly row: Row;
  readonly value: unknown;
}

function breakAt(shown: readonly Shown[], isBroken: (before: Shown, after: Shown) => boolean): Judgement {
  for (const [index, after] of shown.entries()) {
    const before = shown[index - 1];
    if (before !== undefined && isBroken(before, after)) {
      return { verdict: 'contradicts', evidence: [before.row, after.row] };
    }
  }
  return { verdict: 'holds' };
}

/**
 * Equal texts stand together in every order by them. How different ones follow each other is up to the database: the
 * language of its order, or a list that a status is kept by.
 */
function judgeTexts(shown: readonly Shown[], sign: 1 | -1): Judgement {
  const seen = new Set<string>();
  const torn = breakAt(shown, (before, after) => {
    const [was, is] = [foldText(before.value), foldText(after.value)];
    seen.add(was);
    return was !== is && seen.has(is);
  });
  if (torn.verdict !== 'holds') return torn;
  const unlike = breakAt(shown, (before, after) =>
    spellings.every((spell) => sign * compareTexts(spell(before.value), spell(after.value)) > 0),
  );
  return unlike.verdict === 'holds' ? unlike : { ...unlike, verdict: 'unlike' };
}

/** As bytes, whatever the case, and whatever the case and punctuation: databases compare by one of these or the like. */
const spellings: readonly ((value: unknown) => string)[] = [
  (value) => String(value),
  foldText,
  (value) => foldText(value).replace(/[^\p{L}\p{N}]/gu, ''),
];

const compareTexts = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const isTime = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:[T ]|$)/.test(value);
const isText = (value: unknown): boolean => typeof value === 'string' && !isTime(value);
const numberOf = (value: unknown): number => (isTime(value) ? Date.parse(String(value)) : Number(value));
const keyOf = (value: unknown): string | number => (isText(value) ? foldText(value) : numberOf(value));

function countRuns(flags: readonly boolean[]): number {
  return flags.filter((flag, index) => index === 0 || flag !== flags[index - 1]).length;
}

/** Rows that surely tie: of times, rows show whole milliseconds only. */
function splitTies(rows: readonly Row[], attribute: string): Row[][] {
  const groups: Row[][] = [];
  let last: unknown;
  for (const row of rows) {
    const value = readAttribute(row, attribute)?.value;
    const ties = value !== undefined && !isTime(value) && !isRecord(value) && value === last;
    if (ties) groups.at(-1)?.push(row);
    else groups.push([row]);
    last = value;
  }
  return groups.filter((group) => group.length > 1);
}
