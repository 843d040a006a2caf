import { type Json, numberIn, recordsIn, textIn } from '../data/fields.js';
import type { ImportSource } from '../data/importSource.js';
import { type Field, unsearched } from '../model/field.js';
import { defineKind } from '../model/kind.js';
import { lookupFields } from '../model/lookupKind.js';
import type { RecordOf } from '../model/record.js';
import { lookup } from '../model/references.js';
import { count, sureFlag, wholeText } from '../model/values.js';

/** `parent_id`: the option of a cascading drop-down above this one; the doc shows no such field (notes 5.19). */
export interface CustomFieldOption {
  id: number;
  name: string;
  parent_id?: number;
}

const options = (): Field<CustomFieldOption[]> => ({
  initial: () => [],
  read: (json, name) => recordsIn(json, name).map(readOption),
  show: (stored) => stored,
});

const { id, name, created_at, updated_at } = lookupFields;

const fields = {
  id,
  name,
  owner_class: unsearched(wholeText('ticket')),
  type_id: unsearched(count(1)),
  required: unsearched(sureFlag()),
  position: unsearched({
    ...count(),
    read: (json: Json, field: string, source: ImportSource) => numberIn(json, field) ?? source.index,
  }),
  ci_type_id: unsearched(lookup('ci_types')),
  helpdesk_category_id: unsearched(lookup('helpdesk_categories')),
  options: options(),
  created_at,
  updated_at,
};

export type CustomFieldRecord = RecordOf<typeof fields>;

/** doc L698-774 */
export const customFields = defineKind(fields);

const FIRST_UNSAID_OPTION_ID = 900_001;

function readOption(json: Json, index: number): CustomFieldOption {
  const parentId = numberIn(json, 'parent_id');
  return {
    id: numberIn(json, 'id') ?? FIRST_UNSAID_OPTION_ID + index,
    name: textIn(json, 'name') ?? '',
    ...(parentId === null ? {} : { parent_id: parentId }),
  };
}
