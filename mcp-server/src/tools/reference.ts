import { type OperationOutput, operations, type Slice } from 'bossdesk-client';
import * as z from 'zod';
import { isListKind, type LookupRow } from '../names/lookups.js';
import { foldName } from '../names/match.js';
import { ciColumns } from '../render/ciRows.js';
import { referenceColumns } from '../render/referenceRows.js';
import { buildReply, roomForData, type ToolReply } from '../render/reply.js';
import { renderTable } from '../render/table.js';
import { ticketColumns } from '../render/ticketRows.js';
import { line } from '../render/values.js';
import { nameArgument } from './arguments.js';
import { pageArguments, queryArgument, replyWithRows } from './searchTool.js';
import { defineTool, type Tool, type ToolContext } from './tool.js';

const referenceLists = operations.filter(({ faces }) => faces.mcp === 'list_reference_data');

/** The kinds are the routes' own names: `/ci_statuses`. */
const KINDS = referenceLists.map(({ path }) => path.slice(1));

const listReferenceData = defineTool({
  name: 'list_reference_data',
  toolset: 'reference',
  title: 'List reference data',
  operations: referenceLists.map(({ id }) => id),
  description:
    'Lists the names and ids that other arguments take: ticket types, priorities, teams, locations, tags and so on. Users are found by search_users.',
  input: {
    kind: z.enum(KINDS).meta({ description: 'What to list' }),
    query: queryArgument('the name'),
    ...pageArguments,
  },
  async run(context, { kind, query, page, limit }) {
    const noun = kind.replaceAll('_', ' ').replace(/^ci /, 'CI ');
    const { rows, all } = await readReference(context, kind, query, { offset: (page - 1) * limit, limit });
    return replyWithRows({ noun, columns: referenceColumns(all) }, rows, page, limit);
  },
});

interface ReferenceRows {
  readonly rows: Slice<LookupRow>;
  /** For naming the parents in a tree. */
  readonly all: readonly LookupRow[];
}

async function readReference(
  { client, names, signal }: ToolContext,
  kind: string,
  query: string | undefined,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<ReferenceRows> {
  if (!isListKind(kind)) {
    const list = kind === 'groups' ? client.groups.list : client.manufacturers.list;
    return {
      rows: await list.slice(query === undefined ? {} : { q: { name_cont: query } }, { offset, limit, signal }),
      all: [],
    };
  }
  // These lists have neither pages nor a search (doc L643-2062). Read anew, they also refresh what names are looked up in.
  const all = await names.lookups.refresh(kind);
  const found = query === undefined ? all : all.filter(({ name }) => foldName(name).includes(foldName(query)));
  return { rows: { rows: found.slice(offset, offset + limit), more: found.length > offset + limit }, all };
}

const listSavedSearches = defineTool({
  name: 'list_saved_searches',
  toolset: 'reference',
  operations: ['savedSearches.list'],
  description: 'Lists the searches saved in BOSSDesk, to be run by run_saved_search.',
  input: {},
  async run({ names }) {
    const rows = await names.lookups.refresh('searches');
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
  description: 'Runs a saved search of tickets or CIs and shows the rows that it finds.',
  input: { search: nameArgument('Name or id'), ...pageArguments },
  async run({ client, names, signal }, { search, page, limit }): Promise<ToolReply> {
    const { id } = await names.resolve('searches', { argument: 'search', value: search });
    const { rows, more } = await client.savedSearches.run.slice({ id }, { offset: (page - 1) * limit, limit, signal });
    const tickets = rows.filter((row) => isTicket(row));
    return tickets.length > 0
      ? replyWithRows({ noun: 'tickets', columns: ticketColumns }, { rows: tickets, more }, page, limit)
      : replyWithRows(
          { noun: 'CIs', columns: ciColumns },
          { rows: rows.filter((row) => isCi(row)), more },
          page,
          limit,
        );
  },
});

type FoundRow = OperationOutput<'savedSearches.run'>[number];
type FoundTicket = Extract<FoundRow, { title: string }>;

/** The search's class decides what its rows are (doc L1086); only tickets have a title. */
function isTicket(row: FoundRow): row is FoundTicket {
  return 'title' in row;
}

function isCi(row: FoundRow): row is Exclude<FoundRow, FoundTicket> {
  return !isTicket(row);
}

const getAccount = defineTool({
  name: 'get_account',
  toolset: 'reference',
  operations: ['account.get'],
  description: 'Shows the settings of the BOSSDesk account: name, time zone, defaults for new tickets.',
  input: {},
  async run({ client, signal }) {
    const account = await client.account.get({}, { signal });
    const settings = Object.entries(account).flatMap(([name, value]) =>
      line(name.replaceAll('_', ' '), showSetting(value)),
    );
    return buildReply({ head: 'Account:', data: settings });
  },
});

function showSetting(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' && value !== null ? Object.values(value).join(', ') : undefined;
}

export const referenceTools: readonly Tool[] = [listReferenceData, listSavedSearches, runSavedSearch, getAccount];
