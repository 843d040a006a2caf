import type { CategoryRecord, CustomFieldRecord, LookupRecord } from '../state/lookupRecords.js';
import type { State } from '../state/state.js';
import { namedRef, namedRefs } from './references.js';

/** Rows of reference data, each with the fields that its list in the doc shows and what a data file added. */

export const renderLookup = ({ id, name, created_at, updated_at, extra }: LookupRecord) => ({
  ...extra,
  id,
  name,
  created_at,
  updated_at,
});

/** doc L934-938: the one list without `created_at` */
export const renderManufacturer = ({ id, name, updated_at, extra }: LookupRecord) => ({
  ...extra,
  id,
  name,
  updated_at,
});

export const renderCategory = (state: State, category: CategoryRecord) => ({
  ...category.extra,
  id: category.id,
  name: category.name,
  color: category.color,
  icon: category.icon,
  created_at: category.created_at,
  updated_at: category.updated_at,
  teams: namedRefs(state, 'teams', category.team_ids),
});

export const renderCustomField = (state: State, field: CustomFieldRecord) => ({
  ...field.extra,
  id: field.id,
  name: field.name,
  owner_class: field.owner_class,
  type_id: field.type_id,
  required: field.required,
  position: field.position,
  ci_type: namedRef(state, 'ci_types', field.ci_type_id),
  helpdesk_category: namedRef(state, 'helpdesk_categories', field.helpdesk_category_id),
  options: field.options,
  created_at: field.created_at,
  updated_at: field.updated_at,
});
