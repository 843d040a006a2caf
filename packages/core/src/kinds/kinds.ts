import { id, number, oneOf, optional, optionalRef, ref, refs, text, time, yesNo } from './filterField.js';
import type { Kind } from './kind.js';
import { people } from './people.js';
import { referenceKinds } from './reference.js';
import { byNameOrCode, byTitle, similarNames } from './searches.js';

/** What people act on, of a row of the list. */
const ticketRow = [
  'id',
  'friendly_id',
  'title',
  'status',
  'extended_status',
  'type',
  'priority',
  'category',
  'requester',
  'agent',
  'team',
  'due_at',
] as const;

/** A requester's own tickets show fewer of them. What a row has, the whole record has too. */
const simpleTicket = {
  row: ticketRow,
  whole: [
    ...ticketRow,
    'description',
    'created_at',
    'updated_at',
    'closed_at',
    'lock_version',
    'tags',
    'custom_fields',
  ],
} as const;

const ciRow = [
  'id',
  'friendly_id',
  'name',
  'description',
  'alias',
  'type',
  'status',
  'online',
  'archived',
  'updated_at',
] as const;

const simpleCi = {
  row: ciRow,
  whole: [
    ...ciRow,
    'model',
    'manufacturer',
    'serial_number',
    'control_number',
    'location',
    'users',
    'tags',
    'created_at',
    'archived_at',
    'custom_fields',
  ],
} as const;

const CLOSED = 'closed';

/** What is not closed is open: requesters are shown no more of it (doc L1857). */
const open = { open: [CLOSED] };

/** All values of a ticket's status: doc L1384, L1442; what is closed (doc L1781) is shown as such (notes 5.37). */
const ticketStatus = oneOf('status', ['incoming', 'assigned', CLOSED], open);

/** Whether the server compares what requesters are shown is unknown: `open` is asked for by what it is not. */
const myTicketStatus = oneOf('status', [CLOSED], open);

/** Every kind of record of the API, by the name of its collection in paths (`/tickets/75/tasks/15`). */
export const kinds = {
  tickets: {
    word: 'ticket',
    noun: 'ticket',
    plural: 'tickets',
    by: 'number',
    list: 'tickets.list',
    read: 'tickets.get',
    isTitled: true,
    ownerClass: 'ticket',
    search: byTitle,
    order: 'id desc',
    filters: [
      optionalRef('agent_id', 'agents'),
      optionalRef('category_id', 'helpdesk_categories'),
      optional(time('closed_at')),
      time('created_at'),
      optional(text('description')),
      optional(time('due_at')),
      optionalRef('extended_status_id', 'helpdesk_extended_statuses'),
      number('friendly_id'),
      id(),
      ref('priority_id', 'helpdesk_priorities'),
      optional(text('requester_email')),
      ref('requester_id', 'users'),
      optional(text('source')),
      ticketStatus,
      refs('tags_id', 'tags'),
      optionalRef('team_id', 'teams'),
      text('title'),
      ref('type_id', 'ticket_types'),
      time('updated_at'),
    ],
    simple: simpleTicket,
  },
  my_tickets: {
    word: 'ticket',
    noun: 'ticket',
    plural: 'tickets',
    by: 'number',
    list: 'myTickets.list',
    read: 'myTickets.get',
    isTitled: true,
    ownerClass: 'ticket',
    search: byTitle,
    order: 'id desc',
    filters: [
      optional(time('closed_at')),
      time('created_at'),
      optional(time('due_at')),
      number('friendly_id'),
      id(),
      myTicketStatus,
      text('title'),
      ref('type_id', 'ticket_types'),
      time('updated_at'),
    ],
    simple: simpleTicket,
  },
  comments: {
    word: 'comment',
    noun: 'comment',
    plural: 'comments',
    by: 'id',
    partOf: { kind: 'tickets', field: 'comments' },
  },
  tasks: {
    word: 'task',
    noun: 'task',
    plural: 'tasks',
    by: 'id',
    partOf: { kind: 'tickets', field: 'tasks' },
  },
  time_entries: {
    word: 'time_entry',
    noun: 'time entry',
    plural: 'time entries',
    by: 'id',
    partOf: { kind: 'tickets', field: 'time_entries' },
  },
  attachments: { word: 'attachment', noun: 'attachment', plural: 'attachments', by: 'id' },
  cis: {
    word: 'ci',
    noun: 'CI',
    plural: 'CIs',
    by: 'number',
    list: 'cis.list',
    read: 'cis.get',
    ownerClass: 'ci',
    codes: ['serial_number', 'control_number'],
    byCode: { operation: 'cis.getByBarcode', parameter: 'barcode' },
    search: byNameOrCode,
    similar: similarNames,
    order: 'name asc',
    filters: [
      optional(time('archived_at')),
      optional(text('control_number')),
      time('created_at'),
      optional(text('description')),
      optional(text('dns_host_name')),
      number('friendly_id'),
      id(),
      optional(time('inventory_updated_at')),
      optionalRef('location_id', 'locations'),
      optionalRef('manufacturer_id', 'manufacturers'),
      optional(text('model')),
      text('name'),
      optional(yesNo('online')),
      optional(text('serial_number')),
      optionalRef('status_id', 'ci_statuses'),
      refs('tags_id', 'tags'),
      optionalRef('type_id', 'ci_types'),
      time('updated_at'),
      refs('users_id', 'users'),
    ],
    simple: simpleCi,
  },
  notes: { word: 'note', noun: 'note', plural: 'notes', by: 'id' },
  ...people,
  searches: { word: 'search', noun: 'saved search', plural: 'saved searches', by: 'id', list: 'savedSearches.list' },
  /** No route lists them (notes 5.54). */
  roles: { word: 'role', noun: 'role', plural: 'roles', by: 'id' },
  account: { word: 'account', noun: 'account', plural: 'accounts', by: 'id', read: 'account.get' },
  sessions: { word: 'session', noun: 'session', plural: 'sessions', by: 'id' },

  ...referenceKinds,
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof kinds;
