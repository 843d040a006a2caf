import { readEach, type Task } from './task.js';

const ENTRY = { ticket_number: 1, time_entry_id: 1_000_009 };
const BATTERY = { ticket_number: 75, title: 'Order a battery', agent: 'Al Dente', due_at: '2026-06-05' };

/** Requests about tasks, time and who works on what. */
export const workTasks: readonly Task[] = [
  {
    says: 'Al Dente is to order a battery for ticket 75 by Friday.',
    gold: [['add_task', BATTERY]],
    facts: [/^Added task \d+ to ticket 75/m, /agent: Al Dente/, /due at: 2026-06-05/],
    wrong: {
      'by another day': [['add_task', { ...BATTERY, due_at: '2026-06-12' }]],
      'for nobody': [['add_task', { ticket_number: 75, title: 'Order a battery', due_at: '2026-06-05' }]],
      'as a comment': [
        ['add_ticket_comment', { ticket_number: 75, body: 'Al Dente is to order a battery by Friday.' }],
      ],
    },
  },
  {
    says: 'Log 45 minutes on ticket 75 for today.',
    gold: [['add_time_entry', { ticket_number: 75, duration: 45 }]],
    facts: [/^Logged 45 minutes on ticket 75/m, /date: 2026-06-01/],
    wrong: {
      'hours in place of minutes': [['add_time_entry', { ticket_number: 75, duration: 45 * 60 }]],
      'of the day before': [['add_time_entry', { ticket_number: 75, duration: 45, date: 'yesterday' }]],
      'logged twice': [
        ['add_time_entry', { ticket_number: 75, duration: 45 }],
        ['add_time_entry', { ticket_number: 75, duration: 45 }],
      ],
    },
  },
  {
    says: 'Give ticket 200 to Sam Rivers, the one in sales.',
    gold: [
      ['update_ticket', { ticket_number: 200, agent: 'Sam Rivers' }],
      ['update_ticket', { ticket_number: 200, agent: 'sam.rivers.sales@example.com' }],
    ],
    facts: [/more than one agent is called "Sam Rivers"/, /^agent: Sam Rivers \(22009\)$/m],
    wrong: {
      'the other of that name': [['update_ticket', { ticket_number: 200, agent: 'samrivers' }]],
      'left with both': [['update_ticket', { ticket_number: 200, agent: 'Sam Rivers' }]],
      'as the requester': [['update_ticket', { ticket_number: 200, requester: 'sam.rivers.sales@example.com' }]],
    },
  },
  {
    says: 'The time on ticket 1 was logged by mistake: delete it. (The person agrees when asked.)',
    gold: [
      ['get_tickets', { ticket_numbers: [1], show: ['time'] }],
      ['delete_time_entry', ENTRY],
    ],
    // Where nobody asks the person, the first call is answered by what a second one has to say.
    plain: [...readEach(1), ['delete_time_entry', ENTRY], ['delete_time_entry', { ...ENTRY, confirm: true }]],
    facts: [/id 1000009 \| 2026-02-21 \| 150 minutes/, /Deleted time entry 1000009/],
    wrong: {
      'a task in its place': [['delete_task', { ticket_number: 1, task_id: 1_000_005 }]],
      'made nothing in place of deleted': [['update_time_entry', { ...ENTRY, duration: 1 }]],
      'the entry guessed': [['delete_time_entry', { ticket_number: 1, time_entry_id: 1 }]],
    },
  },
];
