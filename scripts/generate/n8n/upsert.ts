import type { INodeProperties } from 'n8n-workflow';
import { pickerName } from '../../../nodes/BossDesk/pickers/pickerNames.js';
import { getOperation, type KindName, type Operation } from '../../../packages/core/src/index.js';
import { buildFields, type Shown } from './collections.js';
import { buildSearch } from './lists.js';

/** What tells whether a record is there already, by its kind. */
const keys: Partial<Record<KindName, readonly { readonly name: string; readonly value: string }[]>> = {
  cis: [
    { name: 'Barcode', value: 'barcode' },
    { name: 'Control Number', value: 'control_number' },
    { name: 'Name', value: 'name' },
    { name: 'Serial Number', value: 'serial_number' },
  ],
  tickets: [
    { name: 'Custom Field', value: 'custom_field' },
    { name: 'Tag', value: 'tag' },
  ],
  users: [
    { name: 'Email', value: 'email' },
    { name: 'Username', value: 'username' },
  ],
};

const usualKeys: Partial<Record<KindName, string>> = { cis: 'serial_number', tickets: 'tag', users: 'username' };

/** The key, and the fields of a new record. */
export function buildUpsert(create: Operation): readonly Shown[] {
  return [...buildKey(create.kind), ...buildFields(create)];
}

function buildKey(kind: KindName): readonly Shown[] {
  const options = keys[kind];
  if (options === undefined) throw new Error(`Nothing tells ${kind} apart`);
  const matchOn: INodeProperties = {
    displayName: 'Match On',
    name: 'matchOn',
    type: 'options',
    options: [...options],
    default: usualKeys[kind] ?? '',
    description:
      kind === 'tickets'
        ? 'What a ticket is found by that is there already: titles are no names'
        : 'The field by which a record is found that is there already. Its value stands among the fields below.',
  };
  const barcode: INodeProperties = {
    displayName: 'Barcode',
    name: 'barcode',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. 86-424-0948',
    description: 'The barcode of the configuration item to update',
  };
  const more: Partial<Record<KindName, readonly Shown[]>> = {
    cis: [{ property: barcode, show: { matchOn: ['barcode'] } }],
    tickets: [
      { property: matchTag, show: { matchOn: ['tag'] } },
      { property: matchCustomField, show: { matchOn: ['custom_field'] } },
      ...buildNarrowing(),
    ],
  };
  return [{ property: matchOn }, ...(more[kind] ?? [])];
}

/** Which tickets are looked through; a custom field is no help in finding them. */
function buildNarrowing(): readonly Shown[] {
  const narrowing = new Set(['filters', 'match', 'rawQuery']);
  return buildSearch(getOperation('tickets.list'))
    .filter(({ name }) => narrowing.has(name))
    .map((property) => ({ property }));
}

const matchCustomField: INodeProperties = {
  displayName: 'Match On Custom Field',
  name: 'matchCustomField',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  required: true,
  description:
    'The custom field by which a ticket is found that is there already; its value stands under Custom Fields. BOSSDesk does not filter by custom fields: each ticket that Filters let through is read, at most 300. A new ticket has to pass them too, or the next run creates another.',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      typeOptions: { searchListMethod: pickerName('custom_fields', 'id'), searchable: true },
    },
    {
      displayName: 'By Name or ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. Alert ID',
      hint: 'The ID or the name',
    },
  ],
};

const matchTag: INodeProperties = {
  displayName: 'Match On Tag',
  name: 'matchTag',
  type: 'resourceLocator',
  default: { mode: 'list', value: '' },
  required: true,
  description: 'The tag by which a ticket is found that is there already; a new ticket is given it',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      typeOptions: { searchListMethod: pickerName('tags', 'id'), searchable: true },
    },
    {
      displayName: 'By Name or ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. import-17',
      hint: 'The ID or the name',
    },
  ],
};
