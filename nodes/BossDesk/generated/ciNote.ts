// Written by `pnpm generate` out of packages/core/src/operations and schemas; edits are lost.
import type { INodeProperties } from 'n8n-workflow';

export const ciNoteProperties: INodeProperties[] = [
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: ['ciNote'] } },
    options: [
      { name: 'Create', value: 'create', action: 'Create CI note', description: 'Create a note on a CI' },
      { name: 'Delete', value: 'delete', action: 'Delete CI note', description: 'Delete a note on a CI for good' },
      { name: 'Update', value: 'update', action: 'Update CI note', description: 'Update a note on a CI' },
    ],
    default: 'create',
    description: 'What to do with it',
  },
  {
    displayName: 'CI Number',
    name: 'ciNumber',
    type: 'resourceLocator',
    displayOptions: { show: { resource: ['ciNote'], operation: ['create', 'update', 'delete'] } },
    required: true,
    description: 'CI Number, which people see',
    default: { mode: 'list', value: '' },
    modes: [
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        typeOptions: { searchListMethod: 'searchCisByNumber', searchable: true },
      },
      {
        displayName: 'By Number',
        name: 'id',
        type: 'string',
        placeholder: 'e.g. 75',
        hint: 'The number that people see, not the ID',
      },
      {
        name: 'name',
        type: 'string',
        displayName: 'By Name or Code',
        placeholder: 'e.g. BOSS-1000',
        hint: 'The name, serial number, control number or barcode',
      },
    ],
  },
  {
    displayName: 'Note ID',
    name: 'noteId',
    type: 'string',
    displayOptions: { show: { resource: ['ciNote'], operation: ['update', 'delete'] } },
    required: true,
    description: 'The ID that creating the note answered; BOSSDesk does not list the notes on a CI',
    placeholder: 'e.g. 1506',
    default: '',
  },
  {
    displayName: 'Text',
    name: 'text',
    type: 'string',
    displayOptions: { show: { resource: ['ciNote'], operation: ['create', 'update'] } },
    required: true,
    description: 'Text of the note',
    typeOptions: { rows: 4 },
    default: '',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    displayOptions: { show: { resource: ['ciNote'], operation: ['create', 'update', 'delete'] } },
    placeholder: 'Add Option',
    default: {},
    description: 'How the operation works and what it gives',
    options: [
      {
        displayName: 'Dry Run',
        name: 'dryRun',
        type: 'boolean',
        default: false,
        description:
          'Whether to change nothing: names are looked up, everything is checked, and the item says what would be sent',
      },
      {
        displayName: 'Items at Once',
        name: 'itemsAtOnce',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 32, numberPrecision: 0 },
        default: 1,
        description: 'How many items to work on at the same time. One by one keeps their order in BOSSDesk.',
      },
      {
        displayName: 'Keep Input',
        name: 'keepInput',
        type: 'string',
        default: 'record',
        placeholder: 'e.g. ticket',
        description:
          'The fields and files of the input item pass through, with each record in a field of this name. Empty gives the record alone.',
      },
    ],
  },
];
