import { ids, tickets } from '../seeded.js';
import { byId } from '../support.js';
import type { ActionCase } from './actionCase.js';

const on = (number: number) => ({ ticketNumber: byId(number) });

/** Tickets, and what is done on them. */
export const ticketWorkCases: Readonly<Record<string, ActionCase>> = {
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
    parameters: { limit: 1, sort: { rules: [{ field: 'friendly_id' }] } },
    wire: [
      'GET /my/tickets?page=1&per_page=1&q[s][]=friendly_id asc&q[s][]=id asc',
      // One row cannot show that a sort counts.
      'GET /my/tickets?page=1&per_page=1&q[friendly_id_null]=1&q[friendly_id_not_null]=1',
    ],
    output: { friendly_id: expect.any(Number) },
  },
  'myTicket.reopen': {
    parameters: on(tickets.closedOwn),
    wire: [`PATCH /my/tickets/${tickets.closedOwn}/reopen`],
    body: {},
    output: { friendly_id: tickets.closedOwn, status: 'open' },
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
    output: { friendly_id: expect.any(Number), title: 'No network in room 4', lock_version: 0 },
  },
  'ticket.get': {
    parameters: on(tickets.full),
    wire: [`GET /tickets/${tickets.full}`, 'GET /custom_fields'],
    output: { friendly_id: tickets.full, requester: 'Nia Feeney', team: 'Hardware Team' },
  },
  'ticket.count': {
    parameters: { filters: { conditions: [{ field: 'friendly_id', predicate: 'isAtMost', value: '3' }] } },
    wire: ['GET /tickets?page=1&per_page=30&q[friendly_id_lteq]=3&q[s]=id desc'],
    output: { count: 3 },
  },
  'ticket.getAll': {
    parameters: { limit: 1, filters: { conditions: [{ field: 'friendly_id', predicate: 'eq', value: '2' }] } },
    wire: ['GET /tickets?page=1&per_page=1&q[friendly_id_eq]=2&q[s]=id desc'],
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
};
