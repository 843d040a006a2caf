import { findFilter, type KindName } from '../kinds/index.js';
import { isRecord } from '../values/json.js';
import { readList } from '../values/list.js';
import { bearsZone, isDayWord, isTime, readDay, type ReadClock, readTime, writtenDay } from '../values/times.js';
import type { RansackQuery } from './conditions.js';
import { type ParsedCondition, parseCondition, type PredicateName } from './predicates.js';

type Query = Readonly<Record<string, unknown>>;

export interface QueryWithTimes {
  readonly query: Query;
  /** The condition that was given, by the name of each that stands for it. */
  readonly renamed: Readonly<Record<string, string>>;
}

/**
 * Puts moments in UTC in place of the times that a query compares with. A day is a span of moments: `_lteq` a day
 * includes it, `_gt` begins after it, `_eq` is within it and `_not_eq` outside. What cannot be read as a time is left for
 * the check of the query to refuse.
 */
export async function readQueryTimes(kind: KindName, query: Query, readClock: ReadClock): Promise<QueryWithTimes> {
  const { g, m, ...conditions } = query;
  const renamed: Record<string, string> = {};
  // What is no list of groups is refused as it was given.
  if (g !== undefined && (typeof g !== 'object' || g === null)) return { query, renamed };
  const own: Record<string, unknown> = {};
  const groups: unknown[] = [];
  for (const [name, value] of Object.entries(conditions)) {
    const read = await readCondition(kind, name, value, readClock);
    for (const stand of read === undefined ? [] : namesIn(read)) renamed[stand] = name;
    const part = read ?? { [name]: value };
    // Of conditions that must all hold, two stand for one as well as a group of two does.
    const isPlain = !('g' in part || 'm' in part) && (m !== 'or' || Object.keys(part).length === 1);
    if (isPlain && !Object.keys(part).some((stand) => stand in own)) Object.assign(own, part);
    else {
      groups.push(part);
      // A group is called by nothing else, and one of the caller's own is not to be taken for it.
      if (read !== undefined && g === undefined) renamed['g'] ??= name;
    }
  }
  for (const group of Object.values(g ?? {}) as readonly unknown[]) {
    const read = isRecord(group) ? await readQueryTimes(kind, group, readClock) : undefined;
    groups.push(read?.query ?? group);
    Object.assign(renamed, read?.renamed);
  }
  return {
    query: { ...(m === undefined ? {} : { m }), ...own, ...(groups.length === 0 ? {} : { g: groups }) },
    renamed,
  };
}

function namesIn({ g = [], ...conditions }: RansackQuery): readonly string[] {
  return [...Object.keys(conditions).filter((name) => name !== 'm'), ...g.flatMap(namesIn)];
}

/** What stands for a condition on times; undefined for one that stays as it is. */
async function readCondition(
  kind: KindName,
  name: string,
  value: unknown,
  readClock: ReadClock,
): Promise<RansackQuery | undefined> {
  const condition = parseCondition(name);
  const type = condition === undefined ? undefined : typeOf(kind, condition);
  const texts = condition === undefined || type === undefined ? undefined : readTexts(condition, value);
  if (condition === undefined || texts === undefined) return undefined;
  const write = (values: readonly string[]) => ({ [name]: condition.takes === 'list' ? values : (values[0] ?? '') });
  if (type === 'day') {
    return write(
      await Promise.all(
        texts.map(async (text) => (isDayWord(text) ? readDay(text, await readClock()) : writtenDay(text))),
      ),
    );
  }
  const spans = await Promise.all(texts.map((text) => readSpan(text, readClock)));
  return spans.some(({ end }) => end !== undefined) ? expand(condition, spans) : write(spans.map(({ start }) => start));
}

const comparing = new Set<PredicateName>(['eq', 'not_eq', 'in', 'not_in', 'lt', 'lteq', 'gt', 'gteq']);

/** What a condition compares: moments, or days, as columns called `…_on` are by Rails' habit. Of a mixture, neither. */
function typeOf(kind: KindName, { attributes, predicate }: ParsedCondition): 'time' | 'day' | undefined {
  if (!comparing.has(predicate)) return undefined;
  const types = attributes.map((attribute) => {
    const known = findFilter(kind, attribute)?.type;
    if (known !== undefined) return known === 'time' ? 'time' : undefined;
    if (attribute.endsWith('_at')) return 'time';
    return attribute.endsWith('_on') ? 'day' : undefined;
  });
  const [type, ...others] = types;
  return others.every((other) => other === type) ? type : undefined;
}

/** The times that are given; undefined where one of them is none, or the condition cannot take as many. */
function readTexts({ takes }: ParsedCondition, value: unknown): readonly string[] | undefined {
  const values = Array.isArray(value) ? (value as readonly unknown[]) : takes === 'list' ? readList(value) : [value];
  if (takes === 'scalar' && Array.isArray(value)) return undefined;
  const texts = values.filter((one): one is string => typeof one === 'string' && isTime(one));
  return texts.length > 0 && texts.length === values.length ? texts : undefined;
}

/** A span in ISO 8601; one moment where there is no end. */
interface Span {
  readonly start: string;
  readonly end?: string;
}

async function readSpan(text: string, readClock: ReadClock): Promise<Span> {
  if (bearsZone(text)) return { start: text.trim() };
  const { start, end } = readTime(text, await readClock());
  return { start: toIso(start), ...(end === undefined ? {} : { end: toIso(end) }) };
}

const toIso = (moment: number): string => new Date(moment).toISOString();

/** Which of two ends of a day decides. */
const borders: Partial<Record<PredicateName, readonly [predicate: PredicateName, border: 'start' | 'end']>> = {
  lt: ['lt', 'start'],
  lteq: ['lt', 'end'],
  gt: ['gteq', 'end'],
  gteq: ['gteq', 'start'],
};

/** Comparisons with days, as comparisons with their first moments and those after them. */
function expand(
  { attributes, combinator, predicate, compound }: ParsedCondition,
  spans: readonly Span[],
): RansackQuery {
  const single = predicate === 'in' ? 'eq' : predicate === 'not_in' ? 'not_eq' : predicate;
  const perSpan = spans.map((span) =>
    join(
      combinator,
      // Within a day is true of an attribute by itself, so that each is asked for both ends.
      (single === 'eq' || single === 'not_eq' ? attributes : [attributes.join(`_${combinator}_`)]).map((attribute) =>
        compareWith(attribute, single, span),
      ),
    ),
  );
  return join(predicate === 'not_in' || compound === 'all' ? 'and' : 'or', perSpan);
}

function compareWith(attribute: string, predicate: PredicateName, { start, end }: Span): RansackQuery {
  if (end === undefined) return { [`${attribute}_${predicate}`]: start };
  if (predicate === 'eq') return { [`${attribute}_gteq`]: start, [`${attribute}_lt`]: end };
  if (predicate === 'not_eq') return { m: 'or', [`${attribute}_lt`]: start, [`${attribute}_gteq`]: end };
  const [bounded, border] = borders[predicate] ?? [predicate, 'start'];
  return { [`${attribute}_${bounded}`]: border === 'start' ? start : end };
}

function join(combinator: 'and' | 'or', queries: readonly RansackQuery[]): RansackQuery {
  const [only, ...others] = queries;
  return only !== undefined && others.length === 0 ? only : { m: combinator, g: queries };
}
