import {
  isBossDeskError,
  isMoment,
  isCalendarDate,
  type OperationId,
  type RansackQuery,
  type Slice,
  toUtc,
} from 'bossdesk-client';
import * as z from 'zod';
import { resolveAll } from '../names/errors.js';
import type { Nameable } from '../names/resolver.js';
import { buildReply, roomForData, type ToolReply } from '../render/reply.js';
import { type Column, renderTable } from '../render/table.js';
import type { Toolset } from '../toolsets.js';
import { describeName, nameArgument, NONE } from './arguments.js';
import { type Tool, type ToolArguments, type ToolContext, ToolError } from './tool.js';

/** A filter of its own: what its argument is and which Ransack condition it becomes. */
export interface Filter {
  readonly schema: z.ZodType<string, string>;
  readonly toCondition: (context: ToolContext, argument: string, value: string) => Promise<RansackQuery>;
}

/** `status_eq` of the text as given. */
export function textFilter(condition: string, description: string): Filter {
  return {
    schema: z.string().meta({ description, emptyMeansAbsent: true }),
    toCondition: (_, __, value) => Promise.resolve({ [condition]: value }),
  };
}

/** `priority_id_eq` of the record named; where a ticket can lack one, `none` finds those without. */
export function nameFilter(attribute: string, reference: Nameable, { orNone = false } = {}): Filter {
  return {
    schema: nameArgument(describeName(reference, orNone)),
    async toCondition({ names }, argument, value) {
      if (orNone && value === NONE) return { [`${attribute}_null`]: true };
      return { [`${attribute}_eq`]: (await names.resolve(reference, { argument, value })).id };
    },
  };
}

/** `updated_at_gteq` of a day or a time. */
export function sinceFilter(attribute: string): Filter {
  return {
    schema: z
      .string()
      .refine((text) => isCalendarDate(text) || isMoment(text), 'takes YYYY-MM-DD or an ISO 8601 time')
      .meta({ description: 'YYYY-MM-DD or ISO 8601', emptyMeansAbsent: true }),
    toCondition: (_, __, value) => Promise.resolve({ [`${attribute}_gteq`]: toUtc(value) }),
  };
}

export const pageArguments = {
  page: z.int().min(1).default(1).meta({ description: 'From 1' }),
  limit: z.int().min(1).max(100).default(25).meta({ description: 'Rows per page' }),
};

export const queryArgument = (where: string) =>
  z
    .string()
    .optional()
    .meta({ description: `Text in ${where}`, emptyMeansAbsent: true });

interface SearchToolSpec<Row> {
  readonly name: string;
  readonly toolset: Toolset;
  readonly operation: OperationId;
  readonly description: string;
  /** What the rows are: `tickets`. */
  readonly noun: string;
  readonly queryIn: string;
  /** What `query` asks for. */
  readonly toQuery: (text: string) => RansackQuery;
  readonly filters?: Readonly<Record<string, Filter>>;
  readonly slice: (context: ToolContext, q: RansackQuery | undefined, range: PageRange) => Promise<Slice<Row>>;
  readonly columns: readonly Column<Row>[];
}

export interface PageRange {
  readonly offset: number;
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** A tool that lists records by conditions, as compact rows. */
export function searchTool<Row>(spec: SearchToolSpec<Row>): Tool {
  const filters = spec.filters ?? {};
  return {
    name: spec.name,
    toolset: spec.toolset,
    title: `Search ${spec.noun}`,
    description: spec.description,
    operations: [spec.operation],
    input: z.object({
      query: queryArgument(spec.queryIn),
      ...Object.fromEntries(Object.entries(filters).map(([name, { schema }]) => [name, schema.optional()])),
      filters: z
        .record(z.string(), z.unknown())
        .optional()
        .meta({ description: 'Ransack conditions, e.g. {"created_at_gteq":"2026-01-31"}' }),
      sort: z
        .string()
        .regex(/^\s*[a-z]\w*(?:\s+(?:asc|desc))?\s*$/i, 'takes "attribute" or "attribute desc"')
        .optional()
        .meta({ description: 'e.g. id desc', emptyMeansAbsent: true }),
      ...pageArguments,
    }),
    async run(context, args) {
      const conditions = await readConditions(context, spec, filters, args);
      const { page, limit } = args as { page: number; limit: number };
      const q = toRansack(conditions, args);
      try {
        const slice = await spec.slice(context, q, { offset: (page - 1) * limit, limit, signal: context.signal });
        return replyWithRows(spec, slice, page, limit);
      } catch (error) {
        throw nameFilterArgument(error, spec.name, conditions);
      }
    },
  };
}

/** A condition and the argument that it came from. */
interface Condition {
  readonly argument: string;
  readonly query: RansackQuery;
}

async function readConditions<Row>(
  context: ToolContext,
  spec: SearchToolSpec<Row>,
  filters: Readonly<Record<string, Filter>>,
  args: ToolArguments,
): Promise<Condition[]> {
  const own = Object.entries(filters).flatMap(([argument, filter]) => {
    const value = args[argument];
    return typeof value === 'string' ? [{ argument, filter, value }] : [];
  });
  const named = await resolveAll(
    own.map(async ({ argument, filter, value }) => ({
      argument,
      query: await filter.toCondition(context, argument, value),
    })),
  );
  return typeof args['query'] === 'string'
    ? [{ argument: 'query', query: spec.toQuery(args['query']) }, ...named]
    : named;
}

/** All conditions at once. Free ones with their own `m` or `g` stay a group, so that an "or" in them widens nothing else. */
function toRansack(conditions: readonly Condition[], { filters, sort }: ToolArguments): RansackQuery | undefined {
  const free = (filters ?? {}) as RansackQuery;
  if ('s' in free || 'sorts' in free) throw new ToolError('filters: holds a sort. Use the argument sort for it.');
  const isGroup = 'm' in free || 'g' in free;
  const taken = new Set(conditions.flatMap(({ query }) => Object.keys(query).filter((key) => key !== 'g')));
  const twice = isGroup ? undefined : Object.keys(free).find((key) => taken.has(key));
  if (twice !== undefined)
    throw new ToolError(`filters: ${twice} is asked for by an argument of its own too. Give it once.`);
  const groups = [...conditions.flatMap(({ query }) => query.g ?? []), ...(isGroup ? [free] : [])];
  const q: RansackQuery = {
    ...Object.fromEntries(conditions.flatMap(({ query }) => Object.entries(query).filter(([key]) => key !== 'g'))),
    ...(isGroup ? {} : free),
    ...(groups.length === 0 ? {} : { g: groups }),
    ...(typeof sort === 'string' ? { s: sort.trim() } : {}),
  };
  return Object.keys(q).length === 0 ? undefined : q;
}

/** Says which argument an ignored or refused condition came from. */
function nameFilterArgument(error: unknown, tool: string, conditions: readonly Condition[]): unknown {
  // What is wrong with all conditions together, as their length, is called `q`.
  const argumentOf = (name: string) =>
    name === 'q' ? tool : (conditions.find(({ query }) => name in query)?.argument ?? `filters.${name}`);
  if (isBossDeskError(error, 'FilterIgnoredError')) {
    return new ToolError(
      `${argumentOf(error.filter)}: BOSSDesk ignored the filter ${error.filter}, so the list would not be what was asked for. ${error.hint ?? ''}`.trim(),
      [error.message],
    );
  }
  if (isBossDeskError(error, 'InvalidInputError')) {
    return new ToolError(`${error.issues.map(({ field, message }) => `${argumentOf(field)}: ${message}`).join('; ')}.`);
  }
  return error;
}

interface Rows<Row> {
  readonly noun: string;
  readonly columns: readonly Column<Row>[];
}

/** One page of rows, and how to get the next. */
export function replyWithRows<Row>(
  { noun, columns }: Rows<Row>,
  { rows, more }: Slice<Row>,
  page: number,
  limit: number,
): ToolReply {
  if (rows.length === 0) return buildReply({ head: page === 1 ? `No ${noun} found.` : `No ${noun} on page ${page}.` });
  const first = (page - 1) * limit + 1;
  const range = `${noun} ${first} to ${first + rows.length - 1}`;
  const head = `${range.charAt(0).toUpperCase()}${range.slice(1)}${more ? `; page ${page + 1} has more` : ', no more after these'}.`;
  return buildReply({ head, data: renderTable(columns, rows, roomForData({ head })) });
}
