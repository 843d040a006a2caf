import type { Operation } from './operation.js';

export const createSession = {
  id: 'sessions.create',
  kind: 'sessions',
  api: 'v1',
  method: 'POST',
  path: '/sessions',
  auth: 'basic',
  success: { status: 200, body: 'record' },
  title: 'Exchange user name and password for the API key',
  doc: [36, 64],
  routeLine: 42,
  faces: { n8n: { via: 'credential bossDeskLoginApi' }, mcp: { via: 'bossdesk-mcp login' } },
} as const satisfies Operation;
