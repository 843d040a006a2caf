import type { Operation } from './operation.js';

export const listCis = {
  id: 'cis.list',
  kind: 'cis',
  api: 'v1',
  method: 'GET',
  path: '/cis',
  paginated: true,
  searchable: true,
  success: { status: 200, body: 'list' },
  title: 'List CIs',
  doc: [271, 313],
  routeLine: 274,
  faces: { n8n: ['ci.getAll', 'ci.count'], mcp: 'search_cis' },
} as const satisfies Operation;

export const getCi = {
  id: 'cis.get',
  kind: 'cis',
  api: 'v1',
  method: 'GET',
  path: '/cis/:friendly_id',
  success: { status: 200, body: 'record' },
  title: 'Get a CI',
  doc: [315, 415],
  routeLine: 318,
  faces: { n8n: 'ci.get', mcp: 'get_ci' },
} as const satisfies Operation;

export const getCiByBarcode = {
  id: 'cis.getByBarcode',
  kind: 'cis',
  api: 'v1',
  method: 'GET',
  path: '/cis/by_barcode/:barcode',
  success: { status: 200, body: 'record' },
  title: 'Get a CI by its barcode',
  doc: [417, 488],
  routeLine: 420,
  faces: { n8n: 'ci.getByBarcode', mcp: 'get_ci' },
} as const satisfies Operation;

export const createCi = {
  id: 'cis.create',
  kind: 'cis',
  api: 'v1',
  method: 'POST',
  path: '/cis',
  envelope: 'ci',
  success: { status: 201, body: 'record' },
  change: 'create',
  title: 'Create a CI',
  doc: [490, 584],
  routeLine: 493,
  faces: { n8n: ['ci.create', 'ci.upsert'], mcp: 'create_ci' },
} as const satisfies Operation;

export const updateCi = {
  id: 'cis.update',
  kind: 'cis',
  api: 'v1',
  method: 'PATCH',
  path: '/cis/:friendly_id',
  envelope: 'ci',
  success: { status: 204, body: 'none' },
  change: 'update',
  title: 'Update a CI',
  doc: [586, 622],
  routeLine: 589,
  faces: { n8n: ['ci.update', 'ci.upsert'], mcp: 'update_ci' },
} as const satisfies Operation;

export const deleteCi = {
  id: 'cis.delete',
  kind: 'cis',
  api: 'v1',
  method: 'DELETE',
  path: '/cis/:friendly_id',
  success: { status: 204, body: 'none' },
  change: 'delete',
  title: 'Delete a CI',
  doc: [624, 639],
  routeLine: 627,
  faces: { n8n: 'ci.delete', mcp: 'delete_ci' },
} as const satisfies Operation;
