import type { Operation } from './operation.js';

export const createTimeEntry = {
  id: 'timeEntries.create',
  api: 'v1',
  method: 'POST',
  path: '/tickets/:friendly_id/time_entries',
  envelope: 'time_entry',
  success: { status: 201, body: 'record' },
  risk: 'write',
  idempotent: false,
  title: 'Log time on a ticket',
  doc: [2066, 2113],
  routeLine: 2069,
  faces: { n8n: 'timeEntry.create', mcp: 'add_time_entry' },
} as const satisfies Operation;

export const updateTimeEntry = {
  id: 'timeEntries.update',
  api: 'v1',
  method: 'PATCH',
  path: '/tickets/:friendly_id/time_entries/:id',
  envelope: 'time_entry',
  success: { status: 204, body: 'none' },
  risk: 'write',
  idempotent: true,
  title: 'Update a time entry on a ticket',
  doc: [2115, 2138],
  routeLine: 2118,
  faces: { n8n: 'timeEntry.update', mcp: 'update_time_entry' },
} as const satisfies Operation;

export const deleteTimeEntry = {
  id: 'timeEntries.delete',
  api: 'v1',
  method: 'DELETE',
  path: '/tickets/:friendly_id/time_entries/:id',
  success: { status: 204, body: 'none' },
  risk: 'destructive',
  idempotent: true,
  title: 'Delete a time entry on a ticket',
  doc: [2140, 2147],
  routeLine: 2143,
  faces: { n8n: 'timeEntry.delete', mcp: 'delete_time_entry' },
} as const satisfies Operation;
