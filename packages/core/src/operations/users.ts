import type { Operation } from './operation.js';

export const listUsers = {
  id: 'users.list',
  kind: 'users',
  api: 'v1',
  method: 'GET',
  path: '/users',
  paginated: true,
  searchable: true,
  success: { status: 200, body: 'list' },
  title: 'List users',
  doc: [2151, 2179],
  routeLine: 2154,
  faces: { n8n: ['user.getAll', 'user.count'], mcp: 'search_users' },
} as const satisfies Operation;

export const getUser = {
  id: 'users.get',
  kind: 'users',
  api: 'v1',
  method: 'GET',
  path: '/users/:friendly_id',
  success: { status: 200, body: 'record' },
  title: 'Get a user',
  doc: [2181, 2231],
  routeLine: 2184,
  faces: { n8n: 'user.get', mcp: 'get_user' },
} as const satisfies Operation;

export const createUser = {
  id: 'users.create',
  kind: 'users',
  api: 'v1',
  method: 'POST',
  path: '/users',
  envelope: 'user',
  success: { status: 201, body: 'record' },
  change: 'create',
  title: 'Create a user',
  doc: [2233, 2292],
  routeLine: 2236,
  faces: { n8n: ['user.create', 'user.upsert'], mcp: 'create_user' },
} as const satisfies Operation;

export const updateUser = {
  id: 'users.update',
  kind: 'users',
  api: 'v1',
  method: 'PATCH',
  path: '/users/:friendly_id',
  envelope: 'user',
  success: { status: 204, body: 'none' },
  change: 'update',
  title: 'Update a user',
  doc: [2294, 2330],
  routeLine: 2297,
  faces: { n8n: ['user.update', 'user.upsert'], mcp: 'update_user' },
} as const satisfies Operation;
