import type { Operation } from './operation.js';

export const createCiNote = {
  id: 'ciNotes.create',
  kind: 'notes',
  api: 'v1',
  method: 'POST',
  path: '/cis/:friendly_id/notes',
  envelope: 'note',
  success: { status: 201, body: 'record' },
  change: 'create',
  title: 'Add a note to a CI',
  doc: [949, 986],
  routeLine: 952,
  faces: { n8n: 'ciNote.create', mcp: 'add_ci_note' },
} as const satisfies Operation;

export const updateCiNote = {
  id: 'ciNotes.update',
  kind: 'notes',
  api: 'v1',
  method: 'PATCH',
  path: '/cis/:friendly_id/notes/:id',
  envelope: 'note',
  success: { status: 200, body: 'record' },
  change: 'update',
  title: 'Update a note on a CI',
  doc: [988, 1025],
  routeLine: 991,
  faces: { n8n: 'ciNote.update', mcp: 'update_ci_note' },
} as const satisfies Operation;

export const deleteCiNote = {
  id: 'ciNotes.delete',
  kind: 'notes',
  api: 'v1',
  method: 'DELETE',
  path: '/cis/:friendly_id/notes/:id',
  success: { status: 200, body: 'record' },
  change: 'delete',
  title: 'Delete a note on a CI',
  doc: [1027, 1050],
  routeLine: 1030,
  faces: { n8n: 'ciNote.delete', mcp: 'delete_ci_note' },
} as const satisfies Operation;
