import { ids, tickets } from './seeded.js';
import { byId } from './support.js';

/** One run of an action: what is filled in, what leaves, what comes out. */
export interface ActionCase {
  readonly parameters: Record<string, unknown>;
  /** `METHOD path?query`, decoded. */
  readonly wire: readonly string[];
  /** Of the last request. */
  readonly body?: unknown;
  readonly output: Record<string, unknown>;
}

const on = (number: number) => ({ ticketNumber: byId(number) });

/** By action, those whose parameters are known beforehand. */
export const actionCases: Readonly<Record<string, ActionCase>> = {
  'account.get': { parameters: {}, wire: ['GET /account'], output: { full_domain: expect.any(String) } },

  'ci.create': {
    parameters: {
      name: 'TS-21442',
      additionalFields: {
        serialNumber: '74-235-5486',
        statusId: byId(ids.active),
        typeId: byId(ids.laptop),
        locationId: ids.atlanta,
        tagIds: [ids.production],
        userIds: `[${ids.nfeeney}, ${ids.aldente}]`,
      },
    },
    wire: ['POST /cis'],
    body: {
      ci: {
        name: 'TS-21442',
        serial_number: '74-235-5486',
        status_id: ids.active,
        type_id: ids.laptop,
        location_id: ids.atlanta,
        tag_ids: [ids.production],
        user_ids: [ids.nfeeney, ids.aldente],
      },
    },
    output: { friendly_id: expect.any(Number), name: 'TS-21442', location: { id: ids.atlanta, name: 'Atlanta' } },
  },
  'ci.delete': { parameters: { ciNumber: byId(3) }, wire: ['DELETE /cis/3'], output: { deleted: true } },
  'ci.get': {
    parameters: { ciNumber: byId(1) },
    wire: ['GET /cis/1'],
    output: { friendly_id: 1, name: 'BOSS-1000', type: 'Desktop', status: 'Active' },
  },
  'ci.getAll': {
    parameters: { limit: 2, options: { sort: { sorts: [{ field: 'name', direction: 'desc' }] } } },
    wire: ['GET /cis?page=1&per_page=2&q[s]=name desc'],
    output: { friendly_id: expect.any(Number), type: expect.any(String) },
  },
  'ci.getByBarcode': {
    parameters: { barcode: 'BOSS-1000' },
    wire: ['GET /cis/by_barcode/BOSS-1000'],
    output: { friendly_id: 1, name: 'BOSS-1000' },
  },
  'ci.update': {
    parameters: { ciNumber: byId(2), updateFields: { model: 'Alpha 1', clearFields: ['manufacturerId', 'tagIds'] } },
    wire: ['PATCH /cis/2'],
    body: { ci: { model: 'Alpha 1', manufacturer_id: null, tag_ids: [] } },
    output: { updated: true, friendly_id: 2 },
  },

  'ciNote.create': {
    parameters: { ciNumber: byId(1), text: 'Fan is loud' },
    wire: ['POST /cis/1/notes'],
    body: { note: { text: 'Fan is loud' } },
    output: { id: expect.any(Number), text: 'Fan is loud' },
  },

  'myTicket.addComment': {
    parameters: { ...on(tickets.own), body: 'Thanks & bye' },
    wire: [`POST /my/tickets/${tickets.own}/comments`],
    body: { comment: { body: '<p>Thanks &amp; bye</p>' } },
    output: { id: expect.any(Number), body: '<p>Thanks &amp; bye</p>' },
  },
  'myTicket.create': {
    parameters: {
      title: 'A mouse',
      typeId: byId(ids.serviceRequest),
      additionalFields: { description: 'Two\n\nparts' },
    },
    wire: ['POST /my/tickets'],
    body: { ticket: { title: 'A mouse', description: '<p>Two</p><p>parts</p>', type_id: ids.serviceRequest } },
    output: { friendly_id: expect.any(Number), title: 'A mouse' },
  },
  'myTicket.get': {
    parameters: on(tickets.own),
    wire: [`GET /my/tickets/${tickets.own}`],
    output: { friendly_id: tickets.own, title: 'Second monitor for my desk', agent: 'Barry Cade' },
  },
  'myTicket.getAll': {
    parameters: { limit: 1, options: { sort: { sorts: [{ field: 'friendly_id' }] } } },
    wire: ['GET /my/tickets?page=1&per_page=1&q[s]=friendly_id asc'],
    output: { friendly_id: expect.any(Number) },
  },
  'myTicket.reopen': {
    parameters: on(tickets.closedOwn),
    wire: [`PATCH /my/tickets/${tickets.closedOwn}/reopen`],
    body: {},
    output: { friendly_id: tickets.closedOwn, status: 'open' },
  },

  'reference.getAll': {
    parameters: { list: 'helpdesk_priorities', returnAll: true },
    wire: ['GET /helpdesk_priorities'],
    output: { id: ids.low, name: 'Low', level: 0 },
  },

  'savedSearch.getAll': {
    parameters: { limit: 2 },
    wire: ['GET /searches'],
    output: { name: 'All printers', owner_class: 'ci' },
  },
  'savedSearch.run': {
    parameters: { searchId: byId(38_003), limit: 1 },
    wire: ['GET /searches/38003?page=1&per_page=1'],
    output: { friendly_id: expect.any(Number), agent: null },
  },

  'task.create': {
    parameters: {
      ...on(tickets.vpn),
      title: 'Call the provider',
      additionalFields: {
        typeId: byId(ids.installation),
        teamId: byId(ids.serviceDesk),
        note: 'Ask for Sam',
        dueAt: '2026-11-28T15:00:00+02:00',
      },
    },
    wire: [`POST /tickets/${tickets.vpn}/tasks`],
    body: {
      task: {
        title: 'Call the provider',
        type_id: ids.installation,
        team_id: ids.serviceDesk,
        note: 'Ask for Sam',
        due_at: '2026-11-28T13:00:00.000Z',
      },
    },
    output: { id: expect.any(Number), title: 'Call the provider', due_at: '2026-11-28T13:00:00.000Z' },
  },
  'task.getAll': {
    parameters: on(tickets.full),
    wire: [`GET /tickets/${tickets.full}`],
    output: { id: expect.any(Number), title: 'Order a black cartridge' },
  },

  'ticket.addComment': {
    parameters: { ...on(tickets.vpn), body: '<p>Known <em>problem</em></p>' },
    wire: [`POST /tickets/${tickets.vpn}/comments`],
    body: { comment: { body: '<p>Known <em>problem</em></p>', is_public: false } },
    output: { id: expect.any(Number), is_public: false },
  },
  'ticket.close': {
    parameters: on(tickets.vpn),
    wire: [`PATCH /tickets/${tickets.vpn}/close`],
    body: {},
    output: { friendly_id: tickets.vpn, status: 'closed' },
  },
  'ticket.create': {
    parameters: {
      title: 'No network in room 4',
      typeId: byId(ids.incident),
      priorityId: byId(ids.high),
      additionalFields: {
        description: 'Since 9:00\nall <offline>',
        categoryId: byId(ids.network),
        requesterId: byId(ids.nfeeney),
        tagIds: [ids.vip, ids.remote],
      },
    },
    wire: ['POST /tickets'],
    body: {
      ticket: {
        title: 'No network in room 4',
        description: '<p>Since 9:00<br>all &lt;offline&gt;</p>',
        type_id: ids.incident,
        priority_id: ids.high,
        category_id: ids.network,
        requester_id: ids.nfeeney,
        tag_ids: [ids.vip, ids.remote],
      },
    },
    output: { friendly_id: expect.any(Number), title: 'No network in room 4', lock_version: 0, comments: [] },
  },
  'ticket.get': {
    parameters: on(tickets.full),
    wire: [`GET /tickets/${tickets.full}`],
    output: { friendly_id: tickets.full, requester: 'Nia Feeney', team: 'Hardware Team' },
  },
  'ticket.getAll': {
    parameters: { limit: 1, filters: { conditions: [{ field: 'friendly_id', predicate: 'eq', value: '2' }] } },
    wire: ['GET /tickets?page=1&per_page=1&q[friendly_id_eq]=2'],
    output: { friendly_id: 2, title: 'VPN drops every hour' },
  },
  'ticket.reopen': {
    parameters: on(tickets.closedOwn),
    wire: [`PATCH /tickets/${tickets.closedOwn}/reopen`],
    body: {},
    output: { friendly_id: tickets.closedOwn, closed_at: null },
  },
  'ticket.update': {
    parameters: {
      ...on(tickets.full),
      updateFields: { title: 'Printer prints colours', agentId: '', clearFields: ['teamId'], lockVersion: 2 },
    },
    wire: [`PATCH /tickets/${tickets.full}`],
    body: { ticket: { title: 'Printer prints colours', team_id: null, lock_version: 2 } },
    output: { updated: true, friendly_id: tickets.full },
  },

  'timeEntry.create': {
    parameters: {
      ...on(tickets.vpn),
      date: '2026-11-24',
      duration: 45,
      additionalFields: { billable: true, note: 'Phone' },
    },
    wire: [`POST /tickets/${tickets.vpn}/time_entries`],
    body: { time_entry: { date: '24-11-2026', duration: 45, billable: true, note: 'Phone' } },
    output: { id: expect.any(Number), date: '2026-11-24', duration: 45, billable: true },
  },
  'timeEntry.getAll': {
    parameters: on(tickets.full),
    wire: [`GET /tickets/${tickets.full}`],
    output: { id: expect.any(Number), duration: 150 },
  },

  'user.create': {
    parameters: {
      username: 'whilpert',
      additionalFields: {
        email: 'whilpert@example.com',
        firstName: 'Westley',
        phone: 5550100,
        tagIds: `[${ids.intern}]`,
      },
    },
    wire: ['POST /users'],
    body: {
      user: {
        username: 'whilpert',
        email: 'whilpert@example.com',
        first_name: 'Westley',
        phone: '5550100',
        tag_ids: [ids.intern],
      },
    },
    output: { friendly_id: expect.any(Number), username: 'whilpert' },
  },
  'user.get': {
    parameters: { userNumber: byId(2) },
    wire: ['GET /users/2'],
    output: { friendly_id: 2, username: 'aldente', group: 'Information Technology' },
  },
  'user.getAll': {
    parameters: { returnAll: true, filters: { conditions: [{ field: 'last_name', predicate: 'eq', value: 'Foley' }] } },
    wire: ['GET /users?page=1&per_page=30&q[last_name_eq]=Foley'],
    output: { last_name: 'Foley' },
  },
  'user.update': {
    parameters: {
      userNumber: byId(7),
      updateFields: { designation: 'Analyst', roleIds: [33_001], clearFields: ['phone'] },
    },
    wire: ['PATCH /users/7'],
    body: { user: { designation: 'Analyst', role_ids: [33_001], phone: null } },
    output: { updated: true, friendly_id: 7 },
  },
};
