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
  },
];
