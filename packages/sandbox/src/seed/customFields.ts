import type { CustomFieldOption, CustomFieldRecord } from '../kinds/customFields.js';
import type { LookupRecord } from '../kinds/index.js';
import { lookupTimes } from './lookupTimes.js';

interface FieldSpec {
  readonly name: string;
  readonly type: number;
  /** CI type or ticket category that alone has the field. */
  readonly of?: string;
  /** Options; below a name, those of a cascading drop-down. */
  readonly options?: readonly (string | readonly [string, readonly string[]])[];
}

/** All nine types (doc L764-774) for both classes; those of tickets and CIs alike have other names. */
const specs: Readonly<Record<string, readonly FieldSpec[]>> = {
  ticket: [
    { name: 'Asset Tag', type: 1 },
    { name: 'Steps to Reproduce', type: 2, of: 'Software' },
    { name: 'Reference Link', type: 3 },
    { name: 'Affected Users', type: 4 },
    { name: 'Estimated Cost', type: 5 },
    { name: 'Needed By', type: 6 },
    { name: 'Blocks Work', type: 7 },
    { name: 'Incident Type', type: 8, of: 'Network', options: ['Broken switch', 'Broken cable', 'Other'] },
    {
      name: 'Building',
      type: 11,
      options: [
        ['Headquarters', ['Floor 1', 'Floor 2']],
        ['Warehouse', ['Dock A', 'Dock B']],
      ],
    },
  ],
  ci: [
    { name: 'Warranty Number', type: 1 },
    { name: 'Configuration Notes', type: 2, of: 'Server' },
    { name: 'Vendor Page', type: 3 },
    { name: 'Memory (GB)', type: 4, of: 'Server' },
    { name: 'Cost', type: 5 },
    { name: 'Warranty Until', type: 6 },
    { name: 'Encrypted Disk', type: 7, of: 'Laptop' },
    { name: 'Environment', type: 8, of: 'Server', options: ['Production', 'Staging', 'Development'] },
    {
      name: 'Rack',
      type: 11,
      of: 'Server',
      options: [
        ['Room A', ['Rack A1', 'Rack A2']],
        ['Room B', ['Rack B1']],
      ],
    },
  ],
  problem: [{ name: 'Root Cause', type: 2 }],
};

const FIRST_FIELD_ID = 35_001;
const FIRST_OPTION_ID = 36_001;

export function seedCustomFields(
  ciTypes: readonly LookupRecord[],
  categories: readonly LookupRecord[],
): CustomFieldRecord[] {
  const idIn = (records: readonly LookupRecord[], name: string | undefined) =>
    records.find((record) => record.name === name)?.id ?? null;
  let nextId = FIRST_FIELD_ID;
  let nextOptionId = FIRST_OPTION_ID;

  const makeOptions = (options: FieldSpec['options'] = []): CustomFieldOption[] =>
    options.flatMap((option) => {
      if (typeof option === 'string') return [{ id: nextOptionId++, name: option }];
      const parent = { id: nextOptionId++, name: option[0] };
      return [parent, ...option[1].map((name) => ({ id: nextOptionId++, name, parent_id: parent.id }))];
    });

  return Object.entries(specs).flatMap(([ownerClass, fields]) =>
    fields.map((field, position) => ({
      id: nextId++,
      name: field.name,
      ...lookupTimes,
      owner_class: ownerClass,
      type_id: field.type,
      required: false,
      position,
      ci_type_id: ownerClass === 'ci' ? idIn(ciTypes, field.of) : null,
      helpdesk_category_id: ownerClass === 'ticket' ? idIn(categories, field.of) : null,
      options: makeOptions(field.options),
    })),
  );
}
