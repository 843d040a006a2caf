import { hidden, unsearched } from '../model/field.js';
import { defineKind } from '../model/kind.js';
import { lookupFields } from '../model/lookupKind.js';
import type { RecordOf } from '../model/record.js';
import { sureFlag, wholeText } from '../model/values.js';
import { lookupTimes } from '../seed/lookupTimes.js';

const fields = {
  ...lookupFields,
  owner_class: unsearched(wholeText('ticket')),
  my_search: unsearched(sureFlag()),
  /** Ransack conditions as a query string, `q[type_name_eq]=Printer`; not shown by the API. */
  query: hidden(unsearched(wholeText())),
};

export type SavedSearchRecord = RecordOf<typeof fields>;

export const savedSearches = defineKind(fields);

/** Name, class, whether it is the API user's own, conditions. */
const seeded: readonly (readonly [string, string, boolean, string])[] = [
  ['All printers', 'ci', false, 'q[type_name_eq]=Printer'],
  ['Active servers', 'ci', false, 'q[type_name_eq]=Server&q[status_name_eq]=Active'],
  ['Unassigned tickets', 'ticket', false, 'q[agent_id_null]=1&q[status_not_eq]=closed'],
  ['Urgent open tickets', 'ticket', false, 'q[priority_name_eq]=Urgent&q[status_not_eq]=closed&q[s]=due_at asc'],
  ['My open tickets', 'ticket', true, 'q[agent_username_eq]=jackpot&q[status_not_eq]=closed'],
  ['Known problems', 'problem', false, ''],
];

/** Of three classes, of which the API runs two (doc L1086). */
export const seedSavedSearches = (): SavedSearchRecord[] =>
  seeded.map(([name, owner_class, my_search, query], index) => ({
    id: 38_001 + index,
    name,
    ...lookupTimes,
    owner_class,
    my_search,
    query,
  }));
