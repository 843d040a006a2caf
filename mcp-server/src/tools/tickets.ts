import * as z from 'zod';
import { readCustomFields } from '../names.js';
import { ticketColumns } from '../render/ticketRows.js';
import { renderTicket } from '../render/ticket.js';
import { closeTicket } from './closeTicket.js';
import { requireRecords } from './answers.js';
import { recordArgument } from './fields.js';
import { getTickets } from './getTickets.js';
import { pageArgument, replyWithPage } from './ticketPages.js';
import { overdueFilter } from './overdue.js';
import { searchTool } from './searchTool.js';
import { sinceFilter } from './since.js';
import { defineTool, type Tool } from './tool.js';
import { writeTool } from './writeTool.js';

export const detailArgument = z.enum(['summary', 'full']).default('summary').meta({ description: 'How much to show' });

const searchTickets = searchTool({
  name: 'search_tickets',
  toolset: 'tickets',
  operation: 'tickets.list',
  description:
    'Finds tickets (open, closed, overdue, urgent, waiting, not touched lately, of no agent, by due date) as rows, or counts them per agent, team or customer. One in full: get_ticket.',
  queryIn: 'the title',
  filters: {
    status: 'status',
    type: 'type_id',
    priority: 'priority_id',
    category: 'category_id',
    extended_status: 'extended_status_id',
    team: 'team_id',
    agent: 'agent_id',
    requester: 'requester_id',
    updated_since: sinceFilter('updated_at'),
    overdue: overdueFilter,
  },
  columns: ticketColumns,
});

const getTicket = defineTool({
  name: 'get_ticket',
  toolset: 'tickets',
  operations: ['tickets.get'],
  description:
    'Shows one ticket: comments to read, tasks, time entries, attachments, and their ids. For many use get_tickets.',
  input: { ticket_number: recordArgument('tickets'), detail: detailArgument, page: pageArgument },
  async run({ client, names, signal }, { ticket_number, detail, page }) {
    const ticket = await client.tickets.get({ friendly_id: ticket_number }, { signal });
    requireRecords('Could not get a ticket', [ticket]);
    const customFields = await readCustomFields(names.createReader(), 'ticket', ticket.custom_fields ?? {});
    const about = `id ${ticket.id}, lock_version ${ticket.lock_version}`;
    return replyWithPage({ number: ticket.friendly_id, about, page, detail }, (room) =>
      renderTicket(ticket, { page, detail, room, signal }, customFields),
    );
  },
});

const createTicket = writeTool({
  name: 'create_ticket',
  toolset: 'tickets',
  operation: 'tickets.create',
  description: 'Creates a new ticket: an incident or request. Names are those of list_reference_data.',
  done: ({ number, id }) => `Created ticket ${number} (id ${id}).`,
  tellsNew: true,
});

const updateTicket = writeTool({
  name: 'update_ticket',
  toolset: 'tickets',
  operation: 'tickets.update',
  description:
    'Changes fields of a ticket: assigns it, moves it to a team, sets category, priority, tags; none empties one. Not status (close_ticket, reopen_ticket), due date or linked CIs.',
  describe: { lock_version: 'From get_ticket: refuses to overwrite later changes' },
  done: ({ target }) => `Updated ${target}.`,
});

const addTicketComment = writeTool({
  name: 'add_ticket_comment',
  toolset: 'tickets',
  operation: 'tickets.addComment',
  description:
    'Adds a comment to a ticket: private, or public, a reply that tells the requester. Comments are in get_ticket.',
  overrides: { is_public: z.boolean().default(false).meta({ description: 'Whether the requester sees it' }) },
  done: ({ target, id, args }) =>
    `Added ${args['is_public'] === 'true' ? 'public' : 'private'} comment ${id} to ${target}.`,
});

const reopenTicket = writeTool({
  name: 'reopen_ticket',
  toolset: 'tickets',
  operation: 'tickets.reopen',
  description: 'Reopens a ticket whose fault is back; undone by close_ticket.',
  done: ({ target, status }) => `Reopened ${target}; its status is ${status}.`,
});

export const ticketTools: readonly Tool[] = [
  searchTickets,
  getTicket,
  getTickets,
  createTicket,
  updateTicket,
  addTicketComment,
  closeTicket,
  reopenTicket,
];
