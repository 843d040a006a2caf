import { refuseIfInvalid, type ValidationErrors } from '../rails/failures.js';
import { renderMyTicket, renderMyTicketComment, renderMyTicketRow } from '../views/myTickets.js';
import type { Handlers } from './handler.js';
import { checkPresence, findMyTicket, searchPage } from './shared.js';
import { addComment, createTicket, reopenTicket } from './tickets.js';

type MyTicketOperation = `myTickets.${'list' | 'get' | 'create' | 'addComment' | 'reopen'}`;

/** The tickets that the caller requested (doc L1837-1839). */
export const myTicketHandlers: Handlers<MyTicketOperation> = {
  'myTickets.list': (context) => {
    const mine = context.state.tickets.all.filter((ticket) => ticket.requester_id === context.user.id);
    return searchPage(context, mine, context.searchables.myTickets).map((ticket) =>
      renderMyTicketRow(context.state, ticket),
    );
  },

  'myTickets.get': (context) => renderMyTicket(context.state, findMyTicket(context)),

  'myTickets.create': (context, permit) => {
    const priorityId = context.state.account.default_helpdesk_priority_id;
    const ticket = createTicket(context, { ...permit(), priority_id: priorityId });
    ticket.source = 'user_portal';
    return renderMyTicket(context.state, ticket);
  },

  'myTickets.addComment': (context, permit) => {
    const ticket = findMyTicket(context);
    const body = permit();
    const errors: ValidationErrors = {};
    checkPresence(errors, body, 'body');
    refuseIfInvalid(errors);
    const comment = addComment(context, ticket, body.body ?? '', { isPublic: true, source: 'user_portal' });
    return renderMyTicketComment(context.state, comment);
  },

  'myTickets.reopen': (context) => {
    const ticket = findMyTicket(context);
    reopenTicket(ticket, context.now);
    return renderMyTicket(context.state, ticket);
  },
};
