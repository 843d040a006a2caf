import type { Task } from './task.js';

const LAPTOP = { title: 'Laptop broken', type: 'Incident', priority: 'High', team: 'Hardware Team' };

/** Everyday requests to an assistant at a desk, on the sandbox's seeded data; `me` is Jack Pot. */
export const tasks: readonly Task[] = [
  {
    says: 'How many tickets are open?',
    gold: [['search_tickets', { status: 'open', count_by: 'total' }]],
    facts: [/^91 tickets\.$/m],
    wrong: {
      'all of them counted': [['search_tickets', { count_by: 'total' }]],
      'a page of rows taken for all': [['search_tickets', { status: 'open', limit: 100, page: 2 }]],
    },
  },
  {
    says: 'Who has the most overdue tickets?',
    gold: [['search_tickets', { overdue: true, count_by: 'agent' }]],
    facts: [/^8 \| Alfonso White/m],
    wrong: {
      'open ones counted': [['search_tickets', { status: 'closed', count_by: 'agent' }]],
      'counted by team': [['search_tickets', { overdue: true, count_by: 'team' }]],
    },
  },
  {
    says: 'Who in the Hardware Team has the most overdue tickets?',
    gold: [['search_tickets', { overdue: true, team: 'Hardware Team', count_by: 'agent' }]],
    facts: [/^2 \| Gene Poole \(22004\)$/m],
    wrong: {
      'the team is guessed': [['search_tickets', { overdue: true, team: 'Hardware', count_by: 'agent' }]],
      'another team': [['search_tickets', { overdue: true, team: 'Security', count_by: 'agent' }]],
      'of all teams': [['search_tickets', { overdue: true, count_by: 'agent' }]],
    },
  },
  {
    says: 'My laptop is broken, high priority; give it to whoever of us is least busy.',
    gold: [
      ['search_tickets', { status: 'open', count_by: 'agent' }],
      ['create_ticket', { ...LAPTOP, agent: 'Casandra Corkery' }],
    ],
    facts: [/^2 \| Casandra Corkery/m, /Created ticket 201 /, /agent: Casandra Corkery/],
    wrong: {
      'whoever is busiest': [
        ['search_tickets', { status: 'open', count_by: 'agent' }],
        ['create_ticket', { ...LAPTOP, agent: 'Alfonso White' }],
      ],
      'another priority': [
        ['search_tickets', { status: 'open', count_by: 'agent' }],
        ['create_ticket', { ...LAPTOP, priority: 'Low', agent: 'Casandra Corkery' }],
      ],
      'created twice': [
        ['search_tickets', { status: 'open', count_by: 'agent' }],
        ['create_ticket', { ...LAPTOP, agent: 'Casandra Corkery' }],
        ['create_ticket', { ...LAPTOP, agent: 'Casandra Corkery' }],
      ],
    },
  },
  {
    says: 'Tell the requester of ticket 2 that we look into it.',
    gold: [['add_ticket_comment', { ticket_number: 2, body: 'We look into it.', is_public: true }]],
    facts: [/Added public comment \d+ to ticket 2/],
    wrong: {
      'private in place of public': [['add_ticket_comment', { ticket_number: 2, body: 'We look into it.' }]],
      'on another ticket': [['add_ticket_comment', { ticket_number: 4, body: 'We look into it.', is_public: true }]],
    },
  },
  {
    says: 'Note on ticket 2, for us: waits for the provider.',
    gold: [['add_ticket_comment', { ticket_number: 2, body: 'Waits for the provider.' }]],
    facts: [/Added private comment/],
    wrong: {
      'public in place of private': [
        ['add_ticket_comment', { ticket_number: 2, body: 'Waits for the provider.', is_public: true }],
      ],
      'put into the description': [['update_ticket', { ticket_number: 2, description: 'Waits for the provider.' }]],
    },
  },
  {
    says: 'Close ticket 75, the cartridge is in.',
    gold: [['close_ticket', { ticket_number: 75, comment: 'The cartridge is in.' }]],
    facts: [/closed ticket 75; its status is closed/],
    wrong: {
      'the wrong ticket': [['close_ticket', { ticket_number: 3, comment: 'The cartridge is in.' }]],
      'without the comment': [['close_ticket', { ticket_number: 75 }]],
      'the status guessed as a field': [['update_ticket', { ticket_number: 75, status: 'closed' }]],
    },
  },
  {
    says: 'Tag ticket 1 as an outage.',
    gold: [['update_ticket', { ticket_number: 1, add_tags: ['outage'] }]],
    facts: [/outage \(31004\)/],
    wrong: {
      'all other tags lost': [['update_ticket', { ticket_number: 1, tags: ['outage'] }]],
      'a name guessed': [['update_ticket', { ticket_number: 1, add_tags: ['outages'] }]],
    },
  },
  {
    says: 'Reopen ticket 5 and tell the requester that the fault is back.',
    gold: [
      ['close_ticket', { ticket_number: 5 }],
      ['reopen_ticket', { ticket_number: 5 }],
      ['add_ticket_comment', { ticket_number: 5, body: 'The fault is back.', is_public: true }],
    ],
    facts: [/Reopened ticket 5/, /Added public comment/],
    wrong: {
      'left closed': [
        ['close_ticket', { ticket_number: 5 }],
        ['add_ticket_comment', { ticket_number: 5, body: 'The fault is back.', is_public: true }],
      ],
      'told to nobody': [
        ['close_ticket', { ticket_number: 5 }],
        ['reopen_ticket', { ticket_number: 5 }],
        ['add_ticket_comment', { ticket_number: 5, body: 'The fault is back.' }],
      ],
    },
  },
  {
    says: 'Note on what bears the barcode BOSS-1000: battery changed.',
    gold: [
      ['get_ci', { barcode: 'BOSS-1000' }],
      ['add_ci_note', { ci_number: 1, text: 'Battery changed' }],
    ],
    facts: [/^CI 1 /m, /Added note \d+ to CI 1/],
    wrong: {
      'on another machine': [
        ['get_ci', { barcode: 'BOSS-1000' }],
        ['add_ci_note', { ci_number: 2, text: 'Battery changed' }],
      ],
      'the number guessed': [['add_ci_note', { ci_number: 1000, text: 'Battery changed' }]],
    },
  },
  {
    says: 'How long have we worked on tickets 1 and 2, and what tasks are left?',
    gold: [['get_tickets', { ticket_numbers: [1, 2], show: ['time', 'tasks'] }]],
    facts: [/time entries, 150 minutes/, /Order a black cartridge \| open/, /^ticket 2 /m],
    wrong: {
      'comments read in place of time': [['get_tickets', { ticket_numbers: [1, 2], show: ['comments'] }]],
      'one of two': [['get_tickets', { ticket_numbers: [1], show: ['time', 'tasks'] }]],
    },
  },
  {
    says: 'My open tickets by due date.',
    gold: [['search_tickets', { agent: 'me', status: 'open', sort: 'due_at' }]],
    facts: [/^Tickets 1 to 4, no more after these[\s\S]*^20 \|[\s\S]*^97 \|[\s\S]*^130 \|[\s\S]*^175 \|/m],
    wrong: {
      'those that I requested': [['search_tickets', { requester: 'me', status: 'open', sort: 'due_at' }]],
      'closed ones among them': [['search_tickets', { agent: 'me', sort: 'due_at' }]],
    },
  },
  {
    says: 'How many did each team close since the first of May?',
    gold: [['search_tickets', { filters: { closed_at_gteq: '2026-05-01' }, count_by: 'team' }]],
    facts: [/^50 tickets, by team:/m, /^13 \| Service Desk/m],
    wrong: {
      'created ones counted': [['search_tickets', { filters: { created_at_gteq: '2026-05-01' }, count_by: 'team' }]],
      'open ones counted': [['search_tickets', { status: 'open', count_by: 'team' }]],
      'a filter made up': [['search_tickets', { filters: { closed_since: '2026-05-01' }, count_by: 'team' }]],
    },
  },
  {
    says: 'Show me what has waited on the customer for longer than 14 days, then close it.',
    gold: [
      [
        'search_tickets',
        { status: 'open', extended_status: 'Waiting on Customer', filters: { updated_at_lt: '-14d' } },
      ],
      ['close_ticket', { ticket_number: 146 }],
      ['close_ticket', { ticket_number: 107 }],
      ['close_ticket', { ticket_number: 2 }],
    ],
    facts: [/^146 \|[\s\S]*^107 \|[\s\S]*^2 \|/m],
    wrong: {
      'one of them forgotten': [
        [
          'search_tickets',
          { status: 'open', extended_status: 'Waiting on Customer', filters: { updated_at_lt: '-14d' } },
        ],
        ['close_ticket', { ticket_number: 146 }],
        ['close_ticket', { ticket_number: 107 }],
      ],
      'what waits on the vendor': [
        [
          'search_tickets',
          { status: 'open', extended_status: 'Waiting on Vendor', filters: { updated_at_lt: '-14d' } },
        ],
        ['close_ticket', { ticket_number: 146 }],
        ['close_ticket', { ticket_number: 107 }],
        ['close_ticket', { ticket_number: 2 }],
      ],
      'closed without being shown': [
        ['close_ticket', { ticket_number: 146 }],
        ['close_ticket', { ticket_number: 107 }],
        ['close_ticket', { ticket_number: 2 }],
      ],
    },
  },
  {
    says: 'What do we have in Chicago?',
    gold: [['search_cis', { location: 'Chicago', count_by: 'type' }]],
    facts: [/^21 CIs, by type:/m, /^8 \| Desktop/m],
    wrong: {
      'another place': [['search_cis', { location: 'Berlin', count_by: 'type' }]],
      'counted by status': [['search_cis', { location: 'Chicago', count_by: 'status' }]],
      'the place looked for in names': [['search_cis', { query: 'Chicago', count_by: 'type' }]],
    },
  },
  {
    says: 'How urgent is what is open?',
    gold: [['search_tickets', { status: 'open', count_by: 'priority' }]],
    facts: [/^91 tickets, by priority:/m, /^24 \| Urgent/m],
    wrong: {
      'closed ones among them': [['search_tickets', { count_by: 'priority' }]],
      'new ones alone': [['search_tickets', { status: 'incoming', count_by: 'priority' }]],
    },
  },
  {
    says: 'How many of our users are agents?',
    gold: [['search_users', { count_by: 'is_agent' }]],
    facts: [/^13 \| yes$/m],
    wrong: {
      'all counted': [['search_users', { count_by: 'total' }]],
      'counted by group': [['search_users', { count_by: 'group' }]],
    },
  },
];
