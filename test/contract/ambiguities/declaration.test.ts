import { checkInput, getOperation, isBossDeskError, type OperationId, operations } from 'bossdesk-client';

// What the API offers and takes at all, by the rows of the project's list of ambiguities. Rows 16, 25 and 31 are noise in
// the doc's examples (their fixtures are in ../fixtures); rows 61 and 62 decide nothing, row 19
// only in the faces, which turn the names of options into ids.

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
  it('row 6: attachments are written under CIs only', () => {
    expect(matching(/^(?!GET).*attachments/)).toEqual([
      'POST /cis/:friendly_id/attachments',
      'PATCH /cis/:friendly_id/attachments/:id',
      'DELETE /cis/:friendly_id/attachments/:id',
    ]);
  });

  it('rows 7, 27, 35: no list of attachments, notes, tasks or time entries', () => {
    expect(matching(/^GET .*\/(attachments|notes|tasks|time_entries)$/)).toEqual([]);
    expect(matching(/^GET .*\/(notes|tasks|time_entries)\//)).toEqual([]);
  });

  it('row 45: comments are added and nothing else', () => {
    expect(matching(/comments(\/:\w+)?$/)).toEqual([
      'POST /tickets/:friendly_id/comments',
      'POST /my/tickets/:friendly_id/comments',
    ]);
  });

  it('row 47: a requester neither changes nor closes a ticket', () => {
    expect(matching(/^(PATCH|DELETE) \/my/)).toEqual(['PATCH /my/tickets/:friendly_id/reopen']);
  });

  it('row 54: roles have no list and users no deletion', () => {
    expect(matching(/roles|^DELETE \/users/)).toEqual([]);
  });
});

describe('which lists are paged and searched', () => {
  it('row 24: the seven paged lists take pages, the other lists none', () => {
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
    'rows 58, 59: %s takes no filter',
    (id) => {
      expect(refused(id, { q: { name_eq: 'x' } })).toEqual(['q']);
    },
  );

  it('row 28: a saved search takes pages but no filter', () => {
    expect(refused('savedSearches.run', { id: 1, page: 2, q: { name_eq: 'x' } })).toEqual(['q']);
  });

  it.each([0, 31, -1, 1.5])('row 57: %d rows a page are refused', (per_page) => {
    expect(refused('users.list', { per_page })).toEqual(['per_page']);
  });
});

describe('which fields a call takes', () => {
  it('row 18: custom fields go by their ids', () => {
    expect(refused('cis.update', { friendly_id: 15, custom_fields: { 435: 'x', 249: true } })).toEqual([]);
    expect(refused('cis.update', { friendly_id: 15, custom_fields: { Cost: 12 } })).toEqual(['custom_fields']);
  });

  it.each(['status', 'due_at', 'source', 'cis'])('row 38: a ticket’s %s cannot be written', (field) => {
    expect(refused('tickets.update', { friendly_id: 75, [field]: 'x' })).toContain(field);
  });

  it('row 41: a ticket needs title, type and priority, and no requester', () => {
    expect(refused('tickets.create', ticket)).toEqual([]);
    expect(refused('tickets.create', {})).toEqual(['title', 'type_id', 'priority_id']);
  });

  it('row 43: a comment says whether it is public; on one’s own ticket there is nothing to say', () => {
    expect(refused('tickets.addComment', { friendly_id: 75, body: 'x' })).toEqual(['is_public']);
    expect(refused('tickets.addComment', { friendly_id: 75, body: '', is_public: false })).toEqual(['body']);
    expect(refused('myTickets.addComment', { friendly_id: 75, body: 'x', is_public: true })).toEqual(['is_public']);
  });

  it('row 46: closing takes no resolution', () => {
    expect(refused('tickets.close', { friendly_id: 75, comment: 'Done' })).toEqual(['comment']);
  });

  it('row 48: a requester gives no priority', () => {
    expect(refused('myTickets.create', { title: 'x', type_id: 18 })).toEqual([]);
    expect(refused('myTickets.create', ticket)).toEqual(['priority_id']);
  });

  it.each(['31-12-2017', '12/31/2017', '31/12/2017', '2017-31-12', '2023-02-29'])('row 49: %s is no date', (date) => {
    expect(refused('timeEntries.create', { ...entry, date })).toEqual(['date']);
  });

  it.each([0, 0.5, '1h'])('row 50: %s is no number of minutes', (duration) => {
    expect(refused('timeEntries.create', { ...entry, duration })).toEqual(['duration']);
  });

  it('row 54: roles are given on update only', () => {
    expect(refused('users.update', { friendly_id: 30, role_ids: [3, 5] })).toEqual([]);
    expect(refused('users.create', { username: 'x', role_ids: [3, 5] })).toEqual(['role_ids']);
  });

  it('row 56: a user needs no e-mail address, and the server judges it', () => {
    expect(refused('users.create', { username: 'x' })).toEqual([]);
    expect(refused('users.create', { username: 'x', email: 'not one' })).toEqual([]);
  });
});
