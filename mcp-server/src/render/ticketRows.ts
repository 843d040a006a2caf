import type { OperationOutput } from 'bossdesk-client';
import type { Column } from './table.js';
import { showPerson, showRef, showTime } from './values.js';

type TicketRow = OperationOutput<'tickets.list'>[number];
type MyTicketRow = OperationOutput<'myTickets.list'>[number];

const shared: readonly Column<MyTicketRow>[] = [
  { heading: 'number', cell: ({ friendly_id }) => String(friendly_id) },
  { heading: 'title', cell: ({ title }) => title },
  { heading: 'status', cell: ({ status }) => status },
  { heading: 'type (id)', cell: ({ type }) => showRef(type) },
];

const agentAndDue: readonly Column<MyTicketRow>[] = [
  { heading: 'agent (id)', cell: ({ agent }) => showPerson(agent) },
  { heading: 'due', cell: ({ due_at }) => showTime(due_at) },
];

export const ticketColumns: readonly Column<TicketRow>[] = [
  ...shared,
  { heading: 'priority (id)', cell: ({ priority }) => showRef(priority) },
  { heading: 'category (id)', cell: ({ category }) => showRef(category) },
  { heading: 'extended status (id)', cell: ({ extended_status }) => showRef(extended_status) },
  { heading: 'requester (id)', cell: ({ requester }) => showPerson(requester) },
  ...agentAndDue,
];

/** What requesters see of their own tickets. */
export const myTicketColumns: readonly Column<MyTicketRow>[] = [...shared, ...agentAndDue];
