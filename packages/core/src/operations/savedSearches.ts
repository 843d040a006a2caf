import type { Operation } from './operation.js';

export const listSavedSearches = {
  id: 'savedSearches.list',
  kind: 'searches',
  api: 'v1',
  method: 'GET',
  path: '/searches',
  success: { status: 200, body: 'list' },
  title: 'List saved searches',
  doc: [1054, 1079],
  routeLine: 1057,
  faces: { n8n: 'savedSearch.getAll', mcp: 'list_saved_searches' },
} as const satisfies Operation;

export const runSavedSearch = {
  id: 'savedSearches.run',
  kind: 'searches',
  rows: ['tickets', 'cis'],
  api: 'v1',
  method: 'GET',
  path: '/searches/:id',
  paginated: true,
  success: { status: 200, body: 'list' },
  title: 'Run a saved search',
  doc: [1080, 1121],
  routeLine: 1081,
  faces: { n8n: 'savedSearch.run', mcp: 'run_saved_search' },
} as const satisfies Operation;
