import type { Call, Task } from './task.js';

const LAPTOP = { title: 'Laptop broken', type: 'Incident', priority: 'High', team: 'Hardware Team' };
const WAITING = { extended_status: 'Waiting on Customer' };
const showWaiting: Call = ['search_tickets', { ...WAITING, status: 'open', filters: { updated_at_lt: '-14d' } }];
const closeEach = (...numbers: readonly number[]): Call[] =>
  numbers.map((ticket_number) => ['close_ticket', { ticket_number }]);
const LEAST_BUSY: Call = ['search_tickets', { status: 'open', count_by: 'agent' }];
const TELL = { body: 'The fault is back.', is_public: true };

/** Requests that change the desk. */
export const changingTasks: readonly Task[] = [
  {
    says: 'My laptop is broken, high priority; give it to whoever of us is least busy.',
    gold: [LEAST_BUSY, ['create_ticket', { ...LAPTOP, agent: 'Casandra Corkery' }]],
    // Who has none is found among all agents alone.
    plain: [
      ['search_users', { filters: { is_agent_true: true }, limit: 100 }],
      ['search_tickets', { filters: { status_not_eq: 'closed' }, limit: 100 }],
      ['create_ticket', { ...LAPTOP, agent: 'Casandra Corkery' }],
    ],
    facts: [/^2 \| Casandra Corkery/m, /Created ticket 201 /, /agent: Casandra Corkery/],
    wrong: {
      'whoever is busiest': [LEAST_BUSY, ['create_ticket', { ...LAPTOP, agent: 'Alfonso White' }]],
      'another priority': [LEAST_BUSY, ['create_ticket', { ...LAPTOP, priority: 'Low', agent: 'Casandra Corkery' }]],
      'created twice': [
        LEAST_BUSY,
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
      ['reopen_ticket', { ticket_number: 5 }],
      ['add_ticket_comment', { ticket_number: 5, ...TELL }],
    ],
    facts: [/Reopened ticket 5/, /Added public comment/],
    wrong: {
      'left closed': [['add_ticket_comment', { ticket_number: 5, ...TELL }]],
      'told to nobody': [
        ['reopen_ticket', { ticket_number: 5 }],
        ['add_ticket_comment', { ticket_number: 5, ...TELL, is_public: false }],
      ],
      'without a word': [['reopen_ticket', { ticket_number: 5 }]],
      'the status guessed as a field': [
        ['update_ticket', { ticket_number: 5, status: 'open' }],
        ['add_ticket_comment', { ticket_number: 5, ...TELL }],
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
    says: 'Show me what has waited on the customer for longer than 14 days, then close it.',
    gold: [showWaiting, ...closeEach(146, 107, 2)],
    plain: [
      ['search_tickets', { ...WAITING, filters: { status_not_eq: 'closed', updated_at_lt: '2026-05-18' } }],
      ...closeEach(146, 107, 2),
    ],
    facts: [/^146 \|[\s\S]*^107 \|[\s\S]*^2 \|/m],
    wrong: {
      'one of them forgotten': [showWaiting, ...closeEach(146, 107)],
      'what waits on the vendor': [
        [
          'search_tickets',
          { extended_status: 'Waiting on Vendor', status: 'open', filters: { updated_at_lt: '-14d' } },
        ],
        ...closeEach(146, 107, 2),
      ],
      'closed without being shown': closeEach(146, 107, 2),
      'one too many': [showWaiting, ...closeEach(146, 107, 2, 75)],
    },
  },
];
