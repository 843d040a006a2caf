import { id, number, text, time } from './filterField.js';
import type { FilterField, Kind } from './kind.js';
import { byName, similarNames } from './searches.js';

const lookupFilters: readonly FilterField[] = [time('created_at'), id(), text('name'), time('updated_at')];

/** A short list that comes whole; its attributes are known to the lists of what refers to it. */
const lookup = { by: 'id', isReference: true, filters: lookupFilters } as const;

/** The same, where a record can lie below another (doc L684, L910). */
const tree = { ...lookup, parent: 'parent_id' } as const;

/** Reference data in pages: an account may have thousands. */
const pagedLookup = {
  ...lookup,
  search: byName,
  similar: similarNames,
  order: 'name asc',
} as const;

/** What other records refer to: the lists of reference data. */
export const referenceKinds = {
  ci_statuses: { ...lookup, word: 'ci_status', noun: 'CI status', plural: 'CI statuses', list: 'ciStatuses.list' },
  ci_types: { ...tree, word: 'ci_type', noun: 'CI type', plural: 'CI types', list: 'ciTypes.list' },
  custom_fields: {
    ...lookup,
    word: 'custom_field',
    noun: 'custom field',
    plural: 'custom fields',
    list: 'customFields.list',
    isOwned: true,
  },
  groups: { ...pagedLookup, word: 'group', noun: 'group', plural: 'groups', list: 'groups.list' },
  // No example shows the parent of a category; the rows of those who have some tell.
  helpdesk_categories: {
    ...tree,
    word: 'helpdesk_category',
    noun: 'category',
    plural: 'ticket categories',
    list: 'helpdeskCategories.list',
  },
  helpdesk_extended_statuses: {
    ...lookup,
    word: 'helpdesk_extended_status',
    noun: 'extended status',
    plural: 'extended statuses',
    list: 'helpdeskExtendedStatuses.list',
  },
  helpdesk_priorities: {
    ...lookup,
    word: 'helpdesk_priority',
    noun: 'priority',
    plural: 'ticket priorities',
    list: 'helpdeskPriorities.list',
    rank: 'level',
    filters: [...lookupFilters, number('level')],
  },
  locations: { ...tree, word: 'location', noun: 'location', plural: 'locations', list: 'locations.list' },
  manufacturers: {
    ...pagedLookup,
    word: 'manufacturer',
    noun: 'manufacturer',
    plural: 'manufacturers',
    list: 'manufacturers.list',
  },
  tags: { ...lookup, word: 'tag', noun: 'tag', plural: 'tags', list: 'tags.list', isOwned: true },
  task_types: { ...lookup, word: 'task_type', noun: 'task type', plural: 'task types', list: 'taskTypes.list' },
  teams: { ...lookup, word: 'team', noun: 'team', plural: 'teams', list: 'teams.list' },
  ticket_types: {
    ...lookup,
    word: 'ticket_type',
    noun: 'ticket type',
    plural: 'ticket types',
    list: 'ticketTypes.list',
  },
} as const satisfies Readonly<Record<string, Kind>>;
