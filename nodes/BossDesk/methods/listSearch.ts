import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { unwrapLocator } from '../actions/values.js';
import { commentLabel, nameOf, numberedName, numberedTitle, timeEntryLabel } from './labels.js';
import { type Search, searchListing, searchTicketParts } from './search.js';
import { byName, type Listing, sources } from './sources.js';
import type { Row } from './withClient.js';

const byTitle = (filter: string): object => {
  const number = /^#?(\d+)$/.exec(filter)?.[1];
  if (number !== undefined) return { m: 'or', friendly_id_eq: number, title_cont: filter };
  return filter === '' ? {} : { title_cont: filter };
};

const tickets: Omit<Listing, 'operation'> = {
  label: numberedTitle,
  paging: { sort: 'id desc', toQuery: byTitle },
};
const cis: Listing = { operation: 'cis.list', label: numberedName, paging: { sort: 'name asc', toQuery: byName } };

/** Comments that have files: only those are asked for. */
const commentsWithFiles = ({ comments }: Row) =>
  ((comments ?? []) as Row[]).filter(({ attachments }) => ((attachments ?? []) as Row[]).length > 0);

const attachmentsOf = (record: Row, context: ILoadOptionsFunctions): unknown => {
  const parent = context.getCurrentNodeParameter('parent') as string;
  if (!parent.endsWith('Comment')) return record['attachments'];
  const commentId = Number(unwrapLocator(context.getCurrentNodeParameter('commentId')));
  return ((record['comments'] ?? []) as Row[]).find(({ id }) => id === commentId)?.['attachments'];
};

/** Behind the `list` mode of every picker; the generator names them by the record that a field refers to. */
export const listSearch = {
  searchTicketNumbers: searchListing({ ...tickets, operation: 'tickets.list' }, 'friendly_id'),
  searchMyTicketNumbers: searchListing({ ...tickets, operation: 'myTickets.list' }, 'friendly_id'),
  searchCiNumbers: searchListing(cis, 'friendly_id'),
  searchUserNumbers: searchListing(sources.users, 'friendly_id'),
  searchUsers: searchListing(sources.users),
  searchAgents: searchListing(sources.agents),
  searchGroups: searchListing(sources.groups),
  searchManufacturers: searchListing(sources.manufacturers),
  searchCiStatuses: searchListing(sources.ci_statuses),
  searchCiTypes: searchListing(sources.ci_types),
  searchHelpdeskCategories: searchListing(sources.helpdesk_categories),
  searchHelpdeskExtendedStatuses: searchListing(sources.helpdesk_extended_statuses),
  searchHelpdeskPriorities: searchListing(sources.helpdesk_priorities),
  searchLocations: searchListing(sources.locations),
  searchSearches: searchListing(sources.searches),
  searchTaskTypes: searchListing(sources.task_types),
  searchTeams: searchListing(sources.teams),
  searchTicketTypes: searchListing(sources.ticket_types),
  searchTasks: searchTicketParts(
    (row) => String(row['title']),
    ({ tasks }) => tasks,
  ),
  searchTimeEntries: searchTicketParts(timeEntryLabel, ({ time_entries }) => time_entries),
  searchComments: searchTicketParts(commentLabel, commentsWithFiles),
  searchAttachments: searchTicketParts(nameOf, attachmentsOf),
} satisfies Record<string, Search>;
