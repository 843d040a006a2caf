import type { OperationOutput } from 'bossdesk-client';
import type { Column } from './table.js';
import { showPerson, showRef, showTime } from './values.js';

type TicketRow = OperationOutput<'tickets.list'>[number];
type MyTicketRow = OperationOutput<'myTickets.list'>[number];

const shared: readonly Column<MyTicketRow>[] = [
  { heading: 'number', shows: ['friendly_id'], cell: ({ friendly_id }) => String(friendly_id) },
  { heading: 'title', shows: ['title'], cell: ({ title }) => title },
  { heading: 'status', shows: ['status'], cell: ({ status }) => status },
  { heading: 'type (id)', shows: ['type'], cell: ({ type }) => showRef(type) },
];

const agentAndDue: readonly Column<MyTicketRow>[] = [
  { heading: 'agent (id)', shows: ['agent'], cell: ({ agent }) => showPerson(agent) },
  { heading: 'due', shows: ['due_at'], cell: ({ due_at }) => showTime(due_at) },
];

export const ticketColumns: readonly Column<TicketRow>[] = [
  ...shared,
  { heading: 'priority (id)', shows: ['priority'], cell: ({ priority }) => showRef(priority) },
  { heading: 'category (id)', shows: ['category'], cell: ({ category }) => showRef(category) },
  {
    heading: 'extended status (id)',
    shows: ['extended_status'],
    cell: ({ extended_status }) => showRef(extended_status),
  },
  { heading: 'requester (id)', shows: ['requester'], cell: ({ requester }) => showPerson(requester) },
  ...agentAndDue,
];

/** What requesters see of their own tickets. */
export const myTicketColumns: readonly Column<MyTicketRow>[] = [...shared, ...agentAndDue];
