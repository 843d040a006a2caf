import type { Operation } from './operation.js';

export const createTask = {
  id: 'tasks.create',
  kind: 'tasks',
  api: 'v1',
  method: 'POST',
  path: '/tickets/:friendly_id/tasks',
  envelope: 'task',
  success: { status: 201, body: 'record' },
  change: 'create',
  title: 'Add a task to a ticket',
  doc: [1155, 1206],
  routeLine: 1158,
  faces: { n8n: 'task.create', mcp: 'add_task' },
} as const satisfies Operation;

export const updateTask = {
  id: 'tasks.update',
  kind: 'tasks',
  api: 'v1',
  method: 'PATCH',
  path: '/tickets/:friendly_id/tasks/:id',
  envelope: 'task',
  success: { status: 204, body: 'none' },
  change: 'update',
  title: 'Update a task on a ticket',
  doc: [1208, 1231],
  routeLine: 1211,
  faces: { n8n: 'task.update', mcp: 'update_task' },
} as const satisfies Operation;

export const closeTask = {
  id: 'tasks.close',
  kind: 'tasks',
  api: 'v1',
  method: 'PATCH',
  path: '/tickets/:friendly_id/tasks/:id/close',
  envelope: 'task',
  success: { status: 200, body: 'record' },
  change: 'act',
  leaves: 'closed',
  title: 'Close a task on a ticket',
  doc: [1233, 1279],
  routeLine: 1236,
  faces: { n8n: 'task.close', mcp: 'close_task' },
} as const satisfies Operation;

export const reopenTask = {
  id: 'tasks.reopen',
  kind: 'tasks',
  api: 'v1',
  method: 'PATCH',
  path: '/tickets/:friendly_id/tasks/:id/reopen',
  success: { status: 200, body: 'record' },
  change: 'act',
  leaves: 'open',
  title: 'Reopen a task on a ticket',
  doc: [1281, 1311],
  routeLine: 1284,
  faces: { n8n: 'task.reopen', mcp: 'reopen_task' },
} as const satisfies Operation;

export const deleteTask = {
  id: 'tasks.delete',
  kind: 'tasks',
  api: 'v1',
  method: 'DELETE',
  path: '/tickets/:friendly_id/tasks/:id',
  success: { status: 204, body: 'none' },
  change: 'delete',
  title: 'Delete a task on a ticket',
  doc: [1313, 1320],
  routeLine: 1316,
  faces: { n8n: 'task.delete', mcp: 'delete_task' },
} as const satisfies Operation;
