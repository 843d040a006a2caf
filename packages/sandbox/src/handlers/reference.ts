import { renderCategory, renderCustomField, renderLookup, renderManufacturer } from '../views/lookups.js';
import type { Handlers } from './handler.js';
import { searchPage } from './shared.js';

type ReferenceOperation = `${
  | 'ciStatuses'
  | 'ciTypes'
  | 'customFields'
  | 'groups'
  | 'helpdeskCategories'
  | 'helpdeskExtendedStatuses'
  | 'helpdeskPriorities'
  | 'locations'
  | 'manufacturers'
  | 'tags'
  | 'taskTypes'
  | 'teams'
  | 'ticketTypes'}.list`;

/** Only groups and manufacturers page and search (doc L784-785, L929-930). */
export const referenceHandlers: Handlers<ReferenceOperation> = {
  'ciStatuses.list': ({ state }) => state.lookups.ci_statuses.map(renderLookup),
  'ciTypes.list': ({ state }) =>
    state.lookups.ci_types.map((type) => ({ ...renderLookup(type), parent_id: type.parent_id })),
  'customFields.list': ({ state }) => state.lookups.custom_fields.map((field) => renderCustomField(state, field)),
  'groups.list': (context) =>
    searchPage(context, context.state.lookups.groups, context.searchables.lookups).map(renderLookup),
  'helpdeskCategories.list': ({ state }) =>
    state.lookups.helpdesk_categories.map((category) => renderCategory(state, category)),
  'helpdeskExtendedStatuses.list': ({ state }) => state.lookups.helpdesk_extended_statuses.map(renderLookup),
  'helpdeskPriorities.list': ({ state }) =>
    state.lookups.helpdesk_priorities.map((priority) => ({
      ...renderLookup(priority),
      color: priority.color,
      level: priority.level,
    })),
  'locations.list': ({ state }) =>
    state.lookups.locations.map((location) => ({ ...renderLookup(location), parent_id: location.parent_id })),
  'manufacturers.list': (context) =>
    searchPage(context, context.state.lookups.manufacturers, context.searchables.lookups).map(renderManufacturer),
  'tags.list': ({ state }) => state.lookups.tags.map((tag) => ({ ...renderLookup(tag), owner_class: tag.owner_class })),
  'taskTypes.list': ({ state }) => state.lookups.task_types.map(renderLookup),
  'teams.list': ({ state }) => state.lookups.teams.map(renderLookup),
  'ticketTypes.list': ({ state }) =>
    state.lookups.ticket_types.map((type) => ({ ...renderLookup(type), shortcut: type.shortcut })),
};
