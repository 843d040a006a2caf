import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { connectTo, type Host, recordRequests, writesOf } from './support.js';

// Writes whose answer is lost on its way: the record is read before anything is said, and nothing is sent again.

let sandbox: Sandbox;
let host: Host;
beforeAll(async () => {
  sandbox = await startSandbox({ control: true });
  host = await connectTo(sandbox, {
    args: ['--toolsets', 'all', '--destructive', 'allow'],
    env: { BOSSDESK_MAX_RETRIES: '3', BOSSDESK_TIMEOUT_MS: '2000' },
  });
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await host.close();
  await sandbox.stop();
});

const order = (...faults: object[]) =>
  fetch(`${sandbox.url}/_control/faults`, { method: 'POST', body: JSON.stringify(faults) });

type Call = readonly [tool: string, args: Readonly<Record<string, unknown>>, method: string, path: string];

const ticket = { title: 'No sound', type: 'Incident', priority: 'High', agent: 'Al Dente' };

/** Writes of which something that can be read tells whether they were done. */
const known: readonly Call[] = [
  ['create_ticket', { ...ticket, description: '**Big** room' }, 'POST', '/tickets'],
  ['update_ticket', { ticket_number: 2, title: 'VPN is down', team: 'Security' }, 'PATCH', '/tickets/2'],
  ['update_ticket', { ticket_number: 2, description: 'New *words*' }, 'PATCH', '/tickets/2'],
  ['add_ticket_comment', { ticket_number: 2, body: 'Hello **you**' }, 'POST', '/tickets/2/comments'],
  ['add_task', { ticket_number: 2, title: 'Look', due_at: '2026-12-01 15:00' }, 'POST', '/tickets/2/tasks'],
  ['update_task', { ticket_number: 1, task_id: 1_000_005, title: 'Order two' }, 'PATCH', '/tickets/1/tasks/1000005'],
  ['close_task', { ticket_number: 1, task_id: 1_000_005 }, 'PATCH', '/tickets/1/tasks/1000005/close'],
  [
    'update_time_entry',
    { ticket_number: 1, time_entry_id: 1_000_009, duration: 30, date: '2026-02-20' },
    'PATCH',
    '/tickets/1/time_entries/1000009',
  ],
  ['delete_time_entry', { ticket_number: 1, time_entry_id: 1_000_009 }, 'DELETE', '/tickets/1/time_entries/1000009'],
  ['delete_task', { ticket_number: 1, task_id: 1_000_005 }, 'DELETE', '/tickets/1/tasks/1000005'],
  ['create_ci', { name: 'New machine', type: 'Desktop' }, 'POST', '/cis'],
  ['update_ci', { ci_number: 7, model: 'T-1000' }, 'PATCH', '/cis/7'],
  ['delete_ci', { ci_number: 7 }, 'DELETE', '/cis/7'],
  ['create_user', { username: 'new.one', email: 'new.one@example.com' }, 'POST', '/users'],
  ['update_user', { user_number: 7, designation: 'Chief' }, 'PATCH', '/users/7'],
  ['create_my_ticket', { title: 'Mine', type: 'Incident' }, 'POST', '/my/tickets'],
  ['add_my_ticket_comment', { ticket_number: 4, body: 'Thanks' }, 'POST', '/my/tickets/4/comments'],
];

describe.each(known)('%s %j', (tool, args, method, path) => {
  it('that was done is told as done', async () => {
    await order({ method, path, drop: 'after' });
    const { result, requests } = await recordRequests(sandbox, () => host.call(tool, args));
    expect(result.text).toMatch(/broke[\s\S]*Read afterwards, it was done: do not repeat it\./);
    expect(result.isError).toBe(false);
    expect(writesOf(requests)).toHaveLength(1);
  });

  it('that was not done is told as not done', async () => {
    await order({ method, path, drop: 'before' });
    const { result, requests } = await recordRequests(sandbox, () => host.call(tool, args));
    expect(result.text).toMatch(/broke[\s\S]*It was not done: the(re is no such)? /);
    expect(result.isError).toBe(true);
    expect(writesOf(requests)).toHaveLength(1);
  });
});

it.each<readonly [...Call, string]>([
  [
    'add_ci_note',
    { ci_number: 7, text: 'x' },
    'POST',
    '/cis/7/notes',
    'no list shows the note. Look at the CI in BOSSDesk.',
  ],
  [
    'add_time_entry',
    { ticket_number: 2, duration: 41, date: '2026-05-20' },
    'POST',
    '/tickets/2/time_entries',
    'which is like it. Look at the ticket.',
  ],
])('says of %s that it is not known, and where to look', async (tool, args, method, path, words) => {
  await order({ method, path, drop: 'after' });
  const { text, isError } = await host.call(tool, args);
  expect(isError).toBe(true);
  expect(text).toContain('Whether it was done is not known:');
  expect(text).toContain(words);
});

it('says where it cannot look either', async () => {
  await order(
    { method: 'PATCH', path: '/tickets/2', drop: 'after' },
    { method: 'GET', path: '/tickets/2', status: 403, times: 5 },
  );
  expect((await host.call('update_ticket', { ticket_number: 2, title: 'x' })).text).toMatch(
    /Whether it was done is not known: it could not be read afterwards\. Look at the ticket before repeating it\.$/,
  );
});

it('closes a ticket only when its comment is known to stand', async () => {
  const close = () => host.call('close_ticket', { ticket_number: 2, comment: 'Done' });
  await order({ path: '/tickets/2/comments', drop: 'before' });
  const { result, requests } = await recordRequests(sandbox, close);
  expect(result.text).toMatch(/It was not done: there is no such comment\. Ticket 2 was not closed\.$/);
  expect(writesOf(requests)).toHaveLength(1);
  await order({ path: '/tickets/2/comments', drop: 'after' });
  expect((await close()).text).toMatch(/^Added private comment \d+ and closed ticket 2/);
});

it('tells of a reopened ticket by its state', async () => {
  await host.call('close_ticket', { ticket_number: 2 });
  await order({ path: '/tickets/2/reopen', drop: 'after' });
  const { text } = await host.call('reopen_ticket', { ticket_number: 2 });
  expect(text).toMatch(/^Reopened ticket 2; its status is incoming\.\n.*it was done/s);
  await host.call('close_ticket', { ticket_number: 2 });
  await order({ path: '/tickets/2/reopen', status: 500 });
  expect((await host.call('reopen_ticket', { ticket_number: 2 })).text).toContain(
    'It was not done: the ticket is closed.',
  );
});

it('does not promise that what nobody answered in time will not come', async () => {
  await order({ method: 'PATCH', path: '/tickets/2', delay: 4000 });
  const { text, isError } = await host.call('update_ticket', { ticket_number: 2, title: 'Later' });
  expect(isError).toBe(true);
  expect(text).toMatch(
    /not known: the ticket shows other values when it was looked at; it may still come\. Look again/,
  );
});

it('takes an older record of the same name for none of its own', async () => {
  await host.call('create_ticket', ticket);
  await new Promise((resolve) => setTimeout(resolve, 6000));
  await order({ method: 'POST', path: '/tickets', drop: 'before' });
  expect((await host.call('create_ticket', ticket)).text).toContain('It was not done: there is no such ticket.');
}, 15_000);
