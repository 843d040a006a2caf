import type { Operation } from './operation.js';

export const getAccount = {
  id: 'account.get',
  kind: 'account',
  api: 'v1',
  method: 'GET',
  path: '/account',
  success: { status: 200, body: 'record' },
  title: 'Get the account and its settings',
  doc: [68, 93],
  routeLine: 71,
  faces: { n8n: 'account.get', mcp: 'get_account' },
} as const satisfies Operation;
