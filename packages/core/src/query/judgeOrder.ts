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
  const values: unknown[] = [];
  for (const row of rows) {
    const shown = readAttribute(row, attribute);
    if (shown === undefined) return { verdict: 'hidden' };
    values.push(shown.value);
  }
  const lacking = values.filter((value) => value === null).length;
  if (lacking > 0 && countRuns(values.map((value) => value === null)) > 2) {
    return breakAt({ rows, values }, (before, after) => (before === null) !== (after === null));
  }
  const shown = lacking === 0 ? { rows, values } : withoutNulls(rows, values);
  const differ = new Set(shown.values.map(keyOf)).size + Math.sign(lacking) > 1;
  if (!differ) return { verdict: 'equal' };
  if (shown.values.every(isText)) return judgeTexts(shown, sign);
  return breakAt(shown, (before, after) => sign * (numberOf(before) - numberOf(after)) > 0);
}

/** Rows, and what each of them shows of an attribute. */
interface Shown {
  readonly rows: readonly Row[];
  readonly values: readonly unknown[];
}

function withoutNulls(rows: readonly Row[], values: readonly unknown[]): Shown {
  const isGiven = (_: unknown, index: number) => values[index] !== null;
  return { rows: rows.filter(isGiven), values: values.filter(isGiven) };
}

function breakAt({ rows, values }: Shown, isBroken: (before: unknown, after: unknown) => boolean): Judgement {
  const at = values.findIndex((value, index) => index > 0 && isBroken(values[index - 1], value));
  const [before, after] = [rows[at - 1], rows[at]];
  if (before === undefined || after === undefined) return { verdict: 'holds' };
  return { verdict: 'contradicts', evidence: [before, after] };
}

/**
 * Equal texts stand together in every order by them. How different ones follow each other is up to the database: the
 * language of its order, or a list that a status is kept by.
 */
function judgeTexts(shown: Shown, sign: 1 | -1): Judgement {
  const seen = new Set<string>();
  const torn = breakAt(shown, (before, after) => {
    const [was, is] = [foldText(before), foldText(after)];
    seen.add(was);
    return was !== is && seen.has(is);
  });
  if (torn.verdict !== 'holds') return torn;
  const unlike = breakAt(shown, (before, after) =>
    spellings.every((spell) => sign * compareTexts(spell(before), spell(after)) > 0),
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
