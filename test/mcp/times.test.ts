import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectTo, type Host, recordRequests } from './support.js';

let sandbox: Sandbox;
let host: Host;
let folder: string | undefined;

/** A desk whose account is in a zone, Eastern Time where none is said. */
async function open(time_zone?: string): Promise<void> {
  if (time_zone !== undefined) {
    folder = mkdtempSync(join(tmpdir(), 'bossdesk-zone-'));
    writeFileSync(join(folder, 'desk.json'), JSON.stringify({ account: { time_zone }, tickets: [{ title: 'x' }] }));
  }
  const data = folder === undefined ? {} : { data: join(folder, 'desk.json') };
  sandbox = await startSandbox({ control: true, tickets: 10, cis: 1, ...data });
  host = await connectTo(sandbox);
}

afterEach(async () => {
  await host.close();
  await sandbox.stop();
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

async function orderFault(fault: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${sandbox.url}/_control/faults`, { method: 'POST', headers, body: JSON.stringify([fault]) });
}

/** A call, and the requests to lists and the account that it took. */
const ask = (tool: string, args: Readonly<Record<string, unknown>>) =>
  recordRequests(sandbox, () => host.call(tool, args)).then(({ result, requests }) => ({
    ...result,
    wire: requests.map(({ request }) => request).filter((request) => !request.includes('_not_null')),
  }));

const search = (filters: Readonly<Record<string, unknown>>) => ask('search_tickets', { filters, limit: 1 });
const listed = (condition: string): unknown => expect.stringContaining(`GET /tickets?page=1&per_page=1&${condition}`);

it('reads the account once, and only when a time bears no zone', async () => {
  await open();
  expect((await search({ updated_at_gteq: '2020-01-01T00:00:00Z' })).wire).not.toContain('GET /account');
  const first = await search({ updated_at_gteq: '2020-01-01' });
  expect(first.wire[0]).toBe('GET /account');
  expect(first.text).toMatch(
    /\nDays and times without a zone were read in the account's: Eastern Time \(US & Canada\), where it is \d{4}-\d{2}-\d{2}\.$/,
  );
  expect((await search({ updated_at_gteq: 'yesterday' })).wire).not.toContain('GET /account');
  expect((await ask('add_time_entry', { ticket_number: 2, duration: 5 })).wire).not.toContain('GET /account');
});

it.each([
  ['Kathmandu', '2026-05-24T18:15:00.000Z'],
  ['Santiago', '2026-05-25T04:00:00.000Z'],
  ['Europe/Berlin', '2026-05-24T22:00:00.000Z'],
])('reads a day in %s', async (zone, moment) => {
  await open(zone);
  const { wire, text } = await search({ created_at_gteq: '2026-05-25' });
  expect(wire).toContainEqual(listed(`q[created_at_gteq]=${moment}`));
  expect(text).toContain(`read in the account's: ${zone}, where it is `);
});

const refusals: readonly (readonly [string, () => Promise<void>, string])[] = [
  ['is unknown', () => open('Mars'), "the account's time zone is not a known one"],
  ['is none', () => open(''), 'the account has no time zone'],
  [
    'may not be read',
    async () => {
      await open();
      await orderFault({ path: '/account', times: 10, status: 403 });
    },
    "Days and times without a zone are the account's, and its time zone cannot be read",
  ],
];

it.each(refusals)('guesses nothing where the zone %s', async (_, start, words) => {
  await start();
  for (const [tool, args] of [
    ['search_tickets', { updated_since: '2026-05-25' }],
    ['search_tickets', { filters: { updated_at_lteq: 'today' } }],
    ['add_task', { ticket_number: 1, title: 'x', due_at: '2026-06-03 15:00' }],
    ['add_time_entry', { ticket_number: 1, duration: 5 }],
  ] as const) {
    const { isError, text, wire } = await ask(tool, args);
    expect(isError).toBe(true);
    expect(text).toContain(words);
    expect(text).toContain('Give times with their zone, e.g. 2026-05-25T08:00:00-04:00');
    expect(wire.filter((request) => request !== 'GET /account')).toEqual([]);
  }
  expect((await ask('search_tickets', { updated_since: '2020-01-01T00:00:00Z' })).isError).toBe(false);
  const entry = { ticket_number: 1, duration: 5, date: '2026-05-25' };
  expect((await ask('add_time_entry', entry)).isError).toBe(false);
});

it('takes today for what it is by the desk’s clock', async () => {
  await open();
  const date = 'Sat, 16 May 2026 02:00:00 GMT';
  await orderFault({ path: '/account', headers: { date } });
  expect((await search({ created_at_lt: 'today' })).wire).toContainEqual(
    listed('q[created_at_lt]=2026-05-15T04:00:00.000Z'),
  );
});

it('names the filter as it was given where the desk ignores it', async () => {
  await open();
  const { text, isError } = await search({ finished_at_lteq: 'today' });
  expect(isError).toBe(true);
  expect(text).toMatch(/^filters\.finished_at_lteq: BOSSDesk ignored the filter finished_at_lteq/);
});

it('reads the day of a custom field', async () => {
  await open();
  const given = { ticket_number: 2, custom_fields: { 'Needed By': '2026-05-20T00:00:00Z' } };
  expect((await ask('update_ticket', given)).text).toContain('custom fields: Needed By (35006): 2026-05-20');
  const words = await ask('update_ticket', { ticket_number: 2, custom_fields: { 'Needed By': '-1d' } });
  expect(words.text).toMatch(/Needed By \(35006\): \d{4}-\d{2}-\d{2}\n.*Eastern Time/s);
  const ordered = await ask('update_ticket', { ticket_number: 2, custom_fields: { 'Needed By': '20.05.2026' } });
  expect(ordered.text).toContain('Needed By (35006): 2026-05-20');
  const wrong = await ask('update_ticket', { ticket_number: 2, custom_fields: { 'Needed By': '03.05.2026' } });
  expect(wrong.text).toMatch(/^custom_fields\.Needed By: takes a day as YYYY-MM-DD, today, yesterday or -14d, not/);
  expect(wrong.wire).not.toContain('PATCH /tickets/2');
});

it('takes who signs in for me', async () => {
  await open();
  const env = { BOSSDESK_API_KEY: '', BOSSDESK_USERNAME: 'jackpot', BOSSDESK_PASSWORD: 'sandbox-password' };
  const signedIn = await connectTo(sandbox, { env });
  const { text } = await signedIn.call('update_ticket', { ticket_number: 2, agent: 'me' });
  expect(text).toContain('agent: Jack Pot (22001)');
  await signedIn.close();
});
