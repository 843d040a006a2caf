import type { Operation } from './operation.js';

export const createTimeEntry = {
  id: 'timeEntries.create',
  kind: 'time_entries',
  api: 'v1',
  method: 'POST',
  path: '/tickets/:friendly_id/time_entries',
  envelope: 'time_entry',
  success: { status: 201, body: 'record' },
  change: 'create',
  title: 'Log time on a ticket',
  doc: [2066, 2113],
  routeLine: 2069,
  faces: { n8n: 'timeEntry.create', mcp: 'add_time_entry' },
} as const satisfies Operation;

export const updateTimeEntry = {
  id: 'timeEntries.update',
  kind: 'time_entries',
  api: 'v1',
  method: 'PATCH',
  path: '/tickets/:friendly_id/time_entries/:id',
  envelope: 'time_entry',
  success: { status: 204, body: 'none' },
  change: 'update',
  title: 'Update a time entry on a ticket',
  doc: [2115, 2138],
  routeLine: 2118,
  faces: { n8n: 'timeEntry.update', mcp: 'update_time_entry' },
} as const satisfies Operation;

export const deleteTimeEntry = {
  id: 'timeEntries.delete',
  kind: 'time_entries',
  api: 'v1',
  method: 'DELETE',
  path: '/tickets/:friendly_id/time_entries/:id',
  success: { status: 204, body: 'none' },
  change: 'delete',
  title: 'Delete a time entry on a ticket',
  doc: [2140, 2147],
  routeLine: 2143,
  faces: { n8n: 'timeEntry.delete', mcp: 'delete_time_entry' },
} as const satisfies Operation;
