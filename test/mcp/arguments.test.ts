import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { connectTo, type Host, type HostOptions, recordRequests, writesOf } from './support.js';

// What the arguments of a call may be, whichever host sends them.

let sandbox: Sandbox;
const hosts: Host[] = [];

async function connect(options: HostOptions = {}): Promise<Host> {
  const host = await connectTo(sandbox, options);
  hosts.push(host);
  return host;
}

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(() => Promise.all(hosts.splice(0).map((host) => host.close())));
afterAll(() => sandbox.stop());

describe('arguments', () => {
  let host: Host;

  beforeAll(async () => {
    host = await connectTo(sandbox);
  });
  afterAll(() => host.close());

  it('that are unknown are ignored and named; those that hosts inject are not', async () => {
    const { result, requests } = await recordRequests(sandbox, () =>
      host.call('add_ticket_comment', {
        ticket_number: 2,
        body: 'Hi',
        priority_id: 3,
        toolCallId: 'a',
        sessionId: 'b',
      }),
    );
    expect(result.text).toContain(
      'Ignored unknown arguments: priority_id. add_ticket_comment takes ticket_number, body, is_public.',
    );
    expect(result.text).not.toMatch(/toolCallId|sessionId/);
    expect(writesOf(requests)).toEqual([
      { request: 'POST /tickets/2/comments', body: { comment: { body: '<p>Hi</p>', is_public: false } } },
    ]);
  });

  it.each([
    ['update_ticket', { due_at: '2026-06-01' }, 'due_at was left aside: BOSSDesk sets when a ticket is due'],
    ['update_ticket', { Status: 'closed' }, 'Status was left aside: a ticket changes its status by close_ticket and'],
    ['update_ticket', { cis: ['BOSS-1000'] }, 'cis was left aside: CIs are linked to tickets in BOSSDesk'],
  ])('of %s that no tool can change, %j, are named with the reason', async (tool, args, words) => {
    const alone = await recordRequests(sandbox, () => host.call(tool, { ticket_number: 2, ...args }));
    expect(alone.result.isError).toBe(true);
    expect(alone.result.text).toMatch(/^Nothing to change/);
    expect(alone.result.text).toContain(words);
    expect(alone.requests).toEqual([]);
    const { text, isError } = await host.call(tool, { ticket_number: 2, title: 'VPN', ...args });
    expect(isError).toBe(false);
    expect(text).toContain(words);
    expect(text).not.toContain('unknown');
  });

  it('that are unknown are named beside a failure too', async () => {
    const { text, isError } = await host.call('get_ticket', { ticket_number: 9999, verbose: true });
    expect(isError).toBe(true);
    expect(text).toMatch(/there is no ticket 9999.*\nIgnored unknown arguments: verbose\./s);
  });

  it('that are empty, as models write them, filter nothing and are named', async () => {
    const { result, requests } = await recordRequests(sandbox, () =>
      host.call('search_tickets', { query: '', agent: '', sort: '', page: '', status: 'closed', limit: 1 }),
    );
    expect(requests).toEqual([{ request: 'GET /tickets?page=1&per_page=1&q[status_eq]=closed&q[s]=id desc' }]);
    expect(result.text).toContain('Ignored empty arguments: query, agent, sort, page.');
  });

  it('that are empty change nothing where an empty text means nothing', async () => {
    const { result, requests } = await recordRequests(sandbox, () =>
      host.call('update_ticket', { ticket_number: 2, title: 'New', tags: '', lock_version: '', priority: '' }),
    );
    expect(result.text).toContain('Ignored empty arguments: tags, lock_version, priority. To empty one, give none.');
    expect(writesOf(requests)).toEqual([{ request: 'PATCH /tickets/2', body: { ticket: { title: 'New' } } }]);

    const task = await host.call('add_task', { ticket_number: 2, title: 'Check', note: 'Behind the desk', due_at: '' });
    const { task_id } = task.structured as { task_id: number };
    const closing = await recordRequests(sandbox, () =>
      host.call('close_task', { ticket_number: 2, task_id, note: '' }),
    );
    expect(closing.requests).toEqual([{ request: `PATCH /tickets/2/tasks/${task_id}/close`, body: {} }]);
    expect((await host.call('close_ticket', { ticket_number: 7, comment: '' })).text).toMatch(/^Closed ticket 7/);
  });

  it('that empty a text are confirmed as such', async () => {
    const { text } = await host.call('update_ticket', { ticket_number: 2, description: 'None' });
    expect(text).toContain('description: none');
  });

  it('may come as text, as some hosts send them', async () => {
    const { requests } = await recordRequests(sandbox, () =>
      host.call('update_ticket', { ticket_number: '2', tags: '["vip"]', custom_fields: '{"Asset Tag":"A-1"}' }),
    );
    expect(writesOf(requests)).toEqual([
      { request: 'PATCH /tickets/2', body: { ticket: { tag_ids: [31001], custom_fields: { '35001': 'A-1' } } } },
    ]);
    const comment = await host.call('add_ticket_comment', { ticket_number: 2, body: 'Hi', is_public: 'True' });
    expect(comment.text).toContain('Added public comment');
    const search = await recordRequests(sandbox, () =>
      host.call('search_tickets', { filters: '{"status_eq":"closed"}', limit: '1' }),
    );
    expect(search.requests).toEqual([{ request: 'GET /tickets?page=1&per_page=1&q[status_eq]=closed&q[s]=id desc' }]);
    const admin = await connect({ args: ['--toolsets', 'people_admin'] });
    const roles = await recordRequests(sandbox, () => admin.call('update_user', { user_number: 3, role_ids: ['1'] }));
    expect(writesOf(roles.requests)).toEqual([{ request: 'PATCH /users/3', body: { user: { role_ids: [1] } } }]);
  });

  it('may have the mark of a number, and lists the commas of a text', async () => {
    const { requests } = await recordRequests(sandbox, async () => {
      await host.call('get_ticket', { ticket_number: '#75' });
      await host.call('get_ci', { ci_number: ' # 7' });
      await host.call('close_task', { ticket_number: '#1', task_id: '#1000005' });
      await host.call('add_time_entry', { ticket_number: '#1', date: '2026-11-24', duration: 5, task_id: '#1000005' });
      await host.call('update_ticket', { ticket_number: 2, tags: 'vip, remote' });
      await host.call('update_ticket', { ticket_number: 2, custom_fields: { Building: 'Headquarters, Floor 1' } });
      await host.call('search_tickets', { filters: { status_in: 'Incoming,assigned' }, limit: 1 });
    });
    expect(requests.map(({ request }) => request)).toEqual(
      expect.arrayContaining([
        'GET /tickets/75',
        'GET /cis/7',
        'PATCH /tickets/1/tasks/1000005/close',
        'POST /tickets/1/time_entries',
        'GET /tickets?page=1&per_page=1&q[status_in][]=incoming&q[status_in][]=assigned&q[s]=id desc',
      ]),
    );
    const bodies = writesOf(requests).map(({ body }) => body);
    expect(bodies).toContainEqual(
      expect.objectContaining({ time_entry: expect.objectContaining({ task_id: 1_000_005 }) }),
    );
    expect(bodies).toContainEqual({ ticket: { tag_ids: [31001, 31002] } });
    expect(bodies).toContainEqual({ ticket: { custom_fields: { '35009': [36004, 36005] } } });
    const admin = await connect({ args: ['--toolsets', 'people_admin'] });
    const roles = await recordRequests(sandbox, () =>
      admin.call('update_user', { user_number: 3, role_ids: '33001, 33002' }),
    );
    expect(writesOf(roles.requests)).toEqual([
      { request: 'PATCH /users/3', body: { user: { role_ids: [33001, 33002] } } },
    ]);
  });

  it('of any length are answered within bounds', async () => {
    const tags = Array.from({ length: 3000 }, (_, index) => `unknown ${index}`);
    const name = `${'x'.repeat(100_000)}y`;
    for (const [tool, args] of [
      ['update_ticket', { ticket_number: 2, tags }],
      ['search_tickets', { filters: { [name]: 1 } }],
      ['search_tickets', { query: name }],
    ] as const) {
      const { text, isError } = await host.call(tool, args);
      expect(isError).toBe(true);
      expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThanOrEqual(40_000);
    }
  });

  it.each([
    [
      'add_time_entry',
      { ticket_number: 1, date: '31-12-2017', duration: 30 },
      'date: takes a day of the calendar as YYYY-MM-DD, not the text "31-12-2017"',
    ],
    ['add_time_entry', { ticket_number: 1, date: '2023-02-29', duration: 30 }, 'date: takes a day of the calendar'],
    ['add_time_entry', { ticket_number: 1, date: '2026-11-24', duration: 0 }, 'duration: must be 1 or more, not 0'],
    ['add_time_entry', { ticket_number: 1, date: '2026-11-24', duration: 1.5 }, 'duration: '],
    ['create_ticket', { title: ' ', type: 'Incident' }, 'title: must not be blank; priority: is required'],
    ['create_ticket', { title: 'x', type: '', priority: 'High' }, 'type: must not be blank'],
    ['add_ticket_comment', { ticket_number: 1, body: '' }, 'body: must not be blank'],
    [
      'add_task',
      { ticket_number: 1, title: 'x', due_at: 'soon' },
      'due_at: takes a date and time as 2018-11-28T15:00:00Z',
    ],
    ['search_tickets', { limit: 101 }, 'limit: '],
    ['search_tickets', { page: 0 }, 'page: '],
    ['search_tickets', { sort: 'id sideways' }, 'sort: takes "attribute" or "attribute desc"'],
    ['search_tickets', { updated_since: 'some week' }, 'updated_since: takes YYYY-MM-DD or an ISO 8601 time'],
    ['search_tickets', { filters: { status: 'open' } }, 'filters.status: ends in no predicate'],
    ['search_tickets', { filters: { status_eq: '' } }, 'filters.status_eq: a blank value would be no filter at all'],
    ['search_tickets', { filters: 'status_eq' }, 'filters: takes an object, not the text "status_eq"'],
    ['search_tickets', { filters: { s: 'id desc' } }, 'filters: holds a sort. Use the argument sort'],
    [
      'search_tickets',
      { status: 'open', filters: { status_eq: 'closed' } },
      'filters: status_eq is asked for by an argument of its own too',
    ],
    ['get_ticket', { ticket_number: 'seventy-five' }, 'ticket_number: '],
    ['get_ticket', { ticket_number: 1, detail: 'everything' }, 'detail: '],
    ['get_ci', { ci_number: 1, barcode: 'x' }, 'Give either ci_number or barcode.'],
    ['update_ticket', { ticket_number: 1 }, 'Nothing to change: give at least one of title, type, priority'],
    ['update_ticket', { ticket_number: 1, lock_version: 2 }, 'Nothing to change'],
    ['update_ci', { ci_number: 1, custom_fields: {} }, 'Nothing to change'],
  ])('that do not fit are refused before anything is sent: %s %j', async (tool, args, message) => {
    const { result, requests } = await recordRequests(sandbox, () => host.call(tool, args));
    expect(result).toMatchObject({ isError: true, text: expect.stringContaining(message) });
    expect(requests).toEqual([]);
  });
});
