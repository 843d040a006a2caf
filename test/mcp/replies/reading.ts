import type { ReplyCase, ReplyCases } from './replyCase.js';

/** All of a kind that says other things of its rows than the others do. */
const kinds = [
  'ci_statuses',
  'ci_types',
  'custom_fields',
  'groups',
  'helpdesk_categories',
  'helpdesk_extended_statuses',
  'helpdesk_priorities',
  'locations',
  'manufacturers',
  'tags',
  'task_types',
  'teams',
  'ticket_types',
];

export const readingReplies: ReplyCases = {
  search_tickets: {
    'rows of which there are more': { args: { limit: 3, sort: 'id' } },
    'rows of which there are no more': { args: { query: 'printer', limit: 10, sort: 'updated_at desc' } },
    'by names': {
      args: {
        status: 'assigned',
        type: 'incident',
        priority: 'High',
        team: 'Hardware Team',
        agent: 'aldente',
        requester: 'nia.feeney@example.com',
      },
    },
    'nothing found': { args: { query: 'no such words' } },
    'a page past the end': { args: { page: 90, limit: 5 } },
    'how many there are': { args: { status: 'open', count_by: 'total' } },
    'how many each agent has': { args: { overdue: true, count_by: 'agent' } },
    'an unknown name': { args: { priority: 'Hihg', team: 'x' }, fails: true },
    'an ambiguous agent': { args: { agent: 'Sam Rivers' }, fails: true },
    'a filter that BOSSDesk ignores': { args: { filters: { agnt_id_eq: 3 } }, fails: true },
  },
  get_ticket: {
    'in short': { args: { ticket_number: 1 } },
    'in full': { args: { ticket_number: 1, detail: 'full' } },
    'with little in it': { args: { ticket_number: 2 } },
    'that tries to give orders': { args: { ticket_number: 3 } },
    'that there is not': { args: { ticket_number: 9999 }, fails: true },
  },
  get_tickets: {
    'in short': { args: { ticket_numbers: [1, 2, 9999] } },
    'with time and tasks': { args: { ticket_numbers: [1, 2], show: ['time', 'tasks'] } },
    'that try to give orders': { args: { ticket_numbers: [3], show: 'comments' } },
    'of which there is none': { args: { ticket_numbers: [9998, 9999] }, fails: true },
    'too many': { args: { ticket_numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }, fails: true },
  },
  search_cis: {
    'rows of which there are more': { args: { limit: 3, sort: 'name' } },
    'by names': {
      args: { query: 'BOSS', type: 'Desktop', status: 'Active', location: 'Atlanta', user: 'Al Dente' },
    },
    'nothing found': { args: { query: 'no such words' } },
    'an unknown name': { args: { location: 'Atlantis', manufacturer: 'Nobody' }, fails: true },
  },
  get_ci: {
    'in short': { args: { ci_number: 1 } },
    'in full, by barcode': { args: { barcode: 'BOSS-1000', detail: 'full' } },
    'that there is not': { args: { barcode: 'no such code' }, fails: true },
    'without saying which': { args: {}, fails: true },
  },
  search_users: {
    'rows of which there are more': { args: { limit: 3, sort: 'id' } },
    'by first and last name': { args: { query: 'nia fee' } },
    'nothing found': { args: { query: 'no such person' } },
  },
  get_user: {
    'an agent': { args: { user_number: 2 } },
    'a requester': { args: { user_number: 7 } },
    'that there is not': { args: { user_number: 9999 }, fails: true },
  },
  list_reference_data: {
    ...Object.fromEntries(kinds.map((kind): [string, ReplyCase] => [kind, { args: { kind, limit: 3 } }])),
    'by name': { args: { kind: 'locations', query: 'zür' } },
    'nothing found': { args: { kind: 'tags', query: 'no such tag' } },
    'a kind that there is not': { args: { kind: 'teapots' }, fails: true },
  },
  list_saved_searches: { 'all of them': { args: {} } },
  run_saved_search: {
    'of tickets': { args: { search: 'Unassigned tickets', limit: 2 } },
    'of CIs': { args: { search: '38001', limit: 2 } },
    'an unknown one': { args: { search: 'Unasigned tickets' }, fails: true },
  },
  get_account: { 'its settings': { args: {} } },
  search_my_tickets: {
    rows: { args: {} },
    'nothing found': { args: { query: 'no such words' } },
  },
  get_my_ticket: {
    'with a comment': { args: { ticket_number: 4 } },
    'of somebody else': { args: { ticket_number: 1 }, fails: true },
  },
  get_attachment: {
    'of a ticket': { args: { ticket_number: 1, attachment_id: 1_000_006 } },
    'of a comment': { args: { ticket_number: 1, comment_id: 1_000_007, attachment_id: 1_000_008 } },
    'of my ticket': { args: { my_ticket_number: 4, attachment_id: 1_000_015 } },
    'that there is not': { args: { ticket_number: 1, attachment_id: 1 }, fails: true },
    'without saying whose': { args: { attachment_id: 1 }, fails: true },
  },
};
