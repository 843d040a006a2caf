import type { Operation } from './operation.js';

export const listTickets = {
  id: 'tickets.list',
  kind: 'tickets',
  api: 'v1',
  method: 'GET',
  path: '/tickets',
  paginated: true,
  searchable: true,
  success: { status: 200, body: 'list' },
  title: 'List tickets',
  doc: [1368, 1426],
  routeLine: 1371,
  faces: { n8n: ['ticket.getAll', 'ticket.count'], mcp: 'search_tickets' },
} as const satisfies Operation;

export const getTicket = {
  id: 'tickets.get',
  kind: 'tickets',
  api: 'v1',
  method: 'GET',
  path: '/tickets/:friendly_id',
  success: { status: 200, body: 'record' },
  title: 'Get a ticket',
  doc: [1428, 1652],
  routeLine: 1431,
  faces: {
    n8n: ['ticket.get', 'attachment.getAll', 'task.getAll', 'timeEntry.getAll'],
    mcp: ['get_ticket', 'get_tickets'],
  },
} as const satisfies Operation;

export const createTicket = {
  id: 'tickets.create',
  kind: 'tickets',
  api: 'v1',
  method: 'POST',
  path: '/tickets',
  envelope: 'ticket',
  success: { status: 201, body: 'record' },
  change: 'create',
  title: 'Create a ticket',
  doc: [1654, 1697],
  routeLine: 1657,
  faces: { n8n: ['ticket.create', 'ticket.upsert'], mcp: 'create_ticket' },
} as const satisfies Operation;

export const updateTicket = {
  id: 'tickets.update',
  kind: 'tickets',
  api: 'v1',
  method: 'PATCH',
  path: '/tickets/:friendly_id',
  envelope: 'ticket',
  success: { status: 204, body: 'none' },
  change: 'update',
  lock: 'lock_version',
  title: 'Update a ticket',
  doc: [1699, 1736],
  routeLine: 1702,
  faces: { n8n: ['ticket.update', 'ticket.upsert'], mcp: 'update_ticket' },
} as const satisfies Operation;

export const addTicketComment = {
  id: 'tickets.addComment',
  kind: 'comments',
  api: 'v1',
  method: 'POST',
  path: '/tickets/:friendly_id/comments',
  envelope: 'comment',
  success: { status: 201, body: 'record' },
  change: 'create',
  title: 'Comment on a ticket',
  doc: [1738, 1779],
  routeLine: 1741,
  faces: { n8n: ['ticket.addComment', 'ticket.close'], mcp: ['add_ticket_comment', 'close_ticket'] },
} as const satisfies Operation;

export const closeTicket = {
  id: 'tickets.close',
  kind: 'tickets',
  api: 'v1',
  method: 'PATCH',
  path: '/tickets/:friendly_id/close',
  success: { status: 200, body: 'record' },
  change: 'act',
  leaves: 'closed',
  title: 'Close a ticket',
  doc: [1781, 1807],
  routeLine: 1784,
  faces: { n8n: 'ticket.close', mcp: 'close_ticket' },
} as const satisfies Operation;

export const reopenTicket = {
  id: 'tickets.reopen',
  kind: 'tickets',
  api: 'v1',
  method: 'PATCH',
  path: '/tickets/:friendly_id/reopen',
  success: { status: 200, body: 'record' },
  change: 'act',
  leaves: 'open',
  title: 'Reopen a ticket',
  doc: [1809, 1835],
  routeLine: 1812,
  faces: { n8n: 'ticket.reopen', mcp: 'reopen_ticket' },
} as const satisfies Operation;
