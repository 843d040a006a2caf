import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { connectTo, type Host, recordRequests } from './support.js';

let sandbox: Sandbox;
let host: Host;
beforeAll(async () => {
  sandbox = await startSandbox({ control: true });
  host = await connectTo(sandbox, { args: ['--toolsets', 'all', '--me', 'jackpot'] });
});
afterAll(async () => {
  await host.close();
  await sandbox.stop();
});

const call = (tool: string, args: Readonly<Record<string, unknown>>) => host.call(tool, args);

/** Every record that a search finds, by its number. */
async function listAll(tool: string, args: Readonly<Record<string, unknown>>): Promise<number[]> {
  const numbers: number[] = [];
  for (let page = 1; ; page += 1) {
    const { text } = await call(tool, { ...args, page, limit: 100 });
    const found = [...text.matchAll(/^(\d+) \| /gm)].map(([, number]) => Number(number));
    numbers.push(...found);
    if (found.length < 100) return numbers;
  }
}

/** `3 | A (1), B (2)` as A and B with 3 each. */
function groupsIn(text: string): Map<string, number> {
  const lines = [...text.matchAll(/^(\d+) \| (.+)$/gm)];
  return new Map(lines.flatMap(([, count, names = '']) => names.split(', ').map((name) => [name, Number(count)])));
}

const sum = (groups: Map<string, number>) => [...groups.values()].reduce((all, one) => all + one, 0);

it('answers how many there are in a few words', async () => {
  const open = await listAll('search_tickets', { status: 'open' });
  const { text } = await call('search_tickets', { status: 'open', count_by: 'total' });
  expect(text).toBe(`${open.length} tickets.`);
  expect((await call('search_tickets', { query: 'no such words', count_by: 'agent' })).text).toBe('0 tickets.');
  expect((await call('search_tickets', { filters: { friendly_id_eq: 2 }, count_by: 'total' })).text).toBe('1 ticket.');
});

it.each(['agent', 'category', 'extended_status', 'priority', 'requester', 'status', 'team', 'type'])(
  'counts tickets by %s, each once',
  async (count_by) => {
    const { text } = await call('search_tickets', { status: 'open', count_by });
    const [, total] = /^(\d+) tickets, by/.exec(text) ?? [];
    expect(sum(groupsIn(text))).toBe(Number(total));
    expect((await listAll('search_tickets', { status: 'open' })).length).toBe(Number(total));
  },
);

it('counts what rows do not show by asking for each', async () => {
  const groups = groupsIn((await call('search_tickets', { status: 'open', count_by: 'team' })).text);
  expect(groups.size).toBeGreaterThan(2);
  for (const [team, count] of groups) {
    const id = /\((\d+)\)$/.exec(team)?.[1] ?? 'none';
    expect(await listAll('search_tickets', { status: 'open', team: id })).toHaveLength(count);
  }
  const { text } = await call('search_cis', { count_by: 'location' });
  expect(sum(groupsIn(text))).toBe(Number(/^(\d+) CIs/.exec(text)?.[1]));
});

it('tells who is least busy, those without any among them, and ties on one line', async () => {
  const { text } = await call('search_tickets', { status: 'open', count_by: 'agent' });
  const agents = await listAll('search_users', { filters: { is_agent_true: true, archived_at_null: true } });
  const groups = groupsIn(text);
  groups.delete('none');
  expect(groups.size).toBe(agents.length);
  const counts = [...text.matchAll(/^(\d+) \| /gm)].map(([, count]) => Number(count));
  expect(counts).toEqual([...new Set(counts)].sort((a, b) => b - a));
});

it('says that a record with several tags counts for each', async () => {
  const { text } = await call('search_tickets', { count_by: 'tags' });
  expect(text).toContain('A ticket may count for several tags.');
  expect(sum(groupsIn(text))).toBeGreaterThan(Number(/^(\d+)/.exec(text)?.[1]));
});

it('counts under the same conditions as the search, in its words', async () => {
  const args = { overdue: true, team: 'Hardware Team' };
  const { text } = await call('search_tickets', { ...args, count_by: 'agent' });
  expect(text).toContain(`${(await listAll('search_tickets', args)).length} tickets, by agent:`);
  expect(text).toMatch(/were read in the account's: Eastern Time \(US & Canada\), where it is \d{4}-\d{2}-\d{2}\.$/);
  expect((await call('search_cis', { location: 'Europe', count_by: 'total' })).text).toMatch(
    /^\d+ CIs\.\nlocation: Europe \(\d+\) and \d+ below it\.$/,
  );
  expect((await call('search_users', { count_by: 'is_agent' })).text).toMatch(/users, by is_agent:/);
});

it('refuses what is no attribute, with those that are, and asks BOSSDesk nothing', async () => {
  const { result, requests } = await recordRequests(sandbox, () => call('search_cis', { count_by: 'colour' }));
  expect(result.isError).toBe(true);
  expect(result.text).toContain(
    'count_by: takes one of total, location, manufacturer, online, status, tags, type, users, not the text "colour"',
  );
  expect(requests).toEqual([]);
});

it('does not count what a filter that BOSSDesk ignores lets through', async () => {
  const { text, isError } = await call('search_tickets', { filters: { agnt_id_eq: 3 }, count_by: 'status' });
  expect(isError).toBe(true);
  expect(text).toMatch(/^filters\.agnt_id_eq: BOSSDesk ignored/);
});

it('knows what is overdue, and what is not', async () => {
  const overdue = await listAll('search_tickets', { overdue: true });
  const others = await listAll('search_tickets', { overdue: false });
  const all = await listAll('search_tickets', {});
  expect(overdue.length).toBeGreaterThan(0);
  expect([...overdue, ...others].sort((a, b) => a - b)).toEqual(all.sort((a, b) => a - b));
  expect(await listAll('search_tickets', { overdue: true, status: 'closed' })).toEqual([]);
});
