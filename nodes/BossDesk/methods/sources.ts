import type { FieldRule, OperationId, Reference } from 'bossdesk-client';
import { fullNameOf, nameOf, personOf } from './labels.js';
import type { Row } from './withClient.js';

/** Where records of a kind are listed, and how they are shown there. */
export interface Listing {
  readonly operation: OperationId;
  readonly label: (row: Row) => string;
  /** How the server searches lists that it gives in pages; other lists come as a whole. */
  readonly paging?: Paging;
}

/** A list of records that people refer to by name. */
export interface Source extends Listing {
  /** What people call a record, each of which means it. */
  readonly namesOf: (row: Row) => readonly unknown[];
}

interface Paging {
  readonly sort: string;
  readonly toQuery: (filter: string) => object;
}

/** The query that finds what contains a text; undefined where the list comes as a whole. */
export function queryOf({ paging }: Listing, filter: string): object | undefined {
  return paging && { ...paging.toQuery(filter.trim()), s: paging.sort };
}

export const byName = (filter: string): object => (filter === '' ? {} : { name_cont: filter });

/** First names and last names can be several words, so only the outer ones are asked for. */
const byPerson = (filter: string): object => {
  if (filter === '') return {};
  const words = filter.split(/\s+/);
  if (words.length > 1) return { first_name_cont: words[0], last_name_cont: words.at(-1) };
  return { first_name_or_last_name_or_username_or_email_cont: filter };
};

const byAgent = (filter: string): object => ({ ...byPerson(filter), is_agent_true: true });

const named = { label: nameOf, namesOf: (row: Row) => [row['name']] };

const whole = (operation: OperationId): Source => ({ operation, ...named });

const paged = (operation: OperationId): Source => ({
  operation,
  ...named,
  paging: { sort: 'name asc', toQuery: byName },
});

const people = (toQuery: Paging['toQuery']): Source => ({
  operation: 'users.list',
  label: personOf,
  namesOf: (row) => [row['email'], row['username'], fullNameOf(row)],
  paging: { sort: 'first_name asc', toQuery },
});

/** By what a field refers to. No route lists roles; tasks have no name of their own. */
export const sources = {
  agents: people(byAgent),
  ci_statuses: whole('ciStatuses.list'),
  ci_types: whole('ciTypes.list'),
  groups: paged('groups.list'),
  helpdesk_categories: whole('helpdeskCategories.list'),
  helpdesk_extended_statuses: whole('helpdeskExtendedStatuses.list'),
  helpdesk_priorities: whole('helpdeskPriorities.list'),
  locations: whole('locations.list'),
  manufacturers: paged('manufacturers.list'),
  searches: { ...whole('savedSearches.list'), label: (row) => `${nameOf(row)} (${String(row['owner_class'])})` },
  tags: whole('tags.list'),
  task_types: whole('taskTypes.list'),
  teams: whole('teams.list'),
  ticket_types: whole('ticketTypes.list'),
  users: people(byPerson),
} satisfies Partial<Record<Reference, Source>>;

/** The list in which the records are that a field refers to. */
export function sourceOf({ references }: FieldRule): Source | undefined {
  const known: Partial<Record<Reference, Source>> = sources;
  return references === undefined ? undefined : known[references];
}
