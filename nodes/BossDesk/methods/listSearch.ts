import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { unwrapLocator } from '../actions/values.js';
import { commentLabel, nameOf, numberedName, numberedTitle, personOf, timeEntryLabel } from './labels.js';
import { type Picker, type Search, searchPages, searchTicketParts, searchWhole } from './search.js';
import type { Row } from './withClient.js';

const byTitle = (filter: string): object => {
  const number = /^#?(\d+)$/.exec(filter)?.[1];
  if (number !== undefined) return { m: 'or', friendly_id_eq: number, title_cont: filter };
  return filter === '' ? {} : { title_cont: filter };
};

const byName = (filter: string): object => (filter === '' ? {} : { name_cont: filter });

const byPerson = (filter: string): object => {
  const [first, ...rest] = filter.split(/\s+/);
  if (filter === '') return {};
  if (rest.length > 0) return { first_name_cont: first, last_name_cont: rest.join(' ') };
  return { first_name_or_last_name_or_username_or_email_cont: filter };
};

const ticket: Picker = { label: numberedTitle, value: 'friendly_id' };
const named: Picker = { label: nameOf, value: 'id' };
const personNumber: Picker = { label: personOf, value: 'friendly_id' };
const person: Picker = { label: personOf, value: 'id' };

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
  searchTicketNumbers: searchPages('tickets.list', ticket, 'id desc', byTitle),
  searchMyTicketNumbers: searchPages('myTickets.list', ticket, 'id desc', byTitle),
  searchCiNumbers: searchPages('cis.list', { label: numberedName, value: 'friendly_id' }, 'name asc', byName),
  searchUserNumbers: searchPages('users.list', personNumber, 'first_name asc', byPerson),
  searchUsers: searchPages('users.list', person, 'first_name asc', byPerson),
  searchAgents: searchPages('users.list', person, 'first_name asc', (filter) => ({
    ...byPerson(filter),
    is_agent_true: true,
  })),
  searchGroups: searchPages('groups.list', named, 'name asc', byName),
  searchManufacturers: searchPages('manufacturers.list', named, 'name asc', byName),
  searchCiStatuses: searchWhole('ciStatuses.list'),
  searchCiTypes: searchWhole('ciTypes.list'),
  searchHelpdeskCategories: searchWhole('helpdeskCategories.list'),
  searchHelpdeskExtendedStatuses: searchWhole('helpdeskExtendedStatuses.list'),
  searchHelpdeskPriorities: searchWhole('helpdeskPriorities.list'),
  searchLocations: searchWhole('locations.list'),
  searchSearches: searchWhole('savedSearches.list', (row) => `${nameOf(row)} (${String(row['owner_class'])})`),
  searchTaskTypes: searchWhole('taskTypes.list'),
  searchTeams: searchWhole('teams.list'),
  searchTicketTypes: searchWhole('ticketTypes.list'),
  searchTasks: searchTicketParts(
    (row) => String(row['title']),
    ({ tasks }) => tasks,
  ),
  searchTimeEntries: searchTicketParts(timeEntryLabel, ({ time_entries }) => time_entries),
  searchComments: searchTicketParts(commentLabel, commentsWithFiles),
  searchAttachments: searchTicketParts(nameOf, attachmentsOf),
} satisfies Record<string, Search>;
