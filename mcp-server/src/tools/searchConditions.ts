import {
  combineQueries,
  findFilter,
  getKind,
  isBossDeskError,
  type KindName,
  type RansackQuery,
} from 'bossdesk-client';
import type * as z from 'zod';
import { describeName, nameArgument } from './arguments.js';
import { wordInputError } from './inputError.js';
import { type ToolArguments, ToolError } from './tool.js';

/** A filter of its own: what its argument is and which Ransack condition it becomes. */
export interface Filter {
  readonly schema: z.ZodType<FilterValue, FilterValue>;
  readonly toCondition: (value: FilterValue) => RansackQuery;
}

type FilterValue = string | boolean;

/** `priority_id_eq` of the record named, `status_eq` of a value; what else the words may mean is core's to know. */
export function namedFilter(kind: KindName, attribute: string): Filter {
  const { references, nullable = false, values = [], allBut = {} } = findFilter(kind, attribute) ?? {};
  if (references === undefined && values.length === 0) throw new Error(`${kind} has no names for ${attribute}`);
  const description =
    references === undefined
      ? [...values, ...Object.keys(allBut)].join(', ')
      : describeName(references as KindName, nullable);
  return { schema: nameArgument(description), toCondition: (value) => ({ [`${attribute}_eq`]: value }) };
}

/** A condition and the argument that it came from. */
export interface Condition {
  readonly argument: string;
  readonly query: RansackQuery;
}

export function readConditions(
  kind: KindName,
  filters: readonly (Filter & { readonly argument: string })[],
  args: ToolArguments,
): Condition[] {
  const { query } = args;
  const found = typeof query === 'string' ? getKind(kind).search?.(query.trim()) : undefined;
  return [
    ...(found === undefined ? [] : [{ argument: 'query', query: found }]),
    ...filters.flatMap(({ argument, toCondition }) => {
      const value = args[argument];
      return typeof value === 'string' || typeof value === 'boolean' ? [{ argument, query: toCondition(value) }] : [];
    }),
  ];
}

/** All conditions at once. */
export function toRansack(
  conditions: readonly Condition[],
  { filters, sort }: ToolArguments,
): RansackQuery | undefined {
  const free = (filters ?? {}) as RansackQuery;
  if ('s' in free || 'sorts' in free) throw new ToolError('filters: holds a sort. Use the argument sort for it.');
  const isGroup = 'm' in free || 'g' in free;
  const taken = new Set(conditions.flatMap(({ query }) => Object.keys(query).filter((key) => key !== 'g')));
  const twice = isGroup ? undefined : Object.keys(free).find((key) => taken.has(key));
  if (twice !== undefined)
    throw new ToolError(`filters: ${twice} is asked for by an argument of its own too. Give it once.`);
  const own = conditions.map(({ query }) => query).reduce(combineQueries, {});
  const q = combineQueries(combineQueries(own, free), typeof sort === 'string' ? { s: sort.trim() } : {});
  return Object.keys(q).length === 0 ? undefined : q;
}

/** The argument that a condition came from. What is wrong with all conditions together, as their length, is called `q`. */
export function nameArgumentOf(name: string, tool: string, conditions: readonly Condition[]): string {
  if (name === 'q') return tool;
  return conditions.find(({ query }) => holds(query, name))?.argument ?? `filters.${name}`;
}

/**
 * Says which argument an ignored or refused condition came from.
 *
 * @param givenOf the condition that was given, of one that was sent.
 */
export function wordFilterError(
  error: unknown,
  argumentOf: (name: string) => string,
  givenOf: (name: string) => string,
): unknown {
  if (isBossDeskError(error, 'FilterIgnoredError')) {
    return new ToolError(
      `${argumentOf(error.filter)}: BOSSDesk ignored the filter ${givenOf(error.filter)}, so the list would not be what was asked for. ${error.hint ?? ''}`.trim(),
      [error.message],
    );
  }
  if (isBossDeskError(error, 'SortIgnoredError')) {
    return new ToolError(
      `sort: BOSSDesk ignored the sort ${error.sort}, so the order would not be what was asked for. ${error.hint ?? ''}`.trim(),
      [error.message],
    );
  }
  return wordInputError(error, argumentOf);
}

const holds = (query: RansackQuery, name: string): boolean =>
  name in query || Object.values(query.g ?? {}).some((group: RansackQuery) => holds(group, name));
