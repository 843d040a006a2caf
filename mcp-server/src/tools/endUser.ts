import { myTicketColumns } from '../render/ticketRows.js';
import { renderMyTicket } from '../render/ticket.js';
import { requireRecords } from './answers.js';
import { recordArgument } from './fields.js';
import { searchTool } from './searchTool.js';
import { pageArgument, replyWithPage } from './ticketPages.js';
import { defineTool, type Tool } from './tool.js';
import { writeTool } from './writeTool.js';

const searchMyTickets = searchTool({
  name: 'search_my_tickets',
  toolset: 'end_user',
  operation: 'myTickets.list',
  title: 'Search my tickets',
  description:
    'Lists what the API user requested, as rows or numbers. For what everybody requested use search_tickets.',
  queryIn: 'the title',
  filters: { status: 'status', type: 'type_id' },
  columns: myTicketColumns,
});

const getMyTicket = defineTool({
  name: 'get_my_ticket',
  toolset: 'end_user',
  operations: ['myTickets.get'],
  description: 'Returns what the API user requested, with its public comments. As an agent use get_ticket.',
  input: { ticket_number: recordArgument('my_tickets'), page: pageArgument },
  async run({ client, signal }, { ticket_number, page }) {
    const ticket = await client.myTickets.get({ friendly_id: ticket_number }, { signal });
    requireRecords('Could not get a ticket', [ticket]);
    return replyWithPage({ number: ticket.friendly_id, about: `id ${ticket.id}`, page }, (room) =>
      renderMyTicket(ticket, { page, room, signal }),
    );
  },
});

const createMyTicket = writeTool({
  name: 'create_my_ticket',
  toolset: 'end_user',
  operation: 'myTickets.create',
  description:
    'Sends a request to the desk in the name of the API user, who is its requester. For another person use create_ticket.',
  done: ({ number, id }) => `Created ticket ${number} (id ${id}).`,
  tellsNew: true,
});

const addMyTicketComment = writeTool({
  name: 'add_my_ticket_comment',
  toolset: 'end_user',
  operation: 'myTickets.addComment',
  description: 'Comments, as its requester, on what the API user requested. As an agent use add_ticket_comment.',
  done: ({ target, id }) => `Added comment ${id} to ${target}.`,
});

const reopenMyTicket = writeTool({
  name: 'reopen_my_ticket',
  toolset: 'end_user',
  operation: 'myTickets.reopen',
  description: 'Takes up anew what the API user requested. As an agent use reopen_ticket.',
  done: ({ target, status }) => `Reopened ${target}; its status is ${status}.`,
});

export const endUserTools: readonly Tool[] = [
  searchMyTickets,
  getMyTicket,
  createMyTicket,
  addMyTicketComment,
  reopenMyTicket,
];
