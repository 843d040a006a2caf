// Written by `pnpm generate` out of packages/core/src/operations and schemas; edits are lost.
import type { INodeProperties } from 'n8n-workflow';

export const accountProperties: INodeProperties[] = [
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: ['account'] } },
    options: [{ name: 'Get', value: 'get', action: 'Get account', description: 'Get the account with its settings' }],
    default: 'get',
    description: 'What to do with it',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    displayOptions: { show: { resource: ['account'], operation: ['get'] } },
    placeholder: 'Add Option',
    default: {},
    description: 'How the operation works and what it gives',
    options: [
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
