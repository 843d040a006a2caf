import { get, type ToolCases } from './toolCase.js';

const me = 22001;

/** Writes to tickets, in an order in which one can use what another made: ticket 201 is the first created. */
export const ticketCases: ToolCases = {
  create_ticket: [
    {
      args: {
        title: 'No sound',
        type: 'Incident',
        priority: 'High',
        description: '<p>In the <em>big</em> room</p>',
        extended_status: 'On hold',
        category: 'Hardware',
        requester: 'Don Key',
        team: 'Service Desk',
        agent: 'me',
        tags: ['vip', '31002'],
        custom_fields: { 'Asset Tag': 'A-1', 'Blocks Work': true, 'incident type': 'broken cable', '35004': 3 },
      },
      sends: [
        {
          request: 'POST /tickets',
          body: {
            ticket: {
              title: 'No sound',
              type_id: 11001,
              priority_id: 12003,
              description: '<p>In the <em>big</em> room</p>',
              extended_status_id: 14002,
              category_id: 13001,
              requester_id: 22006,
              team_id: 15001,
              agent_id: me,
              tag_ids: [31001, 31002],
              custom_fields: { '35001': 'A-1', '35004': 3, '35007': true, '35008': 36002 },
            },
          },
        },
      ],
      says: /^Created ticket 201 \(id \d+\)\..*agent: Jack Pot \(22001\).*Incident Type \(35008\): Broken cable \(36002\)/s,
    },
  ],
  update_ticket: [
    {
      args: { ticket_number: 201, title: 'No sound at all', agent: 'none', tags: ['none'], lock_version: 0 },
      sends: [
        get('/tickets/201'),
        {
          request: 'PATCH /tickets/201',
          body: { ticket: { title: 'No sound at all', agent_id: null, tag_ids: [], lock_version: 0 } },
        },
        get('/tickets/201'),
      ],
      says: /^Updated ticket 201\..*agent: none.*lock_version is now 1\.$/s,
    },
  ],
  add_ticket_comment: [
    {
      args: { ticket_number: 201, body: 'Looking into it.\nSoon.' },
      sends: [
        {
          request: 'POST /tickets/201/comments',
          body: { comment: { body: '<p>Looking into it.<br>Soon.</p>', is_public: false } },
        },
      ],
      says: /^Added private comment \d+ to ticket 201\./,
    },
    {
      args: { ticket_number: 201, body: '<p>Hello</p>', is_public: true },
      sends: [{ request: 'POST /tickets/201/comments', body: { comment: { body: '<p>Hello</p>', is_public: true } } }],
      says: /^Added public comment \d+ to ticket 201\./,
    },
  ],
  close_ticket: [
    {
      args: { ticket_number: 201, comment: 'Cable replaced' },
      sends: [
        {
          request: 'POST /tickets/201/comments',
          body: { comment: { body: '<p>Cable replaced</p>', is_public: false } },
        },
        { request: 'PATCH /tickets/201/close', body: {} },
      ],
      says: /^Added private comment \d+ and closed ticket 201; its status is closed\.$/,
    },
  ],
  reopen_ticket: [
    {
      args: { ticket_number: 201 },
      sends: [{ request: 'PATCH /tickets/201/reopen', body: {} }],
      says: /^Reopened ticket 201; its status is /,
    },
  ],
  add_task: [
    {
      args: {
        ticket_number: 201,
        title: 'Buy a cable',
        type: 'Purchase',
        team: 'Hardware Team',
        agent: 'Barry Cade',
        note: '2 m',
        due_at: '2026-12-01T09:00:00+01:00',
      },
      sends: [
        {
          request: 'POST /tickets/201/tasks',
          body: {
            task: {
              title: 'Buy a cable',
              type_id: 16005,
              team_id: 15002,
              agent_id: 22003,
              note: '2 m',
              due_at: '2026-12-01T08:00:00.000Z',
            },
          },
        },
      ],
      says: /^Added task \d+ to ticket 201\./,
    },
  ],
  update_task: [
    {
      args: { ticket_number: 1, task_id: 'TASK', title: 'Order two cartridges', agent: '22002' },
      sends: [
        { request: 'PATCH /tickets/1/tasks/TASK', body: { task: { title: 'Order two cartridges', agent_id: 22002 } } },
      ],
      says: /^Updated task \d+ of ticket 1\./,
    },
  ],
  close_task: [
    {
      args: { ticket_number: 1, task_id: 'TASK', note: 'Ordered' },
      sends: [{ request: 'PATCH /tickets/1/tasks/TASK/close', body: { task: { note: 'Ordered' } } }],
      says: /^Closed task \d+ of ticket 1\./,
    },
  ],
  reopen_task: [
    {
      args: { ticket_number: 1, task_id: 'TASK' },
      sends: [{ request: 'PATCH /tickets/1/tasks/TASK/reopen', body: {} }],
      says: /^Reopened task \d+ of ticket 1\.$/,
    },
  ],
  add_time_entry: [
    {
      args: {
        ticket_number: 1,
        date: '2024-02-29',
        duration: 45,
        agent: 'Al Dente',
        billable: true,
        task_id: 'TASK',
        note: 'On site',
      },
      sends: [
        {
          request: 'POST /tickets/1/time_entries',
          body: {
            time_entry: {
              date: '29-02-2024',
              duration: 45,
              agent_id: 22002,
              billable: true,
              task_id: 'TASK',
              note: 'On site',
            },
          },
        },
      ],
      says: /^Logged 45 minutes on ticket 1 \(time entry \d+\)\./,
    },
  ],
  update_time_entry: [
    {
      args: { ticket_number: 1, time_entry_id: 'ENTRY', date: '2017-12-31', duration: 60 },
      sends: [
        { request: 'PATCH /tickets/1/time_entries/ENTRY', body: { time_entry: { date: '31-12-2017', duration: 60 } } },
      ],
      says: /^Updated time entry \d+ of ticket 1\./,
    },
  ],
  create_my_ticket: [
    {
      args: { title: 'My chair squeaks', type: 'Service Request', description: 'Since Monday' },
      sends: [
        {
          request: 'POST /my/tickets',
          body: { ticket: { title: 'My chair squeaks', description: '<p>Since Monday</p>', type_id: 11002 } },
        },
      ],
      says: /^Created ticket \d+ \(id \d+\)\./,
    },
  ],
  add_my_ticket_comment: [
    {
      args: { ticket_number: 4, body: 'Thank you' },
      sends: [{ request: 'POST /my/tickets/4/comments', body: { comment: { body: '<p>Thank you</p>' } } }],
      says: /^Added comment \d+ to ticket 4\./,
    },
  ],
  reopen_my_ticket: [
    {
      args: { ticket_number: 5 },
      sends: [{ request: 'PATCH /my/tickets/5/reopen', body: {} }],
      says: /^Reopened ticket 5; its status is open\.$/,
    },
  ],
};
