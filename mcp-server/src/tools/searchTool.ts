import { getKind, getOperation, listGroupings, type OperationId, type RansackQuery, type Slice } from 'bossdesk-client';
import * as z from 'zod';
import { addAskedColumns } from '../render/askedColumns.js';
import { replyWithCount } from '../render/counts.js';
import { showRemarks } from '../render/listRemarks.js';
import { addLine, buildReply, roomForData, type ToolReply } from '../render/reply.js';
import { type Column, renderTable } from '../render/table.js';
import type { Toolset } from '../toolsets.js';
import { listBranches } from './branches.js';
import { requireRecords } from './answers.js';
import { countRecords } from './counting.js';
import { describeFilters, describeSorts } from './listAttributes.js';
import { resolveNames } from './resolveArguments.js';
import {
  type Filter,
  namedFilter,
  nameArgumentOf,
  readConditions,
  toRansack,
  wordFilterError,
} from './searchConditions.js';
import type { Tool } from './tool.js';

/** Counts records without telling them apart. */
const TOTAL = 'total';

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
  /** Where the name of the kind does not tell it from others. */
  readonly title?: string;
  readonly description: string;
  readonly queryIn: string;
  /** By argument: the attribute that a name or a known value is compared with, or a filter of its own. */
  readonly filters?: Readonly<Record<string, string | Filter>>;
  readonly columns: readonly Column<Row>[];
}

/** A tool that lists records by conditions, as compact rows. */
export function searchTool<Row>(spec: SearchToolSpec<Row>): Tool {
  const { kind } = getOperation(spec.operation);
  const { noun, plural } = getKind(kind);
  const filters = Object.entries(spec.filters ?? {}).map(([argument, filter]) => ({
    argument,
    ...(typeof filter === 'string' ? namedFilter(kind, filter) : filter),
  }));
  return {
    name: spec.name,
    toolset: spec.toolset,
    title: spec.title ?? `Search ${plural}`,
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
      count_by: z
        .enum([TOTAL, ...listGroupings(kind)])
        .optional()
        .meta({ description: 'Numbers in place of rows' }),
      ...pageArguments,
    }),
    async run(context, args) {
      const conditions = readConditions(kind, filters, args);
      const { page, limit } = args as { page: number; limit: number };
      const ownArgumentOf = (name: string) => nameArgumentOf(name, spec.name, conditions);
      const q = toRansack(conditions, args);
      const given = q === undefined ? {} : { q };
      const { input, resolved, standsFor } = await resolveNames(context, spec.operation, given, ownArgumentOf);
      const givenOf = (name: string) => (Object.hasOwn(standsFor, name) ? (standsFor[name] ?? name) : name);
      const argumentOf = (name: string) => ownArgumentOf(givenOf(name));
      try {
        const { count_by } = args;
        if (typeof count_by === 'string') {
          const by = count_by === TOTAL ? undefined : count_by;
          const query = (input['q'] ?? {}) as RansackQuery;
          const count = await countRecords(context, { operation: spec.operation, query, by });
          return listBranches(resolved, ownArgumentOf).reduce(addLine, replyWithCount({ noun, plural, by }, count));
        }
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
      head: page === 1 ? `No ${noun} found.` : `No ${noun} on page ${page}: the list ends before it.`,
      foot: showRemarks(remarks),
    });
  }
  const first = (page - 1) * limit + 1;
  const range = `${noun} ${first} to ${first + rows.length - 1}`;
  const head = `${range.charAt(0).toUpperCase()}${range.slice(1)}${more ? `; page ${page + 1} has more` : ', no more after these'}.`;
  const foot = showRemarks(remarks, hidden);
  return buildReply({ head, data: renderTable(columns, rows, roomForData({ head, foot })), foot });
}
