import { reference } from '../model/references.js';
import { computed } from '../model/values.js';
import { view } from '../model/view.js';
import type { Searchable } from '../ransack/searchable.js';
import { comments } from './comments.js';
import { type TicketRecord, tickets } from './tickets.js';
import { userRefWithoutName } from './users.js';

/** A ticket as its requester sees it: the same record, in other views. */

/** `open` where agents tell incoming from assigned (doc L1857, L1384). */
const requesterStatus = ({ status }: { readonly status: string }): string => (status === 'closed' ? 'closed' : 'open');

/** doc L1990-1999 */
export const myTicketComment = view({ ...comments.fields, created_by_id: reference('users', userRefWithoutName) }, [
  'id',
  'body',
  'created_at',
  'created_by_id',
  'attachments',
]);

const fields = {
  ...tickets.fields,
  status: computed(requesterStatus),
  agent_id: reference('users', userRefWithoutName),
  comments: computed((ticket: TicketRecord, _, { state }) =>
    ticket.comments.filter((comment) => comment.is_public).map((comment) => myTicketComment(state, comment)),
  ),
};

/** A row of `GET /my/tickets` (doc L1852-1870). */
export const myTicketRow = view(fields, ['id', 'friendly_id', 'title', 'status', 'due_at', 'type_id', 'agent_id']);

/** The whole ticket: public comments only (doc L1882-1933). */
export const myTicket = view(fields, [
  'id',
  'friendly_id',
  'title',
  'description',
  'status',
  'created_at',
  'updated_at',
  'due_at',
  'closed_at',
  'type_id',
  'agent_id',
  'comments',
  'attachments',
]);

/** A requester's `status` is searched as it is shown; what BOSSDesk does is unknown. */
export const searchMyTickets = (agents: Searchable<TicketRecord>): Searchable<TicketRecord> => ({
  ...agents,
  columns: { ...agents.columns, status: { type: 'string', read: requesterStatus } },
});
