import { useSandbox } from '../testing/useSandbox.js';
import { toText } from './toText.js';

const local = useSandbox({ tickets: 80, cis: 5, users: 12, control: true });
const { call, send } = local;

const lastWords = async (): Promise<string | undefined> => {
  const { json } = await send(`${local.sandbox.url}/ui/data/pulse?after=0`);
  return (json as { entries: { words: string }[] }).entries.at(-1)?.words;
};
const ask = async (method: string, path: string, body?: object, key?: string | null) => {
  await call(method, path, { ...(body && { body }), ...(key === undefined ? {} : { key }) }).catch(() => undefined);
  return lastWords();
};

describe('a request is told in words', () => {
  it.each<[string, string, object | undefined, string]>([
    ['GET', '/tickets?q[title_cont]=x', undefined, 'listed tickets'],
    ['GET', '/tickets/75', undefined, 'read ticket 75'],
    ['GET', '/cis/by_barcode/BOSS-1000', undefined, 'read CI with barcode BOSS-1000'],
    ['GET', '/ticket_types', undefined, 'listed ticket types'],
    ['GET', '/account', undefined, 'read the account'],
    ['PATCH', '/tickets/75/close', undefined, 'closed ticket 75'],
    ['PATCH', '/tickets/5/reopen', undefined, 'reopened ticket 5'],
    [
      'PATCH',
      '/tickets/2',
      { ticket: { agent_id: 22_002, priority_id: 12_002, extended_status_id: null } },
      'changed ticket 2: status incoming → assigned, priority Urgent → Medium, agent none → Al Dente, extended status Waiting on Customer → none',
    ],
    ['PATCH', '/tickets/2', { ticket: { title: 'VPN drops every hour' } }, 'changed nothing in ticket 2'],
    [
      'POST',
      '/tickets',
      { ticket: { title: 'Lamp is out', type_id: 11_001, priority_id: 12_001 } },
      'created ticket 81 “Lamp is out”',
    ],
    ['POST', '/tickets/75/tasks', { task: { title: 'Look', type_id: 16_001 } }, 'created task “Look” of ticket 75'],
    [
      'POST',
      '/tickets/75/comments',
      { comment: { body: '<p>All <b>done</b></p>', is_public: true } },
      'commented on ticket 75: “All done”',
    ],
    [
      'POST',
      '/tickets/75/comments',
      { comment: { body: 'Hm', is_public: false } },
      'left a private comment on ticket 75: “Hm”',
    ],
    [
      'POST',
      '/tickets/75/time_entries',
      { time_entry: { date: '2026-05-20', duration: 45 } },
      'logged 45 minutes on ticket 75',
    ],
    ['PATCH', '/cis/1', { ci: { name: 'BOSS-1' } }, 'changed CI 1: name BOSS-1000 → BOSS-1'],
    ['DELETE', '/cis/2', undefined, 'deleted CI 2'],
    ['POST', '/users', { user: { username: 'newone', email: 'new@example.com' } }, 'created user 13 “newone”'],
  ])('%s %s', async (method, path, body, words) => {
    expect(await ask(method, path, body)).toBe(`Jack Pot ${words}`);
  });

  it('names what lies inside a record', async () => {
    const { json } = await call('GET', '/tickets/1');
    const [task] = (json as { tasks: [{ id: number }] }).tasks;
    expect(await ask('PATCH', `/tickets/1/tasks/${task.id}`, { task: { title: 'Buy toner' } })).toMatch(
      new RegExp(`^Jack Pot changed task ${task.id} of ticket 1: title .+ → Buy toner$`),
    );
    expect(await ask('PATCH', `/tickets/1/tasks/${task.id}/close`, { task: {} })).toBe(
      `Jack Pot closed task ${task.id} of ticket 1`,
    );
  });

  it('with the reason where it was refused', async () => {
    expect(await ask('PATCH', '/tickets/1/close')).toBe(
      "Jack Pot could not close ticket 1: can't be closed because it has open tasks",
    );
    expect(await ask('GET', '/tickets/9999')).toBe('Jack Pot could not read ticket 9999: Not Found');
    expect(await ask('POST', '/tickets', { ticket: { title: '', type_id: 1, priority_id: 12_001 } })).toBe(
      "Jack Pot could not create a ticket: title can't be blank, type must exist",
    );
    expect(await ask('GET', '/tickets', undefined, 'wrong')).toBe('Somebody could not list tickets: Unauthorized');
    expect(await ask('GET', '/nowhere')).toBe('Jack Pot asked for GET /api/v1/nowhere, which is no route');
  });

  it('also where the connection was dropped', async () => {
    const faults = [{ path: '/tickets/75/close', drop: 'after' }];
    await send(`${local.sandbox.url}/_control/faults`, { method: 'POST', body: JSON.stringify(faults) });
    expect(await ask('PATCH', '/tickets/75/close')).toBe(
      'Jack Pot tried to close ticket 75: the connection was dropped',
    );
  });

  it('by the key that asked', async () => {
    const made = await send(`${local.sandbox.url}/_control/keys`, {
      method: 'POST',
      body: JSON.stringify({ token: 'short', username: 'aldente' }),
    });
    expect(made.status).toBe(201);
    expect(await ask('PATCH', '/tickets/75/close', undefined, 'short')).toBe('Al Dente closed ticket 75');
    const { json } = await send(`${local.sandbox.url}/ui/data/pulse?after=0`);
    expect((json as { entries: object[] }).entries.at(-1)).toMatchObject({ who: 'Al Dente', key: null });
  });
});

it.each([
  ['plain', 'plain'],
  ['<p>One</p><p>Two<br>Three</p>', 'One\n\nTwo\nThree'],
  ['List<String> and a < b', 'List<String> and a < b'],
  // A number that is no letter is one that stands for none, as in browsers.
  ['&lt;b&gt; &#39;x&#x27; &nope; &#0; &#x110000;', "<b> 'x' &nope; \ufffd \ufffd"],
  [`${'<div>'.repeat(100_000)}x`, '...'],
  ['<style>p { color: red }</style>seen', 'seen'],
  ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
])('%j is read as %j', (html, text) => {
  expect(toText(html)).toBe(text);
});
