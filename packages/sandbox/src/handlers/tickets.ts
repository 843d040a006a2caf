import { type CommentRecord, comments, showComment } from '../kinds/comments.js';
import { type TicketRecord, tickets } from '../kinds/tickets.js';
import { HttpFailure, ValidationFailure } from '../rails/failures.js';
import type { PermittedBody } from '../rails/permitBody.js';
import type { State } from '../state/state.js';
import type { Handlers, RequestContext } from './handler.js';
import { changeRecord, draftRecord, isChanged } from './records.js';
import { findTicket } from './shared.js';

type TicketOperation = `tickets.${'create' | 'update' | 'addComment' | 'close' | 'reopen'}`;

export const ticketHandlers: Handlers<TicketOperation> = {
  'tickets.create': (context, permit) => tickets.whole(context.state, createTicket(context, permit())),

  'tickets.update': (context, permit) => {
    updateTicket(context, findTicket(context), permit());
  },

  'tickets.addComment': (context, permit) => {
    const ticket = findTicket(context);
    return showComment(context.state, addComment(context, ticket, permit(), { source: 'mobile_app' }));
  },

  'tickets.close': (context) => {
    const ticket = findTicket(context);
    closeTicket(ticket, context.now);
    return tickets.whole(context.state, ticket);
  },

  'tickets.reopen': (context) => {
    const ticket = findTicket(context);
    reopenTicket(ticket, context.now);
    return tickets.whole(context.state, ticket);
  },
};

/** Left out, the API user is the requester and the account's team gets the ticket (notes 5.41). */
export function createTicket(context: RequestContext, body: PermittedBody<'tickets.create'>): TicketRecord {
  const { state, user, now } = context;
  const given = {
    ...body,
    requester_id: body.requester_id ?? user.id,
    team_id: body.team_id ?? state.account.default_ticket_team_id,
  };
  const ticket = draftRecord(context, tickets, given, {
    status: body.agent_id == null ? 'incoming' : 'assigned',
    source: 'mobile_app',
    due_at: dueAt(state, body.priority_id ?? null, now),
  });
  return state.tickets.insert(ticket);
}

/**
 * Rails' optimistic locking (notes 4): invalid goes before stale; a version that is not the current one is a
 * conflict and nothing is kept; an update that changes no column, tags being none, leaves the version alone.
 */
function updateTicket(
  context: RequestContext,
  ticket: TicketRecord,
  { lock_version, ...body }: PermittedBody<'tickets.update'>,
): void {
  if (lock_version === null) throw new HttpFailure(500, "TypeError: nil can't be coerced into Integer");
  const changed = changeRecord(context, tickets, ticket, body);
  if (changed.agent_id !== ticket.agent_id) changed.status = statusWith(changed.agent_id, ticket.status);
  if (lock_version !== undefined && lock_version !== ticket.lock_version) {
    throw new HttpFailure(409, 'Attempted to update a stale object: Ticket.');
  }
  const columnsChanged = isChanged({ ...changed, tag_ids: ticket.tag_ids }, ticket);
  Object.assign(ticket, changed);
  if (columnsChanged) touchTicket(ticket, context.now);
}

/** The status after somebody, or nobody, got the ticket: other statuses than the two, out of a data file, stay. */
function statusWith(agentId: number | null, status: string): string {
  if (status !== 'incoming' && status !== 'assigned') return status;
  return agentId === null ? 'incoming' : 'assigned';
}

/** `given`: what its way in says of the comment. */
export function addComment(
  context: RequestContext,
  ticket: TicketRecord,
  body: Readonly<Record<string, unknown>>,
  given: { readonly source: string; readonly is_public?: true },
): CommentRecord {
  const { state, user, now } = context;
  const from_agent = user.is_agent && given.source !== 'user_portal';
  const comment = { ...draftRecord(context, comments, body, { ...given, from_agent }), id: state.nextNestedId() };
  ticket.comments.push(comment);
  touchTicket(ticket, now);
  return comment;
}

function closeTicket(ticket: TicketRecord, now: string): void {
  if (ticket.status === 'closed') throw baseError("can't be closed because it is closed already");
  if (ticket.tasks.some((task) => task.closed_at === null))
    throw baseError("can't be closed because it has open tasks");
  Object.assign(ticket, { status: 'closed', closed_at: now });
  touchTicket(ticket, now);
}

export function reopenTicket(ticket: TicketRecord, now: string): void {
  if (ticket.status !== 'closed') throw baseError("can't be opened because it is not closed");
  Object.assign(ticket, { status: ticket.agent_id === null ? 'incoming' : 'assigned', closed_at: null });
  touchTicket(ticket, now);
}

const baseError = (message: string) => new ValidationFailure({ base: [message] });

/** Rails' `touch` raises the version too. */
export function touchTicket(ticket: TicketRecord, now: string): void {
  ticket.updated_at = now;
  ticket.lock_version += 1;
}

/** The more urgent, the sooner: the API cannot set it, so an agreement with the customer must (notes 5.38). */
function dueAt(state: State, priorityId: number | null, now: string): string | null {
  const priority = state.find('helpdesk_priorities', priorityId);
  if (priority === undefined) return null;
  const days = Math.max(1, 8 - 2 * priority.level);
  return new Date(Date.parse(now) + days * 86_400_000).toISOString();
}
