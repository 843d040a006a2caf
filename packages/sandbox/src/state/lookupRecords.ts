import type { Extended } from './records.js';

/** Reference data; names are the API's, and where it shows a record inside another, its id is kept. */

export interface LookupRecord extends Extended {
  id: number;
  name: string;
  created_at: string;
  updated_at: string;
}

export interface TreeRecord extends LookupRecord {
  parent_id: number | null;
}

export interface CiTypeRecord extends TreeRecord {
  /** Not in the list of types (doc L681-688), but inside a CI (L297-301). */
  icon: string | null;
}

export interface CiStatusRecord extends LookupRecord {
  /** Only in saved searches and inside tickets (doc L1113, L1648). */
  color: string | null;
}

/** `parent_id`: the option of a cascading drop-down above this one; the doc shows no such field (notes 5.19). */
export type CustomFieldOption = Pick<LookupRecord, 'id' | 'name'> & { parent_id?: number };

export interface CustomFieldRecord extends LookupRecord {
  owner_class: string;
  type_id: number;
  required: boolean;
  position: number;
  ci_type_id: number | null;
  helpdesk_category_id: number | null;
  options: CustomFieldOption[];
}

export interface CategoryRecord extends LookupRecord {
  color: string | null;
  icon: string | null;
  team_ids: number[];
}

export interface PriorityRecord extends LookupRecord {
  color: string | null;
  level: number;
}

export interface TagRecord extends LookupRecord {
  owner_class: string;
}

export interface TicketTypeRecord extends LookupRecord {
  shortcut: string | null;
}

export interface SavedSearchRecord extends LookupRecord {
  owner_class: string;
  my_search: boolean;
  /** Ransack conditions as a query string, `q[type_name_eq]=Printer`; not shown by the API. */
  query: string;
}

export interface Lookups {
  ci_statuses: CiStatusRecord[];
  ci_types: CiTypeRecord[];
  custom_fields: CustomFieldRecord[];
  groups: LookupRecord[];
  helpdesk_categories: CategoryRecord[];
  helpdesk_extended_statuses: LookupRecord[];
  helpdesk_priorities: PriorityRecord[];
  locations: TreeRecord[];
  manufacturers: LookupRecord[];
  /** No route lists them (notes 5.54). */
  roles: LookupRecord[];
  searches: SavedSearchRecord[];
  tags: TagRecord[];
  task_types: LookupRecord[];
  teams: LookupRecord[];
  ticket_types: TicketTypeRecord[];
}
