// Written by `pnpm generate` out of packages/core/src/operations and schemas; edits are lost.
import type { INodeProperties } from 'n8n-workflow';

export const savedSearchProperties: INodeProperties[] = [
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: ['savedSearch'] } },
    options: [
      { name: 'Get Many', value: 'getAll', action: 'Get many saved searches', description: 'Get many saved searches' },
      {
        name: 'Run',
        value: 'run',
        action: 'Run saved search',
        description: 'Get the tickets or CIs that a saved search finds',
      },
    ],
    default: 'getAll',
    description: 'What to do with it',
  },
  {
    displayName: 'Saved Search',
    name: 'searchId',
    type: 'resourceLocator',
    displayOptions: { show: { resource: ['savedSearch'], operation: ['run'] } },
    required: true,
    description: 'Saved Search, by name or ID',
    default: { mode: 'list', value: '' },
    modes: [
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        typeOptions: { searchListMethod: 'searchSearches', searchable: true },
      },
      { displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 983', hint: 'The ID or the name' },
    ],
  },
  {
    displayName: 'Return All',
    name: 'returnAll',
    type: 'boolean',
    displayOptions: { show: { resource: ['savedSearch'], operation: ['getAll', 'run'] } },
    default: false,
    description: 'Whether to return all results or only up to a given limit',
  },
  {
    displayName: 'Limit',
    name: 'limit',
    type: 'number',
    displayOptions: { show: { resource: ['savedSearch'], operation: ['getAll', 'run'], returnAll: [false] } },
    typeOptions: { minValue: 1 },
    default: 50,
    description: 'Max number of results to return',
  },
  {
    displayName: 'If Nothing Is Found',
    name: 'ifNothingFound',
    type: 'options',
    displayOptions: { show: { resource: ['savedSearch'], operation: ['getAll', 'run'] } },
    options: [
      { name: 'Fail', value: 'fail', description: 'The item fails, as On Error says' },
      { name: 'Give an Empty Item', value: 'item', description: 'One item that holds "found": false' },
      { name: 'Give Nothing', value: 'nothing', description: 'The item gives no output' },
    ],
    default: 'nothing',
    description: 'What an input item gives for which there is nothing',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    displayOptions: { show: { resource: ['savedSearch'], operation: ['getAll'] } },
    placeholder: 'Add Option',
    default: {},
    description: 'How the operation works and what it gives',
    options: [
      {
        displayName: 'Items at Once',
        name: 'itemsAtOnce',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 32, numberPrecision: 0 },
        default: 8,
        description: 'How many items to work on at the same time, and the most requests at once',
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
  {
    displayName: 'Simplify',
    name: 'simplify',
    type: 'boolean',
    displayOptions: { show: { resource: ['savedSearch'], operation: ['run'] } },
    default: true,
    description: 'Whether to return a simplified version of the response instead of the raw data',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    displayOptions: { show: { resource: ['savedSearch'], operation: ['run'] } },
    placeholder: 'Add Option',
    default: {},
    description: 'How the operation works and what it gives',
    options: [
      {
        displayName: 'Fields to Return',
        name: 'fields',
        type: 'string',
        default: '',
        placeholder: 'e.g. title,status,agent',
        description:
          'Names of fields, separated by commas, in place of Simplify; the ID and the number always come along',
      },
      {
        displayName: 'Items at Once',
        name: 'itemsAtOnce',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 32, numberPrecision: 0 },
        default: 8,
        description: 'How many items to work on at the same time, and the most requests at once',
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
