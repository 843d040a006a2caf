import type { Operation } from './operation.js';

export const listMyTickets = {
  id: 'myTickets.list',
  kind: 'my_tickets',
  api: 'v1',
  method: 'GET',
  path: '/my/tickets',
  paginated: true,
  searchable: true,
  success: { status: 200, body: 'list' },
  title: 'List tickets that I requested',
  doc: [1841, 1871],
  routeLine: 1844,
  faces: { n8n: 'myTicket.getAll', mcp: 'search_my_tickets' },
} as const satisfies Operation;

export const getMyTicket = {
  id: 'myTickets.get',
  kind: 'my_tickets',
  api: 'v1',
  method: 'GET',
  path: '/my/tickets/:friendly_id',
  success: { status: 200, body: 'record' },
  title: 'Get a ticket that I requested',
  doc: [1873, 1934],
  routeLine: 1876,
  faces: { n8n: 'myTicket.get', mcp: 'get_my_ticket' },
} as const satisfies Operation;

export const createMyTicket = {
  id: 'myTickets.create',
  kind: 'my_tickets',
  api: 'v1',
  method: 'POST',
  path: '/my/tickets',
  envelope: 'ticket',
  success: { status: 201, body: 'record' },
  change: 'create',
  title: 'Create a ticket as its requester',
  doc: [1936, 1968],
  routeLine: 1939,
  faces: { n8n: 'myTicket.create', mcp: 'create_my_ticket' },
} as const satisfies Operation;

export const addMyTicketComment = {
  id: 'myTickets.addComment',
  kind: 'comments',
  api: 'v1',
  method: 'POST',
  path: '/my/tickets/:friendly_id/comments',
  envelope: 'comment',
  success: { status: 201, body: 'record' },
  change: 'create',
  title: 'Comment on a ticket that I requested',
  doc: [1970, 2006],
  routeLine: 1973,
  faces: { n8n: 'myTicket.addComment', mcp: 'add_my_ticket_comment' },
} as const satisfies Operation;

export const reopenMyTicket = {
  id: 'myTickets.reopen',
  kind: 'my_tickets',
  api: 'v1',
  method: 'PATCH',
  path: '/my/tickets/:friendly_id/reopen',
  success: { status: 200, body: 'record' },
  change: 'act',
  leaves: 'open',
  title: 'Reopen a ticket that I requested',
  doc: [2008, 2034],
  routeLine: 2011,
  faces: { n8n: 'myTicket.reopen', mcp: 'reopen_my_ticket' },
} as const satisfies Operation;
