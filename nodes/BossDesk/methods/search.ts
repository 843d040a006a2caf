import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { unwrapLocator } from '../actions/values.js';
import { type Listing, queryOf } from './sources.js';
import { type Row, withClient } from './withClient.js';

/** A method behind the `list` mode of a resource locator. */
export type Search = (
  this: ILoadOptionsFunctions,
  filter?: string,
  paginationToken?: string,
) => Promise<INodeListSearchResult>;

interface Picker {
  readonly label: (row: Row) => string;
  /** What the record is referred to by: `friendly_id` in paths, `id` in bodies (facts B6 row 53). */
  readonly value: 'id' | 'friendly_id';
}

/** The most rows of a page (doc L2350). */
const PAGE_SIZE = 30;

/** Searches on the server, a page at a time. */
function searchPages(listing: Listing, picker: Picker): Search {
  return async function (filter = '', paginationToken = '1') {
    const page = Number(paginationToken);
    const q = queryOf(listing, filter);
    const rows = await withClient(this, (client) => client.call(listing.operation, { q, page, per_page: PAGE_SIZE }));
    const results = toResults(rows as Row[], picker);
    // A page that is not full is the last one.
    return results.length < PAGE_SIZE ? { results } : { results, paginationToken: String(page + 1) };
  };
}

/** Searches in what the API answers at once. */
function searchWhole({ operation }: Listing, picker: Picker): Search {
  return async function (filter) {
    const rows = await withClient(this, (client) => client.call(operation));
    return { results: matching(rows as Row[], picker, filter) };
  };
}

/** Searches where records of a kind are listed. */
export function searchListing(listing: Listing, value: Picker['value'] = 'id'): Search {
  const search = listing.paging === undefined ? searchWhole : searchPages;
  return search(listing, { label: listing.label, value });
}

/** Searches in what the ticket that the panel names holds; nothing while it names none. */
export function searchTicketParts(
  label: Picker['label'],
  partsOf: (ticket: Row, context: ILoadOptionsFunctions) => unknown,
): Search {
  return async function (filter) {
    const friendly_id = Number(unwrapLocator(this.getCurrentNodeParameter('ticketNumber')));
    if (!Number.isInteger(friendly_id) || friendly_id < 1) return { results: [] };
    const parent = this.getCurrentNodeParameter('parent') as string | undefined;
    const reader = parent?.startsWith('my') ? 'myTickets.get' : 'tickets.get';
    const ticket = (await withClient(this, (client) => client.call(reader, { friendly_id }))) as Row;
    return { results: matching((partsOf(ticket, this) ?? []) as Row[], { label, value: 'id' }, filter) };
  };
}

function matching(rows: readonly Row[], picker: Picker, filter = ''): INodeListSearchResult['results'] {
  const wanted = filter.trim().toLowerCase();
  return toResults(rows, picker).filter(({ name }) => name.toLowerCase().includes(wanted));
}

function toResults(rows: readonly Row[], { label, value }: Picker): INodeListSearchResult['results'] {
  return rows.map((row) => ({ name: label(row), value: Number(row[value]) }));
}
