import { getOperation, isBossDeskError, type OperationId, operations } from 'bossdesk-client';
import { checkInput } from '../../../packages/core/src/input/checkInput.js';

// What the API offers and takes at all, where its doc leaves it open (docs/api-notes.md, section 5). Not tested in this
// folder: slips of the doc's examples, which are in ../fixtures (notes 5.16, 5.25, 5.31); what decides nothing here
// (notes 5.61, 5.62); and names of options, which only the faces turn into ids (notes 5.19).

const paths = operations.map(({ method, path }) => `${method} ${path}`);
const matching = (pattern: RegExp) => paths.filter((path) => pattern.test(path));

/** Names of the fields that are refused before anything is sent. */
function refused(id: OperationId, input: Record<string, unknown>): string[] {
  try {
    checkInput(getOperation(id), input);
    return [];
  } catch (error) {
    if (!isBossDeskError(error, 'InvalidInputError')) throw error;
    return error.issues.map(({ field }) => field);
  }
}

const ticket = { title: 'x', type_id: 18, priority_id: 983 };
const entry = { friendly_id: 75, date: '2017-12-31', duration: 60 };

describe('what there is no route for', () => {
  it('writes attachments under CIs only (notes 5.6)', () => {
    expect(matching(/^(?!GET).*attachments/)).toEqual([
      'POST /cis/:friendly_id/attachments',
      'PATCH /cis/:friendly_id/attachments/:id',
      'DELETE /cis/:friendly_id/attachments/:id',
    ]);
  });

  it('lists no attachments, notes, tasks or time entries (notes 5.7, 5.27, 5.35)', () => {
    expect(matching(/^GET .*\/(attachments|notes|tasks|time_entries)$/)).toEqual([]);
    expect(matching(/^GET .*\/(notes|tasks|time_entries)\//)).toEqual([]);
  });

  it('adds comments and does nothing else with them (notes 5.45)', () => {
    expect(matching(/comments(\/:\w+)?$/)).toEqual([
      'POST /tickets/:friendly_id/comments',
      'POST /my/tickets/:friendly_id/comments',
    ]);
  });

  it('lets a requester neither change nor close a ticket (notes 5.47)', () => {
    expect(matching(/^(PATCH|DELETE) \/my/)).toEqual(['PATCH /my/tickets/:friendly_id/reopen']);
  });

  it('lists no roles and deletes no users (notes 5.54)', () => {
    expect(matching(/roles|^DELETE \/users/)).toEqual([]);
  });
});

describe('which lists are paged and searched', () => {
  it('takes a page for the seven paged lists and for no other (notes 5.24)', () => {
    const lists = operations.filter(({ success }) => success.body === 'list').map(({ id }) => id);
    const params = (id: OperationId) => (id === 'savedSearches.run' ? { id: 1 } : {});
    expect(lists.filter((id) => refused(id, { ...params(id), page: 2, per_page: 30 }).length === 0)).toEqual([
      'cis.list',
      'groups.list',
      'manufacturers.list',
      'savedSearches.run',
      'tickets.list',
      'myTickets.list',
      'users.list',
    ]);
  });

  it.each<OperationId>(['teams.list', 'tags.list', 'helpdeskPriorities.list'])(
    'refuses a filter for %s, which is not searched (notes 5.58, 5.59)',
    (id) => {
      expect(refused(id, { q: { name_eq: 'x' } })).toEqual(['q']);
    },
  );

  it('takes a page but no filter for a saved search (notes 5.28)', () => {
    expect(refused('savedSearches.run', { id: 1, page: 2, q: { name_eq: 'x' } })).toEqual(['q']);
  });

  it.each([0, 31, -1, 1.5])('refuses %d rows a page (notes 5.57)', (per_page) => {
    expect(refused('users.list', { per_page })).toEqual(['per_page']);
  });
});

describe('which fields a call takes', () => {
  it('takes custom fields by their ids only (notes 5.18)', () => {
    expect(refused('cis.update', { friendly_id: 15, custom_fields: { 435: 'x', 249: true } })).toEqual([]);
    expect(refused('cis.update', { friendly_id: 15, custom_fields: { Cost: 12 } })).toEqual(['custom_fields']);
  });

  it.each(['status', 'due_at', 'source', 'cis'])('refuses to write a ticket’s %s (notes 5.38)', (field) => {
    expect(refused('tickets.update', { friendly_id: 75, [field]: 'x' })).toContain(field);
  });

  it('asks for a ticket’s title, type and priority, and for no requester (notes 5.41)', () => {
    expect(refused('tickets.create', ticket)).toEqual([]);
    expect(refused('tickets.create', {})).toEqual(['title', 'type_id', 'priority_id']);
  });

  it('asks whether a comment is public, except on one’s own ticket (notes 5.43)', () => {
    expect(refused('tickets.addComment', { friendly_id: 75, body: 'x' })).toEqual(['is_public']);
    expect(refused('tickets.addComment', { friendly_id: 75, body: '', is_public: false })).toEqual(['body']);
    expect(refused('myTickets.addComment', { friendly_id: 75, body: 'x', is_public: true })).toEqual(['is_public']);
  });

  it('takes no resolution when a ticket is closed (notes 5.46)', () => {
    expect(refused('tickets.close', { friendly_id: 75, comment: 'Done' })).toEqual(['comment']);
  });

  it('takes no priority from a requester (notes 5.48)', () => {
    expect(refused('myTickets.create', { title: 'x', type_id: 18 })).toEqual([]);
    expect(refused('myTickets.create', ticket)).toEqual(['priority_id']);
  });

  it.each(['31-12-2017', '12/31/2017', '31/12/2017', '2017-31-12', '2023-02-29'])(
    'refuses %s as a day (notes 5.49)',
    (date) => {
      expect(refused('timeEntries.create', { ...entry, date })).toEqual(['date']);
    },
  );

  it.each([0, 0.5, '1h'])('refuses %s as a number of minutes (notes 5.50)', (duration) => {
    expect(refused('timeEntries.create', { ...entry, duration })).toEqual(['duration']);
  });

  it('takes roles on update only (notes 5.54)', () => {
    expect(refused('users.update', { friendly_id: 30, role_ids: [3, 5] })).toEqual([]);
    expect(refused('users.create', { username: 'x', role_ids: [3, 5] })).toEqual(['role_ids']);
  });

  it('asks for no e-mail address, and leaves it to the server to judge one (notes 5.56)', () => {
    expect(refused('users.create', { username: 'x' })).toEqual([]);
    expect(refused('users.create', { username: 'x', email: 'not one' })).toEqual([]);
  });
});
