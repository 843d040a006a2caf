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
    'Finds tickets by any mix of conditions, as rows, or counts them. For all about one ticket use get_ticket.',
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
    'Shows one ticket with its comments, tasks, time entries, attachments and their ids. For several at once use get_tickets.',
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
  description: 'Creates a ticket as an agent. Types and priorities are listed by list_reference_data.',
  done: ({ number, id }) => `Created ticket ${number} (id ${id}).`,
  tellsNew: true,
});

const updateTicket = writeTool({
  name: 'update_ticket',
  toolset: 'tickets',
  operation: 'tickets.update',
  description:
    'Changes the given fields of a ticket; none empties one. Status changes by close_ticket and reopen_ticket; the due date and linked CIs cannot be changed.',
  describe: { lock_version: 'From get_ticket: refuses to overwrite later changes' },
  done: ({ target }) => `Updated ${target}.`,
});

const addTicketComment = writeTool({
  name: 'add_ticket_comment',
  toolset: 'tickets',
  operation: 'tickets.addComment',
  description: 'Adds a comment to a ticket, as an agent. A public one is sent to the requester.',
  overrides: { is_public: z.boolean().default(false).meta({ description: 'Whether the requester sees it' }) },
  done: ({ target, id, args }) =>
    `Added ${args['is_public'] === 'true' ? 'public' : 'private'} comment ${id} to ${target}.`,
});

const reopenTicket = writeTool({
  name: 'reopen_ticket',
  toolset: 'tickets',
  operation: 'tickets.reopen',
  description: 'Reopens a closed ticket.',
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
