import type { ReplyCases } from './replyCase.js';

const ticket = { title: 'No sound', type: 'Incident', priority: 'High' };
const task = { ticket_number: 1, task_id: 1_000_005 };
const entry = { ticket_number: 1, time_entry_id: 1_000_009 };
const file = { ci_number: 1, content_base64: Buffer.from('hello').toString('base64'), file_name: 'a.txt' };

/** doc L1801-1807 */
const refuseToClose = [
  {
    path: '/tickets/:friendly_id/close',
    times: 1,
    status: 422,
    body: JSON.stringify({ errors: { base: ["can't be closed because of this and that"] } }),
    headers: { 'content-type': 'application/json' },
  },
];

export const ticketReplies: ReplyCases = {
  create_ticket: {
    'with what it must have': { args: ticket },
    'with everything, by names': {
      args: {
        ...ticket,
        description: '<p>In the <em>big</em> room</p>',
        extended_status: 'On hold',
        category: 'Hardware',
        requester: 'Don Key',
        team: 'Service Desk',
        agent: 'me',
        tags: ['vip', '31002'],
        custom_fields: { 'Asset Tag': 'A-1', 'Blocks Work': true, 'incident type': 'broken cable', '35004': 3 },
      },
    },
    'names that are unknown or ambiguous': {
      args: {
        ...ticket,
        type: 'Incidnet',
        agent: 'Sam Rivers',
        requester: 'Nobody Here',
        tags: ['vip', 'Development'],
        custom_fields: { Colour: 'red', 'Incident Type': 'Broken heart', 'Affected Users': 'many' },
      },
      fails: true,
    },
    'an agent who is none': { args: { ...ticket, agent: 'Nia Feeney' }, fails: true },
    'what it must have left out': { args: { title: ' ', type: 'Incident' }, fails: true },
  },
  update_ticket: {
    'some fields': {
      args: {
        ticket_number: 1,
        title: 'Stripes',
        agent: 'none',
        tags: ['outage'],
        description: 'none',
        lock_version: 2,
      },
    },
    'tags beside the others': { args: { ticket_number: 1, add_tags: ['outage'], remove_tags: ['vip'] } },
    'tags and parts of them': { args: { ticket_number: 1, tags: ['vip'], add_tags: ['outage'] }, fails: true },
    'empty arguments only': { args: { ticket_number: 1, tags: [], title: ' ', category: 'null' }, fails: true },
    'a version that is old': { args: { ticket_number: 1, title: 'Mine', lock_version: 0 }, fails: true },
    'nothing to change': { args: { ticket_number: 1 }, fails: true },
    'unknown and empty arguments': { args: { ticket_number: 2, title: 'New', priority: '', priority_id: 3 } },
  },
  add_ticket_comment: {
    'for agents': { args: { ticket_number: 2, body: 'Looking into it.\nSoon.' } },
    'for the requester': { args: { ticket_number: 2, body: '<p>Hello</p>', is_public: true } },
    'on no ticket': { args: { ticket_number: 9999, body: 'Hello' }, fails: true },
  },
  close_ticket: {
    'with a comment': { args: { ticket_number: 2, comment: 'Cable replaced' } },
    without: { args: { ticket_number: 2 } },
    'that BOSSDesk refuses': { args: { ticket_number: 1 }, faults: refuseToClose, fails: true },
    'that BOSSDesk refuses, after a comment': {
      args: { ticket_number: 1, comment: 'Done' },
      faults: refuseToClose,
      fails: true,
    },
  },
  reopen_ticket: {
    'a closed one': { args: { ticket_number: 2 }, after: ['close_ticket', { ticket_number: 2 }] },
    'an open one': { args: { ticket_number: 2 }, fails: true },
  },
  create_my_ticket: {
    'with everything': { args: { title: 'My chair squeaks', type: 'Service Request', description: 'Since Monday' } },
  },
  add_my_ticket_comment: { 'on my ticket': { args: { ticket_number: 4, body: 'Thank you' } } },
  reopen_my_ticket: { 'a closed one': { args: { ticket_number: 5 } } },
};

export const workReplies: ReplyCases = {
  add_task: {
    'with everything, by names': {
      args: {
        ticket_number: 2,
        title: 'Buy a cable',
        type: 'Purchase',
        team: 'Hardware Team',
        agent: 'Barry Cade',
        note: '2 m',
        due_at: '2026-12-01T09:00:00+01:00',
      },
    },
    'a time in words': { args: { ticket_number: 2, title: 'x', due_at: 'soon' }, fails: true },
  },
  update_task: { 'some fields': { args: { ...task, title: 'Order two cartridges', agent: '22002' } } },
  close_task: {
    'with a note': { args: { ...task, note: 'Ordered' } },
    'that there is not': { args: { ...task, task_id: 1 }, fails: true },
  },
  reopen_task: { 'a closed one': { args: task, after: ['close_task', task] } },
  delete_task: {
    'with consent': { args: { ...task, confirm: true } },
    without: { args: task, fails: true },
  },
  add_time_entry: {
    'with everything, by names': {
      args: { ...task, date: '2024-02-29', duration: 45, agent: 'Al Dente', billable: true, note: 'On site' },
    },
    'a day and a duration that are none': { args: { ...task, date: '31-12-2017', duration: 0 }, fails: true },
  },
  update_time_entry: { 'some fields': { args: { ...entry, date: '2017-12-31', duration: 60 } } },
  delete_time_entry: {
    'with consent': { args: { ...entry, confirm: true } },
    without: { args: entry, fails: true },
  },
};

export const recordReplies: ReplyCases = {
  create_ci: {
    'with everything, by names': {
      args: {
        name: 'LAP-9',
        description: 'Loan laptop',
        manufacturer: 'BOSS Inc.',
        model: 'X1',
        serial_number: 'S-1',
        control_number: 'C-1',
        status: 'Active',
        type: 'Laptop',
        location: 'Berlin',
        tags: ['Spare'],
        users: ['Al Dente', '22006'],
        custom_fields: { Cost: 12.5 },
      },
    },
    'unknown names': { args: { name: 'x', type: 'Lapptop', users: ['Nobody Here', 'Sam Rivers'] }, fails: true },
  },
  update_ci: { 'some fields': { args: { ci_number: 1, location: 'none', users: ['donkey'], model: 'none' } } },
  delete_ci: {
    'with consent': { args: { ci_number: 7, confirm: true } },
    without: { args: { ci_number: 7 }, fails: true },
  },
  add_ci_note: { 'to a CI': { args: { ci_number: 1, text: 'Dusty' } } },
  update_ci_note: {
    'one just added': {
      args: { ci_number: 1, text: 'Clean' },
      after: ['add_ci_note', { ci_number: 1, text: 'Dusty' }],
    },
  },
  delete_ci_note: {
    'one just added': {
      args: { ci_number: 1, confirm: true },
      after: ['add_ci_note', { ci_number: 1, text: 'Dusty' }],
    },
    'that there is not': { args: { ci_number: 1, note_id: 1, confirm: true }, fails: true },
  },
  create_user: {
    'with everything, by names': {
      args: {
        username: 'whilpert',
        email: 'whilpert@example.com',
        first_name: 'Westley',
        last_name: 'Hilpert',
        domain_name: 'EXAMPLE',
        designation: 'Analyst',
        location: 'Chicago',
        group: 'Support',
        phone: '+1 555 0100',
        mobile: '+1 555 0101',
        other_email: 'w@example.com',
        time_zone: 'Berlin',
        tags: ['Intern'],
      },
    },
    'whom BOSSDesk refuses': { args: { username: 'jackpot', email: 'nonsense' }, fails: true },
  },
  update_user: {
    'some fields': { args: { user_number: 7, designation: 'Analyst', phone: 'none', email: '', role_ids: [33_002] } },
  },
  upload_ci_attachment: {
    'a small file': { args: { ...file, description: 'Log' } },
    'a file of no folder that is allowed': { args: { ci_number: 1, file_path: '/etc/hostname' }, fails: true },
  },
  update_ci_attachment: {
    'one just uploaded': { args: { ci_number: 1, description: 'Old log' }, after: ['upload_ci_attachment', file] },
  },
  delete_ci_attachment: {
    'one just uploaded': { args: { ci_number: 1, confirm: true }, after: ['upload_ci_attachment', file] },
    'without consent': { args: { ci_number: 1, attachment_id: 1 }, fails: true },
  },
};
