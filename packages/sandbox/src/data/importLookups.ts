import { lookupTimes } from '../seed/lookupTimes.js';
import type {
  CategoryRecord,
  CustomFieldOption,
  CustomFieldRecord,
  LookupRecord,
  Lookups,
} from '../state/lookupRecords.js';
import { extraIn, flagIn, type Json, numberIn, recordIn, recordsIn, textIn } from './fields.js';

/** Reference data as a file has it: each kind's records as the API lists them. */
export function importLookups(json: Json): Lookups {
  const read = <Kind extends keyof Lookups>(kind: Kind): Lookups[Kind] =>
    recordsIn(json, kind).map((record, index) => makeLookup(kind, record, firstUnsaidId + index)) as Lookups[Kind];
  return {
    ci_statuses: read('ci_statuses'),
    ci_types: read('ci_types'),
    custom_fields: recordsIn(json, 'custom_fields').map(makeCustomField),
    groups: read('groups'),
    helpdesk_categories: recordsIn(json, 'helpdesk_categories').map(makeCategory),
    helpdesk_extended_statuses: read('helpdesk_extended_statuses'),
    helpdesk_priorities: read('helpdesk_priorities'),
    locations: read('locations'),
    manufacturers: read('manufacturers'),
    roles: read('roles'),
    searches: read('searches'),
    tags: read('tags'),
    task_types: read('task_types'),
    teams: read('teams'),
    ticket_types: read('ticket_types'),
  };
}

/** What a kind has beside id, name and times, where a record does not say. */
const defaults: Readonly<Partial<Record<keyof Lookups, object>>> = {
  ci_statuses: { color: null },
  ci_types: { parent_id: null, icon: null },
  helpdesk_categories: { color: null, icon: null, team_ids: [] },
  helpdesk_priorities: { color: null, level: 0 },
  locations: { parent_id: null },
  searches: { owner_class: 'ticket', my_search: false, query: '' },
  tags: { owner_class: 'ticket' },
  ticket_types: { shortcut: null },
};

export const firstUnsaidId = 900_001;

/** A record of a kind out of what is said of it, in a list or inside another record. */
export function makeLookup(kind: keyof Lookups, json: Json, unsaidId: number): LookupRecord {
  const plain = {
    ...lookupTimes,
    ...defaults[kind],
    id: numberIn(json, 'id') ?? unsaidId,
    name: textIn(json, 'name') ?? '',
  };
  const others = Object.entries(json).filter(([name]) => name in plain && name !== 'id' && name !== 'name');
  return { ...plain, ...Object.fromEntries(others), ...extraIn(json, plain) };
}

function makeCategory(json: Json, index: number): CategoryRecord {
  const { id, name, created_at, updated_at } = makeLookup('helpdesk_categories', json, firstUnsaidId + index);
  const teamIds = recordsIn(json, 'teams').flatMap((team) => numberIn(team, 'id') ?? []);
  const category = {
    id,
    name,
    created_at,
    updated_at,
    color: textIn(json, 'color'),
    icon: textIn(json, 'icon'),
    team_ids: teamIds,
  };
  return { ...category, ...extraIn(json, category) };
}

function makeCustomField(json: Json, index: number): CustomFieldRecord {
  const idOf = (name: string) => numberIn(recordIn(json, name) ?? {}, 'id');
  const { id, name, created_at, updated_at } = makeLookup('custom_fields', json, firstUnsaidId + index);
  const field = {
    id,
    name,
    created_at,
    updated_at,
    owner_class: textIn(json, 'owner_class') ?? 'ticket',
    type_id: numberIn(json, 'type_id') ?? 1,
    required: flagIn(json, 'required'),
    position: numberIn(json, 'position') ?? index,
    ci_type_id: idOf('ci_type'),
    helpdesk_category_id: idOf('helpdesk_category'),
    options: recordsIn(json, 'options').map(makeOption),
  };
  return { ...field, ...extraIn(json, field) };
}

function makeOption(json: Json, index: number): CustomFieldOption {
  const parentId = numberIn(json, 'parent_id');
  return {
    id: numberIn(json, 'id') ?? firstUnsaidId + index,
    name: textIn(json, 'name') ?? '',
    ...(parentId === null ? {} : { parent_id: parentId }),
  };
}
