import { readEach, type Task } from './task.js';

const ESCALATED = { status: 'open', extended_status: 'Escalated' };
const OF_JENNA = { requester: 'Jenna Roob', updated_since: '2026-05-01' };
const OF_DOE = { agent: 'John Doe', updated_since: '2026-05-01' };
const CLOSED_LAST_WEEK = { closed_at_gteq: '2026-05-25', closed_at_lt: '2026-06-01' };
const PRINTERS = { type: 'Printer', location: 'Berlin' };
const NOT_SEEN = { g: [{ m: 'or', inventory_updated_at_lt: '-60d', inventory_updated_at_null: true }] };

const NOT_CLOSED = { status_not_eq: 'closed' };

/** Requests that are answered by what records say. */
export const readingTasks: readonly Task[] = [
  {
    says: 'My open tickets by due date.',
    gold: [['search_tickets', { agent: 'me', status: 'open', sort: 'due_at' }]],
    plain: [['search_tickets', { agent: 'me', filters: NOT_CLOSED, sort: 'due_at' }]],
    facts: [/^Tickets 1 to 4, no more after these[\s\S]*^20 \|[\s\S]*^97 \|[\s\S]*^130 \|[\s\S]*^175 \|/m],
    wrong: {
      'those that I requested': [['search_tickets', { requester: 'me', status: 'open', sort: 'due_at' }]],
      'closed ones among them': [['search_tickets', { agent: 'me', sort: 'due_at' }]],
      'the latest first': [['search_tickets', { agent: 'me', status: 'open', sort: 'due_at desc' }]],
    },
  },
  {
    says: 'Which printers in Berlin have not been inventoried for 60 days?',
    gold: [
      ['search_cis', { ...PRINTERS, filters: { inventory_updated_at_lt: '-60d' } }],
      ['search_cis', { ...PRINTERS, filters: NOT_SEEN }],
    ],
    plain: [
      ['search_cis', { ...PRINTERS, filters: { inventory_updated_at_lt: '2026-04-02' } }],
      [
        'search_cis',
        {
          ...PRINTERS,
          filters: { g: [{ m: 'or', inventory_updated_at_lt: '2026-04-02', inventory_updated_at_null: true }] },
        },
      ],
    ],
    facts: [/^CIs 1 to 3, no more after these[\s\S]*PRN-1041[\s\S]*PRN-1055[\s\S]*PRN-1071/m],
    wrong: {
      'those that never were forgotten': [
        ['search_cis', { ...PRINTERS, filters: { inventory_updated_at_lt: '-60d' } }],
      ],
      'another place': [['search_cis', { ...PRINTERS, location: 'Atlanta', filters: NOT_SEEN }]],
      'all that was changed long ago': [['search_cis', { ...PRINTERS, filters: { updated_at_lt: '-60d' } }]],
    },
  },
  {
    says: 'What did we do for Jenna Roob last month?',
    gold: [
      ['search_tickets', OF_JENNA],
      ['get_tickets', { ticket_numbers: [160, 156, 148, 74], show: ['comments', 'time'] }],
    ],
    plain: [['search_tickets', OF_JENNA], ...readEach(160, 156, 148, 74)],
    facts: [
      /Done\. Please tell us if it happens again\./,
      /2026-05-07 \| 75 minutes \| Rashawn Leannon/,
      /^ticket 74 /m,
    ],
    wrong: {
      'titles alone': [['search_tickets', OF_JENNA]],
      'what she did as an agent': [['search_tickets', { agent: 'Jenna Roob', updated_since: '2026-05-01' }]],
      'one of four': [
        ['search_tickets', OF_JENNA],
        ['get_tickets', { ticket_numbers: [160], show: ['comments', 'time'] }],
      ],
    },
  },
  {
    says: 'How many hours did John Doe log in May?',
    gold: [
      ['search_tickets', OF_DOE],
      ['get_tickets', { ticket_numbers: [198, 183, 164, 145, 138, 110, 108, 87], show: ['time'] }],
    ],
    plain: [['search_tickets', OF_DOE], ...readEach(198, 183, 164, 145, 138, 110, 108, 87)],
    facts: [
      /2026-05-30 \| 165 minutes \| John Doe/,
      /2026-05-13 \| 150 minutes \| John Doe/,
      /2026-05-16 \| 195 minutes \| John Doe/,
    ],
    wrong: {
      'open ones alone': [
        ['search_tickets', { ...OF_DOE, status: 'open' }],
        ['get_tickets', { ticket_numbers: [198, 183, 138, 108], show: ['time'] }],
      ],
      'what he requested': [['search_tickets', { requester: 'John Doe', updated_since: '2026-05-01' }]],
      'comments read in place of time': [
        ['search_tickets', OF_DOE],
        ['get_tickets', { ticket_numbers: [198, 183, 164, 145, 138, 110, 108, 87], show: ['comments'] }],
      ],
    },
  },
  {
    says: 'How long have we worked on tickets 1 and 2, and what tasks are left?',
    gold: [['get_tickets', { ticket_numbers: [1, 2], show: ['time', 'tasks'] }]],
    plain: readEach(1, 2),
    facts: [/time entries, 150 minutes/, /Order a black cartridge \| open/, /^ticket 2 /m],
    wrong: {
      'comments read in place of time': [['get_tickets', { ticket_numbers: [1, 2], show: ['comments'] }]],
      'one of two': [['get_tickets', { ticket_numbers: [1], show: ['time', 'tasks'] }]],
    },
  },
  {
    says: 'What was last said on tickets 150, 154 and 177?',
    gold: [['get_tickets', { ticket_numbers: [150, 154, 177], show: ['comments'] }]],
    plain: readEach(150, 154, 177),
    facts: [/Here is what I see on the screen/, /^ticket 154 [\s\S]*Thank you, that helped/m, /^ticket 177 /m],
    wrong: {
      'without comments': [['get_tickets', { ticket_numbers: [150, 154, 177] }]],
      'a number misread': [['get_tickets', { ticket_numbers: [150, 145, 177], show: ['comments'] }]],
    },
  },
  {
    says: 'What is being said on the escalated ones?',
    gold: [
      ['search_tickets', ESCALATED],
      ['get_tickets', { ticket_numbers: [153, 151, 94, 74, 20], show: ['comments'] }],
    ],
    plain: [
      ['search_tickets', { extended_status: 'Escalated', filters: NOT_CLOSED }],
      ...readEach(153, 151, 94, 74, 20),
    ],
    facts: [/It still happens, twice this morning/, /The part is on order/, /I have restarted the service/],
    wrong: {
      'the newest of them alone': [
        ['search_tickets', ESCALATED],
        ['get_tickets', { ticket_numbers: [153, 151], show: ['comments'] }],
      ],
      'what is on hold': [
        ['search_tickets', { ...ESCALATED, extended_status: 'On hold' }],
        ['get_tickets', { ticket_numbers: [4], show: ['comments'] }],
      ],
      'the status guessed': [['search_tickets', { status: 'escalated' }]],
    },
  },
  {
    says: 'How much time went into what the Hardware Team closed last week?',
    gold: [
      ['search_tickets', { team: 'Hardware Team', filters: CLOSED_LAST_WEEK }],
      ['get_tickets', { ticket_numbers: [186, 185, 179], show: ['time'] }],
    ],
    plain: [['search_tickets', { team: 'Hardware Team', filters: CLOSED_LAST_WEEK }], ...readEach(186, 185, 179)],
    facts: [/^ticket 179 [\s\S]*time entries, 75 minutes/m, /^ticket 186 [\s\S]*time entries, 0 minutes/m],
    wrong: {
      'another team': [
        ['search_tickets', { team: 'Service Desk', filters: CLOSED_LAST_WEEK }],
        ['get_tickets', { ticket_numbers: [186, 185], show: ['time'] }],
      ],
      'the last of them forgotten': [
        ['search_tickets', { team: 'Hardware Team', filters: CLOSED_LAST_WEEK }],
        ['get_tickets', { ticket_numbers: [186, 185], show: ['time'] }],
      ],
    },
  },
  {
    says: 'Which tasks are open on Gene Poole’s tickets?',
    gold: [
      ['search_tickets', { agent: 'Gene Poole', status: 'open' }],
      ['get_tickets', { ticket_numbers: [199, 190, 81, 48], show: ['tasks'] }],
    ],
    plain: [['search_tickets', { agent: 'Gene Poole', filters: NOT_CLOSED }], ...readEach(199, 190, 81, 48)],
    facts: [/^ticket 199 [\s\S]*Order the spare part \| open/m, /^ticket 48 /m],
    wrong: {
      'tickets that he requested': [['search_tickets', { requester: 'Gene Poole', status: 'open' }]],
      'time read in place of tasks': [
        ['search_tickets', { agent: 'Gene Poole', status: 'open' }],
        ['get_tickets', { ticket_numbers: [199, 190, 81, 48], show: ['time'] }],
      ],
    },
  },
];
