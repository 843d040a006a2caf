import type { Client, OperationId, Reference } from 'bossdesk-client';
import { createReadCache, type ReadCache } from './cache.js';
import type { Candidate } from './errors.js';

/** Reference data that the account keeps in one list without pages: whole lists are read and remembered. */
const LISTS = {
  ci_statuses: { list: 'ciStatuses.list', noun: 'CI status' },
  ci_types: { list: 'ciTypes.list', noun: 'CI type' },
  custom_fields: { list: 'customFields.list', noun: 'custom field' },
  helpdesk_categories: { list: 'helpdeskCategories.list', noun: 'category' },
  helpdesk_extended_statuses: { list: 'helpdeskExtendedStatuses.list', noun: 'extended status' },
  helpdesk_priorities: { list: 'helpdeskPriorities.list', noun: 'priority' },
  locations: { list: 'locations.list', noun: 'location' },
  searches: { list: 'savedSearches.list', noun: 'saved search' },
  tags: { list: 'tags.list', noun: 'tag' },
  task_types: { list: 'taskTypes.list', noun: 'task type' },
  teams: { list: 'teams.list', noun: 'team' },
  ticket_types: { list: 'ticketTypes.list', noun: 'ticket type' },
} as const satisfies Partial<Record<Reference | 'custom_fields', { list: OperationId; noun: string }>>;

export type ListKind = keyof typeof LISTS;

export function isListKind(kind: string): kind is ListKind {
  return kind in LISTS;
}

export function nounOf(kind: ListKind): string {
  return LISTS[kind].noun;
}

/** A row of reference data, as the API answers it. */
export type LookupRow = Candidate & Readonly<Record<string, unknown>>;

export type Lookups = ReadCache<ListKind, readonly LookupRow[]>;

export function createLookups(getClient: () => Promise<Client>): Lookups {
  return createReadCache(async (kind) => (await (await getClient()).call(LISTS[kind].list)) as LookupRow[]);
}
