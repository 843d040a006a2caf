import {
  combineQueries,
  getKind,
  getOperation,
  type KindName,
  MAX_PER_PAGE,
  type OperationId,
  type RansackQuery,
  readNumber,
  rowKindsOf,
  type Row,
} from 'bossdesk-client';
import { type ILoadOptionsFunctions, type INodeListSearchResult, NodeOperationError } from 'n8n-workflow';
import { readRecord } from '../names.js';
import { unwrapLocator } from '../panel/values.js';
import { readChosenOwner } from './chosenKind.js';
import { labelsOf } from './labels.js';
import { withAccount } from './withAccount.js';

/** A method behind the `list` mode of a resource locator. */
export type Search = (
  this: ILoadOptionsFunctions,
  filter?: string,
  paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** What a record is referred to by: `friendly_id` in paths, `id` in bodies (notes 5.53). */
type Reference = 'id' | 'friendly_id';

/** Searches where records of a kind are listed: on the server, or in a list that it gives at once. */
export function searchKind(kind: KindName, reference: Reference): Search {
  const { list, search } = getKind(kind);
  if (list === undefined) throw new Error(`Nothing lists ${kind}`);
  return search === undefined ? searchWhole(kind, list, reference) : searchPages(kind, list, reference);
}

function searchPages(kind: KindName, list: OperationId, reference: Reference): Search {
  return async function (filter = '', paginationToken = '1') {
    const page = Number(paginationToken);
    const q = toQuery(kind, filter.trim());
    const range = { offset: (page - 1) * MAX_PER_PAGE, limit: MAX_PER_PAGE };
    const [{ rows, more }, coded] = await Promise.all([
      withAccount(this, (client) => client.slice(list, { q }, range)),
      page === 1 ? findCoded(this, kind, filter.trim()) : [],
    ]);
    const known = new Set(rows.map(({ id }) => id));
    // Whoever reads a code off a label means the one that bears it, however many contain the same letters.
    const results = toResults(kind, [...coded.filter(({ id }) => !known.has(id)), ...rows], reference);
    return more ? { results, paginationToken: String(page + 1) } : { results };
  };
}

/** The record that bears a code by which lists are not searched; it comes first of all. */
async function findCoded(context: ILoadOptionsFunctions, kind: KindName, code: string): Promise<Row[]> {
  const { byCode } = getKind(kind);
  if (byCode === undefined || code === '') return [];
  return withAccount(context, async (client) => [
    ...(await readRecord(client, byCode.operation, { [byCode.parameter]: code }, {})),
  ]);
}

/** What contains a text or bears its number, in the order in which people look through the list. */
function toQuery(kind: KindName, text: string): RansackQuery {
  const { search, among = {}, order, by } = getKind(kind);
  const found = text === '' || search === undefined ? {} : search(text);
  const number = by === 'number' ? /^#?(\d+)$/.exec(text)?.[1] : undefined;
  const orNumber: RansackQuery = number === undefined ? found : { m: 'or', ...found, friendly_id_eq: number };
  return combineQueries(combineQueries(orNumber, among), order === undefined ? {} : { s: order });
}

function searchWhole(kind: KindName, list: OperationId, reference: Reference): Search {
  return async function (filter) {
    const owner = getKind(kind).isOwned === true ? readChosenOwner(this) : undefined;
    const rows = (await withAccount(this, (client) => client.call(list))) as Row[];
    const offered = rows.filter((row) => owner === undefined || row['owner_class'] === owner);
    return { results: findContaining(kind, offered.filter(canBeChosen(kind)), reference, filter) };
  };
}

/** A saved search that finds other records than its route can give is answered with 501 (notes 5.29). */
function canBeChosen(kind: KindName): (row: Row) => boolean {
  if (kind !== 'searches') return () => true;
  const classes = rowKindsOf(getOperation('savedSearches.run')).map((found) => getKind(found).ownerClass);
  return (row) => classes.some((one) => one === row['owner_class']);
}

/**
 * Searches in what the ticket that the panel names holds.
 *
 * @throws NodeOperationError while it names none.
 */
export function searchTicketPart(
  kind: KindName,
  partsOf: (ticket: Row, context: ILoadOptionsFunctions) => unknown,
): Search {
  return async function (filter) {
    const friendly_id = readNumber(String(unwrapLocator(this.getCurrentNodeParameter('ticketNumber'))));
    if (friendly_id === undefined) {
      throw new NodeOperationError(
        this.getNode(),
        `The ${getKind(kind).plural} to choose from are those of one ticket`,
        {
          description:
            'Choose Ticket Number from its list or write it down. Beside an expression, give the ID by one too.',
        },
      );
    }
    const parent = this.getCurrentNodeParameter('parent') as string | undefined;
    const reader = parent?.startsWith('my') ? 'myTickets.get' : 'tickets.get';
    const ticket = (await withAccount(this, (client) => client.call(reader, { friendly_id }))) as Row;
    return { results: findContaining(kind, (partsOf(ticket, this) ?? []) as Row[], 'id', filter) };
  };
}

function findContaining(
  kind: KindName,
  rows: readonly Row[],
  reference: Reference,
  filter = '',
): INodeListSearchResult['results'] {
  const wanted = filter.trim().toLowerCase();
  return toResults(kind, rows, reference).filter(({ name }) => name.toLowerCase().includes(wanted));
}

function toResults(kind: KindName, rows: readonly Row[], reference: Reference): INodeListSearchResult['results'] {
  const label = labelsOf(kind);
  return rows.map((row) => ({ name: label(row), value: Number(row[reference]) }));
}
