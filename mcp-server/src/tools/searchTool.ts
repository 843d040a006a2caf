import {
  combineQueries,
  findFilter,
  getKind,
  getOperation,
  isBossDeskError,
  type KindName,
  type OperationId,
  type RansackQuery,
  type Slice,
} from 'bossdesk-client';
import * as z from 'zod';
import { addAskedColumns } from '../render/askedColumns.js';
import { showRemarks } from '../render/listRemarks.js';
import { addLine, buildReply, roomForData, type ToolReply } from '../render/reply.js';
import { type Column, renderTable } from '../render/table.js';
import type { Toolset } from '../toolsets.js';
import { describeName, nameArgument } from './arguments.js';
import { listBranches } from './branches.js';
import { requireRecords } from './answers.js';
import { wordInputError } from './inputError.js';
import { describeFilters, describeSorts } from './listAttributes.js';
import { resolveNames } from './resolveArguments.js';
import { type Tool, type ToolArguments, ToolError } from './tool.js';

/** A filter of its own: what its argument is and which Ransack condition it becomes. */
export interface Filter {
  readonly schema: z.ZodType<string, string>;
  readonly toCondition: (value: string) => RansackQuery;
}

/** `priority_id_eq` of the record named, `status_eq` of a value; what else the words may mean is core's to know. */
function namedFilter(kind: KindName, attribute: string): Filter {
  const { references, nullable = false, values = [], allBut = {} } = findFilter(kind, attribute) ?? {};
  if (references === undefined && values.length === 0) throw new Error(`${kind} has no names for ${attribute}`);
  const description =
    references === undefined
      ? [...values, ...Object.keys(allBut)].join(', ')
      : describeName(references as KindName, nullable);
  return { schema: nameArgument(description), toCondition: (value) => ({ [`${attribute}_eq`]: value }) };
}

export const pageArguments = {
  page: z.int().min(1).default(1).meta({ description: 'From 1' }),
  limit: z.int().min(1).max(100).default(25).meta({ description: 'Rows per page' }),
};

export const queryArgument = (where: string) =>
  z
    .string()
    .optional()
    .meta({ description: `Text in ${where}` });

interface SearchToolSpec<Row> {
  readonly name: string;
  readonly toolset: Toolset;
  readonly operation: OperationId;
  readonly description: string;
  readonly queryIn: string;
  /** By argument: the attribute that a name or a known value is compared with, or a filter of its own. */
  readonly filters?: Readonly<Record<string, string | Filter>>;
  readonly columns: readonly Column<Row>[];
}

/** A tool that lists records by conditions, as compact rows. */
export function searchTool<Row>(spec: SearchToolSpec<Row>): Tool {
  const { kind } = getOperation(spec.operation);
  const { plural } = getKind(kind);
  const filters = Object.entries(spec.filters ?? {}).map(([argument, filter]) => ({
    argument,
    ...(typeof filter === 'string' ? namedFilter(kind, filter) : filter),
  }));
  return {
    name: spec.name,
    toolset: spec.toolset,
    title: `Search ${plural}`,
    description: spec.description,
    operations: [spec.operation],
    input: z.object({
      query: queryArgument(spec.queryIn),
      ...Object.fromEntries(filters.map(({ argument, schema }) => [argument, schema.optional()])),
      filters: z
        .record(z.string(), z.unknown())
        .optional()
        .meta({ description: describeFilters(kind), such: 'created_at_gteq' }),
      sort: z
        .string()
        .regex(/^\s*[a-z]\w*(?:\s+(?:asc|desc))?\s*$/i, 'takes "attribute" or "attribute desc"')
        .optional()
        .meta({ description: describeSorts(kind) }),
      ...pageArguments,
    }),
    async run(context, args) {
      const conditions = readConditions(kind, filters, args);
      const { page, limit } = args as { page: number; limit: number };
      const ownArgumentOf = (name: string) => nameArgumentOf(name, spec.name, conditions);
      const q = toRansack(conditions, args);
      const given = q === undefined ? {} : { q };
      const { input, resolved, standsFor } = await resolveNames(context, spec.operation, given, ownArgumentOf);
      const givenOf = (name: string) => standsFor[name] ?? name;
      const argumentOf = (name: string) => ownArgumentOf(givenOf(name));
      try {
        const range = { offset: (page - 1) * limit, limit, signal: context.signal };
        const slice = await context.client.slice(spec.operation, input, range);
        requireRecords(`Could not list ${plural}`, slice.rows);
        // A text that was looked for in several attributes stands in one of them.
        const compared =
          toRansack(
            conditions.filter(({ argument }) => argument !== 'query'),
            args,
          ) ?? {};
        const asked = addAskedColumns(kind, compared, spec.columns, slice.rows);
        // The columns are those of the operation's rows.
        const rows = slice.rows as Row[];
        const reply = replyWithRows({ noun: plural, ...asked }, { ...slice, rows }, page, limit);
        return listBranches(resolved, ownArgumentOf).reduce(addLine, reply);
      } catch (error) {
        throw wordFilterError(error, argumentOf, givenOf);
      }
    },
  };
}

/** A condition and the argument that it came from. */
interface Condition {
  readonly argument: string;
  readonly query: RansackQuery;
}

function readConditions(
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
      return typeof value === 'string' ? [{ argument, query: toCondition(value) }] : [];
    }),
  ];
}

/** All conditions at once. */
function toRansack(conditions: readonly Condition[], { filters, sort }: ToolArguments): RansackQuery | undefined {
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
function nameArgumentOf(name: string, tool: string, conditions: readonly Condition[]): string {
  if (name === 'q') return tool;
  return conditions.find(({ query }) => name in query)?.argument ?? `filters.${name}`;
}

/**
 * Says which argument an ignored or refused condition came from.
 *
 * @param givenOf the condition that was given, of one that was sent.
 */
function wordFilterError(
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

interface Rows<Row> {
  readonly noun: string;
  readonly columns: readonly Column<Row>[];
  /** What the list was filtered or sorted by and its rows do not show. */
  readonly hidden?: readonly string[];
}

/** One page of rows, and how to get the next. */
export function replyWithRows<Row>(
  { noun, columns, hidden }: Rows<Row>,
  { rows, more, remarks }: Slice<Row>,
  page: number,
  limit: number,
): ToolReply {
  if (rows.length === 0) {
    return buildReply({
      head: page === 1 ? `No ${noun} found.` : `No ${noun} on page ${page}.`,
      foot: showRemarks(remarks),
    });
  }
  const first = (page - 1) * limit + 1;
  const range = `${noun} ${first} to ${first + rows.length - 1}`;
  const head = `${range.charAt(0).toUpperCase()}${range.slice(1)}${more ? `; page ${page + 1} has more` : ', no more after these'}.`;
  const foot = showRemarks(remarks, hidden);
  return buildReply({ head, data: renderTable(columns, rows, roomForData({ head, foot })), foot });
}
