import { myTicket, myTicketComment, myTicketRow, searchMyTickets } from '../kinds/myTickets.js';
import type { Handlers } from './handler.js';
import { findMyTicket, searchPage } from './shared.js';
import { addComment, createTicket, reopenTicket } from './tickets.js';

type MyTicketOperation = `myTickets.${'list' | 'get' | 'create' | 'addComment' | 'reopen'}`;

/** The tickets that the caller requested (doc L1837-1839). */
export const myTicketHandlers: Handlers<MyTicketOperation> = {
  'myTickets.list': (context) => {
    const mine = context.state.tickets.all.filter((ticket) => ticket.requester_id === context.user.id);
    return searchPage(context, mine, searchMyTickets(context.searchables.tickets)).map((ticket) =>
      myTicketRow(context.state, ticket),
    );
  },

  'myTickets.get': (context) => myTicket(context.state, findMyTicket(context)),

  'myTickets.create': (context, permit) => {
    const priorityId = context.state.account.default_helpdesk_priority_id;
    const ticket = createTicket(context, { ...permit(), priority_id: priorityId });
    ticket.source = 'user_portal';
    return myTicket(context.state, ticket);
  },

  'myTickets.addComment': (context, permit) => {
    const ticket = findMyTicket(context);
    const comment = addComment(context, ticket, permit(), { is_public: true, source: 'user_portal' });
    return myTicketComment(context.state, comment);
  },

  'myTickets.reopen': (context) => {
    const ticket = findMyTicket(context);
    reopenTicket(ticket, context.now);
    return myTicket(context.state, ticket);
  },
};
