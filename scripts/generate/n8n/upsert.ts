import type { INodeProperties } from 'n8n-workflow';
import { pickerName } from '../../../nodes/BossDesk/pickers/pickerNames.js';
import type { KindName, Operation } from '../../../packages/core/src/index.js';
import { buildFields, type Shown } from './collections.js';

/** What tells whether a record is there already, by its kind; tickets are told by a tag. */
const keys: Partial<Record<KindName, readonly { readonly name: string; readonly value: string }[]>> = {
  cis: [
    { name: 'Barcode', value: 'barcode' },
    { name: 'Control Number', value: 'control_number' },
    { name: 'Name', value: 'name' },
    { name: 'Serial Number', value: 'serial_number' },
  ],
  users: [
    { name: 'Email', value: 'email' },
    { name: 'Username', value: 'username' },
  ],
};

/** The key, and the fields of a new record. */
export function buildUpsert(create: Operation): readonly Shown[] {
  return [...buildKey(create.kind), ...buildFields(create)];
}

function buildKey(kind: KindName): readonly Shown[] {
  const options = keys[kind];
  if (options === undefined) return [{ property: matchTag }];
  const matchOn: INodeProperties = {
    displayName: 'Match On',
    name: 'matchOn',
    type: 'options',
    options: [...options],
    default: kind === 'cis' ? 'serial_number' : 'username',
    description: 'The field by which a record is found that is there already. Its value stands among the fields below.',
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
  return [{ property: matchOn }, ...(kind === 'cis' ? [{ property: barcode, show: { matchOn: ['barcode'] } }] : [])];
}

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
