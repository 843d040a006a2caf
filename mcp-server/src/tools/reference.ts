import {
  foldName,
  getKind,
  getOperation,
  isBossDeskError,
  type KindName,
  type NameReader,
  type Operation,
  type OperationId,
  operations,
  type Row,
  rowKindsOf,
  type Slice,
} from 'bossdesk-client';
import * as z from 'zod';
import { ciColumns } from '../render/ciRows.js';
import { referenceColumns } from '../render/referenceRows.js';
import { buildReply, roomForData, type ToolReply } from '../render/reply.js';
import { type Column, renderTable } from '../render/table.js';
import { ticketColumns } from '../render/ticketRows.js';
import { oneLine } from '../render/text.js';
import { line } from '../render/values.js';
import { requireRecords } from './answers.js';
import { nameArgument } from './arguments.js';
import { resolveNames } from './resolveArguments.js';
import { pageArguments, queryArgument, replyWithRows } from './searchTool.js';
import { defineTool, type Tool, type ToolContext } from './tool.js';

export const referenceKinds = operations.flatMap(({ kind }: Operation) =>
  getKind(kind).isReference === true ? [kind] : [],
);

const listReferenceData = defineTool({
  name: 'list_reference_data',
  toolset: 'reference',
  title: 'List reference data',
  operations: referenceKinds.map(listOf),
  description:
    'Lists names and ids for other arguments: ticket types, priorities, teams, locations, tags and more. Users: search_users.',
  input: {
    kind: z.enum(referenceKinds).meta({ description: 'What to list' }),
    query: queryArgument('the name'),
    ...pageArguments,
  },
  async run(context, { kind, query, page, limit }) {
    const { rows, all } = await readReference(context, kind, query, { offset: (page - 1) * limit, limit });
    return replyWithRows({ noun: getKind(kind).plural, columns: referenceColumns(all) }, rows, page, limit);
  },
});

function listOf(kind: KindName): OperationId {
  const { list } = getKind(kind);
  if (list === undefined) throw new Error(`Nothing lists ${kind}`);
  return list;
}

interface ReferenceRows {
  readonly rows: Slice<Row>;
  /** For naming the parents in a tree. */
  readonly all: readonly Row[];
}

async function readReference(
  { client, names, signal }: ToolContext,
  kind: KindName,
  query: string | undefined,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<ReferenceRows> {
  const { search } = getKind(kind);
  if (search !== undefined) {
    const input = query === undefined ? {} : { q: search(query) };
    return { rows: await client.slice(listOf(kind), input, { offset, limit, signal }), all: [] };
  }
  // These lists have neither pages nor a search (doc L643-2062). Read anew, they also refresh what names are looked up in.
  const all = await names.refresh(kind);
  const found = query === undefined ? all : all.filter(({ name }) => foldName(String(name)).includes(foldName(query)));
  return {
    rows: { rows: found.slice(offset, offset + limit), more: found.length > offset + limit, remarks: [] },
    all,
  };
}

const listSavedSearches = defineTool({
  name: 'list_saved_searches',
  toolset: 'reference',
  operations: ['savedSearches.list'],
  description: 'Lists the names and ids of saved searches, for run_saved_search.',
  input: {},
  async run({ names }) {
    const rows = await names.refresh('searches');
    const head = rows.length === 0 ? 'No saved searches found.' : `${rows.length} saved searches.`;
    return buildReply({
      head,
      data: rows.length === 0 ? [] : renderTable(referenceColumns(rows), rows, roomForData({ head })),
      ifCut: 'Run one by its name.',
    });
  },
});

const runSavedSearch = defineTool({
  name: 'run_saved_search',
  toolset: 'reference',
  operations: ['savedSearches.run'],
  description: 'Runs a saved search of tickets or CIs and shows its rows; list_saved_searches has them.',
  input: { search: nameArgument('Name or id'), ...pageArguments },
  async run(context, { search, page, limit }): Promise<ToolReply> {
    const { client, names, signal } = context;
    const { input } = await resolveNames(context, 'savedSearches.run', { id: search }, () => 'search');
    const range = { offset: (page - 1) * limit, limit, signal };
    const found = await client.slice('savedSearches.run', input, range);
    requireRecords('Could not run a saved search', found.rows, ['id']);
    const ownerClass = await readOwnerClass(names.createReader(), input['id']);
    const kind = rowKindsOf(getOperation('savedSearches.run')).find((one) => getKind(one).ownerClass === ownerClass);
    return replyWithRows(
      { noun: kind === undefined ? 'records' : getKind(kind).plural, columns: columnsOf(kind) },
      found,
      page,
      limit,
    );
  },
});

/** What a saved search finds: its rows do not say so themselves (doc L1086). */
async function readOwnerClass(reader: NameReader, id: unknown): Promise<unknown> {
  try {
    return (await reader.all('searches')).find((row) => row['id'] === id)?.['owner_class'];
  } catch (error) {
    // Whoever may not list searches can still run one by its id.
    if (isBossDeskError(error, 'PermissionError')) return undefined;
    throw error;
  }
}

/** The rows of a search are tickets or CIs; of neither more is known than what every record has. */
function columnsOf(kind: KindName | undefined): readonly Column<Row>[] {
  if (kind === 'tickets') return ticketColumns as readonly Column<never>[] as readonly Column<Row>[];
  if (kind === 'cis') return ciColumns as readonly Column<never>[] as readonly Column<Row>[];
  return plainColumns;
}

const plainColumns: readonly Column<Row>[] = [
  { heading: 'number', cell: ({ friendly_id }) => showText(friendly_id) },
  { heading: 'id', cell: ({ id }) => showText(id) },
  { heading: 'title or name', cell: ({ title, name }) => showText(title ?? name) },
];

const showText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

const getAccount = defineTool({
  name: 'get_account',
  toolset: 'reference',
  operations: ['account.get'],
  description: 'Shows the settings of the account: name, time zone, defaults.',
  input: {},
  async run({ client, signal }) {
    const account = await client.account.get({}, { signal });
    const settings = Object.entries(account).flatMap(([name, value]) =>
      line(oneLine(name.replaceAll('_', ' '), 60), showSetting(value)),
    );
    return buildReply({ head: 'Account:', data: settings });
  },
});

function showSetting(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' && value !== null ? Object.values(value).join(', ') : undefined;
}

export const referenceTools: readonly Tool[] = [listReferenceData, listSavedSearches, runSavedSearch, getAccount];
