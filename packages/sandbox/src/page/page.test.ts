import { launchSandbox } from '../launchSandbox.js';
import { browserAccept, browserOf } from '../testing/browserOf.js';
import { useSandbox } from '../testing/useSandbox.js';
import type { Choices, ListPage, Pulse, TicketSheet } from './desk.js';

const local = useSandbox({ tickets: 80, cis: 5, users: 12, control: true });
const { call, get, send } = local;

const { visit, write } = browserOf(local);
const read = async <T>(path: string): Promise<T> => (await visit(`/ui/data/${path}`)).json as T;
const words = async () => (await read<Pulse>('pulse?after=0')).entries.map((entry) => entry.words);

describe('the page', () => {
  it('is at the root for browsers, whole, and lets in nothing from elsewhere', async () => {
    const page = await visit('/');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const parts = [...page.text.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, path = '']) => path);
    expect(parts.sort()).toEqual(['/ui/icon', '/ui/script', '/ui/style']);
    for (const path of parts) expect((await visit(path)).status).toBe(200);
    expect(page.text).not.toMatch(/<script>|style=|\son\w+=/);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('leaves to the desk what programs ask at the root', async () => {
    for (const accept of ['application/json', '*/*']) {
      const reply = await send(`${local.sandbox.url}/`, { headers: { accept } });
      expect([reply.status, reply.headers.get('x-request-id') === null]).toEqual([404, false]);
    }
    expect((await get('/tickets/1')).status).toBe(200);
  });

  it('shows no key, nor does what it reads', async () => {
    await get('/account');
    const paths = ['/', '/ui/script', '/ui/data/pulse?after=0', '/ui/data/choices', '/ui/data/lists/users'];
    const texts = await Promise.all(paths.map(async (path) => (await visit(path)).text));
    expect(texts.filter((text) => text.includes(local.sandbox.apiKey))).toEqual([]);
  });

  it('is not there when it is not wanted', async () => {
    const sandbox = await launchSandbox({ tickets: 1, cis: 1, ui: false });
    const answers = await Promise.all(
      ['/', '/ui/script', '/ui/data/choices'].map((path) => send(sandbox.url + path, { headers: browserAccept })),
    );
    await sandbox.stop();
    expect(answers.map(({ status, text }) => [status, text.includes('<h1>')])).toEqual([
      [404, true],
      [404, true],
      [404, true],
    ]);
  });
});

describe('a person on the page', () => {
  it('changes a ticket as anybody does, by the rules of the API', async () => {
    const { json } = await get('/tickets/2');
    const { lock_version } = json as { lock_version: number };
    expect(
      (await write('PATCH', '/ui/api/tickets/2', { ticket: { agent_id: 22_003, priority_id: 12_001 } })).status,
    ).toBe(200);
    await write('POST', '/ui/api/tickets/2/comments', { comment: { body: '<p>Looking.</p>', is_public: true } });
    expect((await get('/tickets/2')).json).toMatchObject({
      agent: { username: 'barrycade' },
      priority: { name: 'Low' },
      status: 'assigned',
      lock_version: lock_version + 2,
      comments: expect.arrayContaining([expect.objectContaining({ body: '<p>Looking.</p>', from_agent: true })]),
    });
    expect(local.sandbox.requests.map(({ method, path, status }) => [method, path, status])).toEqual(
      expect.arrayContaining([
        ['PATCH', '/api/v1/tickets/2', 204],
        ['POST', '/api/v1/tickets/2/comments', 201],
      ]),
    );
  });

  it('is refused in the words of the API', async () => {
    expect(await write('PATCH', '/ui/api/tickets/1/close', {})).toMatchObject({
      status: 422,
      json: { errors: { base: ["can't be closed because it has open tasks"] } },
    });
    expect((await write('PATCH', '/ui/api/tickets/99999/close', {})).status).toBe(404);
    expect((await write('PATCH', '/ui/api/tickets/2', {}, { 'x-acting-as': 'nobody' })).status).toBe(403);
  });

  it('may do no more than the page offers', async () => {
    expect((await write('DELETE', '/ui/api/cis/1', {})).status).toBe(404);
    expect((await write('POST', '/ui/api/users', { user: { username: 'x' } })).status).toBe(404);
    expect((await write('PATCH', '/ui/api/tickets/%2e%2e%2fcis%2f1/close', {})).status).toBe(404);
  });

  it('meets faults that were ordered, and hears of a dropped connection', async () => {
    const faults = [{ method: 'PATCH', path: '/tickets/:friendly_id/close', drop: 'before' }];
    await send(`${local.sandbox.url}/_control/faults`, { method: 'POST', body: JSON.stringify(faults) });
    expect((await write('PATCH', '/ui/api/tickets/75/close', {})).status).toBe(502);
    expect((await write('PATCH', '/ui/api/tickets/75/close', {})).status).toBe(200);
  });

  it('moves the clock, and what is due becomes overdue', async () => {
    const made = await write('POST', '/ui/api/tickets', {
      ticket: { title: 'Due soon', type_id: 11_001, priority_id: 12_002 },
    });
    const { friendly_id } = made.json as { friendly_id: number };
    const isOverdue = async () => (await read<TicketSheet>(`tickets/${friendly_id}`)).isOverdue;
    expect(await isOverdue()).toBe(false);
    expect((await write('POST', '/ui/data/clock', { days: 7, hours: 1 })).status).toBe(200);
    expect(await isOverdue()).toBe(true);
    const due = await read<ListPage>('lists/tickets?show=overdue&search=due+soon');
    expect(due.rows).toEqual([expect.objectContaining({ ticket: friendly_id, mark: 'overdue' })]);
    expect((await read<Pulse>('pulse?after=0')).ahead).toBe(169 * 3_600_000);
    await write('POST', '/ui/data/clock', { now: null });
    expect(await isOverdue()).toBe(false);
    expect((await write('POST', '/ui/data/clock', { weeks: 1 })).status).toBe(400);
  });
});

describe('what is shown', () => {
  it('are the lists of the desk, searched in all their columns', async () => {
    const count = async (name: string) => (await read<ListPage>(`lists/${name}`)).total;
    expect([await count('tickets'), await count('cis'), await count('users')]).toEqual([80, 5, 12]);
    expect(await count('time')).toBeGreaterThan(0);
    const { rows, columns } = await read<ListPage>('lists/users?search=AL+dente');
    expect(columns.map(({ label }) => label)).toContain('User name');
    expect(rows.map(({ cells }) => cells[2])).toEqual(['aldente']);
    const open = await read<ListPage>('lists/tickets?show=open');
    const closed = await read<ListPage>('lists/tickets?show=closed');
    expect(open.total + closed.total).toBe(80);
    expect((await visit('/ui/data/lists/keys')).status).toBe(404);
  });

  it('is a ticket whole, its HTML as text', async () => {
    const html = '<p>One &amp; <b>two</b></p><script>alert(1)</script><ul><li>List&lt;String&gt;</li></ul>';
    await call('PATCH', '/tickets/75', { body: { ticket: { title: '<img src=x>', description: html } } });
    expect(await read<TicketSheet>('tickets/75')).toMatchObject({
      title: '<img src=x>',
      description: 'One & two\n\n * List<String>',
      fields: [{ name: 'agent_id' }, { name: 'priority_id' }, { name: 'extended_status_id' }],
    });
    expect((await visit('/ui/data/tickets/99999')).status).toBe(404);
  });

  it('tells two people of one name apart', async () => {
    const { fields } = await read<Choices>('choices');
    const agents = fields.find(({ name }) => name === 'agent_id')?.choices.map(({ label }) => label);
    expect(agents).toEqual(expect.arrayContaining(['Sam Rivers (samrivers)', 'Sam Rivers (srivers)']));
  });

  it('are requests in words, other than the page’s own reading', async () => {
    await call('PATCH', '/tickets/75/close', { headers: { 'user-agent': 'n8n' } });
    await visit('/ui/data/lists/tickets');
    const { entries, revision } = await read<Pulse>('pulse?after=0');
    expect(entries).toEqual([
      expect.objectContaining({
        words: 'Jack Pot closed ticket 75',
        who: 'Jack Pot',
        key: local.sandbox.apiKey.slice(-4),
        face: 'n8n',
        method: 'PATCH',
        path: '/api/v1/tickets/75/close',
        status: 200,
        writes: true,
      }),
    ]);
    await get('/tickets?per_page=5');
    const next = await read<Pulse>(`pulse?after=${entries[0]?.number ?? 0}`);
    expect(next.entries.map((entry) => entry.words)).toEqual(['Jack Pot listed tickets']);
    expect(next.revision).toBe(revision);
  });

  it('begin anew with a reset', async () => {
    await get('/account');
    const { run } = await read<Pulse>('pulse?after=0');
    local.sandbox.reset();
    expect(await read<Pulse>('pulse?after=0')).toMatchObject({ run: expect.not.stringContaining(run), entries: [] });
    expect((await write('PATCH', '/ui/api/tickets/75/close', {})).status).toBe(200);
    expect(await words()).toEqual(['Al Dente closed ticket 75']);
  });
});
