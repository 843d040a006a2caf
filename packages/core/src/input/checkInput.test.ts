import type { OperationId } from '../operations/index.js';
import { findIssues, passesSchemas } from '../testing/inputs.js';

const ticket = { title: 'Printer on fire', type_id: 18, priority_id: 983 };
const entry = { friendly_id: 75, date: '2017-12-31', duration: 60 };

describe('what passes', () => {
  it.each<[string, OperationId, Record<string, unknown>]>([
    ['an input with all that is required', 'tickets.create', ticket],
    ['undefined, as not given', 'tickets.create', { ...ticket, description: undefined, agent_id: undefined }],
    ['null where it empties a field', 'tickets.update', { friendly_id: 75, agent_id: null }],
    ['an empty list', 'tickets.update', { friendly_id: 75, tag_ids: [] }],
    ['an empty text where blank is allowed', 'users.create', { username: 'whilpert', domain_name: '' }],
    [
      'custom fields of every shape',
      'cis.create',
      { name: 'TS-1', custom_fields: { 49: true, 934: 'A', 5: [1, 'b'], 6: null } },
    ],
    ['false', 'tickets.addComment', { friendly_id: 75, body: 'x', is_public: false }],
    ['a leap day', 'timeEntries.create', { ...entry, date: '2024-02-29' }],
    ['a time with a zone', 'tasks.update', { friendly_id: 75, id: 15, due_at: '2018-11-28T15:00:00+02:00' }],
    ["the doc's own time", 'tasks.update', { friendly_id: 75, id: 15, due_at: '2018-11-28 15:00:00' }],
    ['closing a task without a note', 'tasks.close', { friendly_id: 75, id: 15 }],
    ['the largest page', 'tickets.list', { page: 1, per_page: 30 }],
    ['a route without input', 'account.get', {}],
    ['a barcode that looks like a path', 'cis.getByBarcode', { barcode: 'A/1.2' }],
  ])('%s', (_, id, input) => {
    expect(findIssues(id, input)).toEqual([]);
    expect(passesSchemas(id, input)).toBe(true);
  });
});

describe('what is refused', () => {
  it('custom fields without a value', () => {
    expect(findIssues('cis.update', { friendly_id: 1, custom_fields: {} })).toEqual([
      expect.stringContaining('ci: nothing to change'),
    ]);
  });

  it('a lock version with nothing to change', () => {
    expect(findIssues('tickets.update', { friendly_id: 75, lock_version: 2 })).toEqual([
      'ticket: nothing to change; give at least one of title, type_id, priority_id, description, extended_status_id, category_id, requester_id, team_id, agent_id, tag_ids, custom_fields',
    ]);
  });

  it('everything that is wrong at once', () => {
    expect(findIssues('timeEntries.create', { friendly_id: 75, date: 'today', durations: 5 })).toEqual([
      'date: takes a day of the calendar as YYYY-MM-DD, not the text "today"',
      'durations: is not a field of timeEntries.create; it takes friendly_id, date, duration, agent_id, billable, task_id, note',
      'duration: is required',
    ]);
  });
});
