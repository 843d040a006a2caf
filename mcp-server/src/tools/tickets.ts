import { isBossDeskError } from 'bossdesk-client';
import * as z from 'zod';
import { readCustomFields } from '../names.js';
import { buildReply } from '../render/reply.js';
import { ticketColumns } from '../render/ticketRows.js';
import { renderTicket } from '../render/ticket.js';
import { recordArgument } from './fields.js';
import { toDeskHtml } from './texts.js';
import { pageArgument, replyWithPage } from './ticketPages.js';
import { searchTool, sinceFilter, textFilter } from './searchTool.js';
import { defineTool, type Tool, ToolError } from './tool.js';
import { writeTool } from './writeTool.js';

export const detailArgument = z.enum(['summary', 'full']).default('summary').meta({ description: 'How much to show' });

const searchTickets = searchTool({
  name: 'search_tickets',
  toolset: 'tickets',
  operation: 'tickets.list',
  description: 'Finds tickets by any mix of conditions, as rows. For all about one ticket use get_ticket.',
  queryIn: 'the title',
  filters: {
    status: textFilter('status_eq', 'e.g. incoming, assigned, closed'),
    type: 'type_id',
    priority: 'priority_id',
    category: 'category_id',
    extended_status: 'extended_status_id',
    team: 'team_id',
    agent: 'agent_id',
    requester: 'requester_id',
    updated_since: sinceFilter('updated_at'),
  },
  columns: ticketColumns,
});

const getTicket = defineTool({
  name: 'get_ticket',
  toolset: 'tickets',
  operations: ['tickets.get'],
  description:
    'Shows one ticket with its comments, tasks, time entries, attachments and their ids. To find tickets use search_tickets.',
  input: { ticket_number: recordArgument('tickets'), detail: detailArgument, page: pageArgument },
  async run({ client, names, signal }, { ticket_number, detail, page }) {
    const ticket = await client.tickets.get({ friendly_id: ticket_number }, { signal });
    const customFields = await readCustomFields(names.createReader(), 'ticket', ticket.custom_fields ?? {});
    const about = `id ${ticket.id}, lock_version ${ticket.lock_version}`;
    return replyWithPage({ number: ticket.friendly_id, about, page, detail }, (room) =>
      renderTicket(ticket, { page, detail, room }, customFields),
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
  description: 'Changes the given fields of a ticket. Status changes by close_ticket and reopen_ticket.',
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

const closeTicket = defineTool({
  name: 'close_ticket',
  toolset: 'tickets',
  title: 'Close a ticket',
  operations: ['tickets.close', 'tickets.addComment'],
  description:
    'Closes a ticket, after adding a private comment if one is given. A note to the requester goes first, by add_ticket_comment.',
  input: {
    ticket_number: recordArgument('tickets'),
    comment: z.string().regex(/\S/).optional().meta({ description: 'Private; written as a comment' }),
  },
  async run({ client, signal }, { ticket_number: friendly_id, comment }) {
    const number = String(friendly_id);
    if (comment === undefined) {
      const closed = await client.tickets.close({ friendly_id }, { signal });
      return buildReply({ head: `Closed ticket ${number}; its status is ${closed.status}.` });
    }
    const added = await client.tickets.addComment(
      { friendly_id, body: await toDeskHtml(comment), is_public: false },
      { signal },
    );
    try {
      const closed = await client.tickets.close({ friendly_id }, { signal });
      return buildReply({
        head: `Added private comment ${added.id} and closed ticket ${number}; its status is ${closed.status}.`,
      });
    } catch (error) {
      if (!isBossDeskError(error)) throw error;
      throw new ToolError(
        `Half done: private comment ${added.id} was added to ticket ${number}, but it was not closed. ${error.message}. To try again, call close_ticket without the comment.`,
      );
    }
  },
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
  createTicket,
  updateTicket,
  addTicketComment,
  closeTicket,
  reopenTicket,
];
