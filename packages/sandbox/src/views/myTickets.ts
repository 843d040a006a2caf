import type { CommentRecord, TicketRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { ticketTypeRef, userRefWithoutName } from './references.js';
import { renderAttachmentRef } from './tickets.js';

/** A requester sees `open` where agents tell incoming from assigned (doc L1857, L1384). */
export const requesterStatus = ({ status }: TicketRecord): string => (status === 'closed' ? 'closed' : 'open');

/** A row of `GET /my/tickets` (doc L1852-1870). */
export const renderMyTicketRow = (state: State, ticket: TicketRecord) => ({
  id: ticket.id,
  friendly_id: ticket.friendly_id,
  title: ticket.title,
  status: requesterStatus(ticket),
  due_at: ticket.due_at,
  type: ticketTypeRef(state, ticket.type_id),
  agent: userRefWithoutName(state, ticket.agent_id),
});

/** The whole ticket as its requester sees it: public comments only (doc L1882-1933). */
export const renderMyTicket = (state: State, ticket: TicketRecord) => ({
  id: ticket.id,
  friendly_id: ticket.friendly_id,
  title: ticket.title,
  description: ticket.description,
  status: requesterStatus(ticket),
  created_at: ticket.created_at,
  updated_at: ticket.updated_at,
  due_at: ticket.due_at,
  closed_at: ticket.closed_at,
  type: ticketTypeRef(state, ticket.type_id),
  agent: userRefWithoutName(state, ticket.agent_id),
  comments: ticket.comments
    .filter((comment) => comment.is_public)
    .map((comment) => renderMyTicketComment(state, comment)),
  attachments: ticket.attachments.map(renderAttachmentRef),
});

/** doc L1990-1999 */
export const renderMyTicketComment = (state: State, comment: CommentRecord) => ({
  id: comment.id,
  body: comment.body,
  created_at: comment.created_at,
  created_by: userRefWithoutName(state, comment.created_by_id),
  attachments: comment.attachments.map(renderAttachmentRef),
});
