import type { OperationId } from '../operations/index.js';
import { findIssues, passesSchemas } from '../testing/inputs.js';

const ticket = { title: 'Printer on fire', type_id: 18, priority_id: 983 };
const entry = { friendly_id: 75, date: '2017-12-31', duration: 60 };

const isOfQuery = (input: Record<string, unknown>) => ['q', 'page', 'per_page'].some((name) => name in input);

describe('what is refused, and in which words', () => {
  it.each<[string, OperationId, Record<string, unknown>, string]>([
    [
      'a misspelt field',
      'ciNotes.update',
      { friendly_id: 1, id: 2, txet: 'x', text: 'x' },
      'txet: is not a field of ciNotes.update; it takes friendly_id, id, text',
    ],
    [
      'a name in camel case',
      'tickets.create',
      { ...ticket, agentId: 1 },
      'agentId: is not a field of tickets.create; did you mean agent_id?',
    ],
    [
      'a reference by its short name',
      'tickets.create',
      { ...ticket, team: 4 },
      'team: is not a field of tickets.create; did you mean team_id?',
    ],
    [
      'a field of no record',
      'ciNotes.create',
      { friendly_id: 1, text: 'x', colour: 'red' },
      'colour: is not a field of ciNotes.create; it takes friendly_id, text',
    ],
    [
      'a field that every object has',
      'ciNotes.create',
      { friendly_id: 1, text: 'x', toString: 'x' },
      'toString: is not a field of ciNotes.create; it takes friendly_id, text',
    ],
    [
      'any field where none is taken',
      'account.get',
      { colour: 'red' },
      'colour: is not a field of account.get, which takes none',
    ],
    [
      'a status, which the API does not take',
      'tickets.update',
      { friendly_id: 75, status: 'closed' },
      'status: is not a field of tickets.update; it takes friendly_id, title, type_id, priority_id, description, extended_status_id, category_id, requester_id, team_id, agent_id, tag_ids, custom_fields, lock_version',
    ],
    ['a missing field', 'tickets.create', { title: 'x', type_id: 18 }, 'priority_id: is required'],
    [
      'a comment that does not say who sees it',
      'tickets.addComment',
      { friendly_id: 75, body: 'x' },
      'is_public: is required',
    ],
    [
      'an id as a text',
      'tickets.create',
      { ...ticket, type_id: '18' },
      'type_id: takes an id (a whole number), not the text "18"',
    ],
    [
      'a ticket number as a text',
      'tickets.get',
      { friendly_id: '75' },
      'friendly_id: takes the number that people see (a whole number), not the text "75"',
    ],
    [
      'an id that is no whole number',
      'tickets.create',
      { ...ticket, type_id: 1.5 },
      'type_id: takes an id (a whole number), not 1.5',
    ],
    ['an id below 1', 'tickets.get', { friendly_id: 0 }, 'friendly_id: must be 1 or more, not 0'],
    ['a duration below 1', 'timeEntries.create', { ...entry, duration: 0 }, 'duration: must be 1 or more, not 0'],
    [
      'a duration as a text',
      'timeEntries.create',
      { ...entry, duration: '60' },
      'duration: takes a whole number, not the text "60"',
    ],
    ['a blank title', 'tickets.create', { ...ticket, title: ' \n' }, 'title: must not be blank'],
    ['a number for a text', 'tickets.create', { ...ticket, title: 42 }, 'title: takes a text, not 42'],
    ['null for a required text', 'tickets.create', { ...ticket, title: null }, 'title: cannot be null'],
    [
      'a text for a boolean',
      'tickets.addComment',
      { friendly_id: 75, body: 'x', is_public: 'no' },
      'is_public: takes true or false, not the text "no"',
    ],
    [
      'a day and month the other way round',
      'timeEntries.create',
      { ...entry, date: '31/12/2017' },
      'date: takes a day of the calendar as YYYY-MM-DD, not the text "31/12/2017"',
    ],
    [
      "the API's own date form",
      'timeEntries.create',
      { ...entry, date: '31-12-2017' },
      'date: takes a day of the calendar as YYYY-MM-DD, not the text "31-12-2017"',
    ],
    [
      'a day that does not exist',
      'timeEntries.create',
      { ...entry, date: '2023-02-29' },
      'date: takes a day of the calendar as YYYY-MM-DD, not the text "2023-02-29"',
    ],
    [
      'a day without a time',
      'tasks.create',
      { friendly_id: 75, title: 'x', due_at: '2018-11-28' },
      'due_at: takes a date and time as 2018-11-28T15:00:00Z, not the text "2018-11-28"',
    ],
    [
      'a time on a day that does not exist',
      'tasks.create',
      { friendly_id: 75, title: 'x', due_at: '2018-02-30T10:00:00Z' },
      'due_at: takes a date and time as 2018-11-28T15:00:00Z, not the text "2018-02-30T10:00:00Z"',
    ],
    [
      'a time in a zone that does not exist',
      'tasks.create',
      { friendly_id: 75, title: 'x', due_at: '2018-11-28T10:00:00+99:99' },
      'due_at: takes a date and time as 2018-11-28T15:00:00Z, not the text "2018-11-28T10:00:00+99:99"',
    ],
    ['one id for a list', 'tickets.update', { friendly_id: 75, tag_ids: 304 }, 'tag_ids: takes a list of ids, not 304'],
    [
      'a name in a list of ids',
      'tickets.update',
      { friendly_id: 75, tag_ids: [304, 'vip'] },
      'tag_ids: takes a list of ids (whole numbers from 1); the text "vip" is none',
    ],
    [
      'null for a list',
      'tickets.update',
      { friendly_id: 75, tag_ids: null },
      'tag_ids: takes a list, not null; [] empties it',
    ],
    [
      'a custom field by its name',
      'cis.update',
      { friendly_id: 5, custom_fields: { Cost: 1 } },
      'custom_fields: takes the ids of custom fields for keys; "Cost" is none',
    ],
    [
      'an object for a custom field',
      'cis.update',
      { friendly_id: 5, custom_fields: { 49: {} } },
      'custom_fields: 49 takes a text, a number, true, false, null or a list of texts and numbers',
    ],
    [
      'a list of custom fields',
      'cis.update',
      { friendly_id: 5, custom_fields: [] },
      'custom_fields: takes values by custom field id, not a list',
    ],
    [
      'an update of nothing',
      'timeEntries.update',
      { friendly_id: 75, id: 13 },
      'time_entry: nothing to change; give at least one of date, duration, agent_id, billable, task_id, note',
    ],
    [
      'an update of undefined',
      'cis.update',
      { friendly_id: 5, name: undefined },
      'ci: nothing to change; give at least one of name, description, manufacturer_id, model, serial_number, control_number, status_id, type_id, location_id, tag_ids, user_ids, custom_fields',
    ],
    ['a page of more than 30', 'tickets.list', { per_page: 31 }, 'per_page: must be 30 or less, not 31'],
    ['a page of none', 'tickets.list', { per_page: 0 }, 'per_page: must be 1 or more, not 0'],
    ['a page before the first', 'tickets.list', { page: 0 }, 'page: must be 1 or more, not 0'],
    ['a page of a list without pages', 'teams.list', { page: 2 }, 'page: this route has no pages; leave it out'],
    [
      'a filter on a route that does not search',
      'tags.list',
      { q: { name_eq: 'x' } },
      'q: this route does not search; leave the filter out',
    ],
    [
      'a filter on a saved search',
      'savedSearches.run',
      { id: 1, q: { name_eq: 'x' } },
      'q: this route does not search; leave the filter out',
    ],
    ['a blank barcode', 'cis.getByBarcode', { barcode: ' ' }, 'barcode: must not be blank'],
    [
      'roles for a new user',
      'users.create',
      { username: 'x', role_ids: [3] },
      'role_ids: is not a field of users.create; it takes username, email, first_name, last_name, domain_name, designation, location_id, group_id, phone, mobile, other_email, time_zone, tag_ids',
    ],
  ])('%s', (_, id, input, issue) => {
    expect(findIssues(id, input)).toEqual([issue]);
    expect(passesSchemas(id, input)).toBe(isOfQuery(input) || id === 'account.get');
  });
});
