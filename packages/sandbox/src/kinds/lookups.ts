import { hidden, unsearched } from '../model/field.js';
import { defineKind } from '../model/kind.js';
import { lookupFields } from '../model/lookupKind.js';
import { lookups } from '../model/references.js';
import { count, integer, text, time, wholeText } from '../model/values.js';
import { lookupTimes } from '../seed/lookupTimes.js';
import { customFields } from './customFields.js';
import { savedSearches } from './savedSearches.js';

/** Reference data, by the first part of its path: what each kind shows in its list, in that order. */

const { id, name, created_at, updated_at } = lookupFields;
const parent_id = unsearched(integer());
const color = unsearched(text());

const plain = defineKind(lookupFields);

export const lookupKinds = {
  /** The colour comes in saved searches and inside tickets only (doc L1113, L1648). */
  ci_statuses: defineKind({ ...lookupFields, color: hidden(color) }),
  /** The icon comes inside CIs only (doc L297-301, L681-688). */
  ci_types: defineKind({ ...lookupFields, parent_id, icon: hidden(unsearched(text())) }),
  custom_fields: customFields,
  groups: plain,
  helpdesk_categories: defineKind({
    id,
    name,
    color,
    icon: unsearched(text()),
    created_at,
    updated_at,
    team_ids: unsearched(lookups('teams')),
  }),
  helpdesk_extended_statuses: plain,
  helpdesk_priorities: defineKind({ ...lookupFields, color, level: count() }),
  locations: defineKind({ ...lookupFields, parent_id }),
  /** The one list without `created_at` (doc L934-938). */
  manufacturers: defineKind({ ...lookupFields, created_at: hidden(time(lookupTimes.created_at)) }),
  /** No route lists them (notes 5.54). */
  roles: plain,
  searches: savedSearches,
  tags: defineKind({ ...lookupFields, owner_class: unsearched(wholeText('ticket')) }),
  task_types: plain,
  teams: plain,
  ticket_types: defineKind({ ...lookupFields, shortcut: unsearched(text()) }),
};
