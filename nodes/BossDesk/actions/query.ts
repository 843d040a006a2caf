import { parseCondition, parseRawQuery } from 'bossdesk-client';
import type { IExecuteFunctions } from 'n8n-workflow';
import { isEmpty, toList } from './values.js';

type Query = Record<string, unknown>;

interface Condition {
  readonly field?: string;
  readonly predicate?: string;
  readonly value?: unknown;
}

/** Puts conditions, raw query and sorting of the panel together into one Ransack query; undefined when there is none. */
export function readQuery(context: IExecuteFunctions, itemIndex: number): Query | undefined {
  const { conditions } = context.getNodeParameter('filters', itemIndex, {}) as { conditions?: Condition[] };
  const rawQuery = context.getNodeParameter('rawQuery', itemIndex, '') as unknown;
  const sorts = readSorts(context, itemIndex);
  const filter = (conditions ?? []).map(toQuery).reduce(merge, {});
  const query = merge(isEmpty(rawQuery) ? {} : parseRawQuery(String(rawQuery)), filter);
  const sorted = sorts.length === 0 ? query : { ...query, s: sorts };
  return Object.keys(sorted).length === 0 ? undefined : sorted;
}

function toQuery({ field, predicate, value }: Condition): Query {
  const name = `${field ?? ''}_${predicate ?? ''}`;
  const takes = parseCondition(name)?.takes;
  if (takes === 'list') return { [name]: toList(value) };
  // "Is empty" needs no value.
  if (takes === 'boolean' && isEmpty(value)) return { [name]: true };
  return { [name]: value };
}

/** Both must hold. The same condition twice, or an `or` at the top, makes one of them a group (facts B1). */
function merge(query: Query, other: Query): Query {
  const collides = 'm' in query || 'm' in other || Object.keys(other).some((name) => name in query);
  if (!collides) return { ...query, ...other };
  if (Object.keys(query).length === 0) return other;
  if (Object.keys(other).length === 0) return query;
  const { s, ...conditions } = query;
  return { ...(s === undefined ? {} : { s }), g: [conditions, other] };
}

interface Sort {
  readonly field?: string;
  readonly direction?: string;
}

function readSorts(context: IExecuteFunctions, itemIndex: number): string[] {
  const sorts = context.getNodeParameter('options.sort.sorts', itemIndex, []) as Sort[];
  return sorts
    .filter(({ field }) => !isEmpty(field))
    .map(({ field, direction }) => `${field ?? ''} ${direction ?? 'asc'}`);
}
