import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchSandbox } from '../launchSandbox.js';
import { seedState } from '../seed/seedState.js';
import { createState, type State } from '../state/state.js';
import { exportState } from './exportState.js';
import { isJson } from './fields.js';
import { importState } from './importState.js';

const folder = mkdtempSync(join(tmpdir(), 'bossdesk-sandbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

const small = { seed: 3, tickets: 30, cis: 10, users: 15 };

async function withSandbox<Value>(
  data: string,
  act: (get: (path: string) => Promise<unknown>, call: typeof fetch, url: string) => Promise<Value>,
): Promise<Value> {
  const sandbox = await launchSandbox({ ...small, data });
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    authorization: `Token token="${sandbox.apiKey}"`,
  };
  try {
    const send: typeof fetch = (url, init) => fetch(url, { headers, ...init });
    return await act(
      async (path) => (await send(`${sandbox.url}/api/v1${path}`)).json(),
      send,
      `${sandbox.url}/api/v1`,
    );
  } finally {
    await sandbox.stop();
  }
}

describe('the data file', () => {
  it('holds a state whole: what it gives back is the same', () => {
    const save = (state: State): unknown => JSON.parse([...exportState(state)].join(''));
    const saved = save(createState(seedState(small)));
    expect(isJson(saved) && save(createState(importState(saved)))).toEqual(saved);
  });

  it('carries changes from one run to the next', async () => {
    const path = join(folder, 'changes.json');
    const created = await withSandbox(path, async (_get, send, url) => {
      const ticket = { title: 'Kept', type_id: 11_001, priority_id: 12_001, tag_ids: [31_001] };
      const note = { text: 'A note' };
      await send(`${url}/cis/1/notes`, { method: 'POST', body: JSON.stringify({ note }) });
      const reply = await send(`${url}/tickets`, { method: 'POST', body: JSON.stringify({ ticket }) });
      return reply.json() as Promise<{ friendly_id: number }>;
    });
    await withSandbox(path, async (get) => {
      expect(await get(`/tickets/${created.friendly_id}`)).toEqual(created);
    });
    const file = JSON.parse(readFileSync(path, 'utf8')) as { cis: { notes: object[]; barcode: string }[] };
    expect(file.cis[0]).toMatchObject({ barcode: 'BOSS-1000', notes: [{ text: 'A note' }] });
  });

  it('holds what changed soon after, while the sandbox runs on', async () => {
    const path = join(folder, 'running.json');
    const holds = (title: string) => existsSync(path) && readFileSync(path, 'utf8').includes(title);
    await withSandbox(path, async (_get, send, url) => {
      for (const title of ['First of the run', 'Second of the run']) {
        const ticket = { title, type_id: 11_001, priority_id: 12_001 };
        await send(`${url}/tickets`, { method: 'POST', body: JSON.stringify({ ticket }) });
        while (!holds(title)) await sleep(20);
      }
    });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveProperty('lookups');
    expect(readdirSync(folder).filter((file) => file.startsWith('running.json'))).toEqual(['running.json']);
  });

  it('may be written by hand, with little in it', async () => {
    const path = join(folder, 'hand.json');
    const file = {
      auth: { token: 'my-key', username: 'me', password: 'pw', permissions: { tickets: ['manage'], users: ['index'] } },
      account: { name: 'Mine' },
      tickets: [
        {
          friendly_id: 7,
          title: 'Only this',
          type: { id: 5, name: 'Incident' },
          requester: { id: 9, friendly_id: 2, first_name: 'Al', last_name: 'Dente', username: 'aldente' },
          comments: [{ body: 'Hi' }],
        },
        { title: 'And this' },
      ],
      lookups: { helpdesk_priorities: [{ id: 3, name: 'High' }], searches: [{ name: 'All', owner_class: 'ticket' }] },
    };
    writeFileSync(path, JSON.stringify(file));
    await withSandbox(path, async (get, send, url) => {
      expect(await get('/account')).toMatchObject({ name: 'Mine', full_domain: 'example.bossdesk.io' });
      expect(await get('/tickets/7')).toMatchObject({
        id: expect.any(Number),
        status: 'incoming',
        lock_version: 0,
        type: { id: 5, name: 'Incident' },
        requester: { username: 'aldente' },
        comments: [{ id: expect.any(Number), body: 'Hi', is_public: false }],
      });
      expect(await get('/tickets/8')).toMatchObject({ title: 'And this' });
      expect(await get('/ticket_types')).toMatchObject([{ id: 5, name: 'Incident' }]);
      expect(await get('/users')).toMatchObject([{ username: 'aldente' }, { username: 'me' }]);
      const [search] = (await get('/searches')) as [{ id: number }];
      expect(await get(`/searches/${search.id}`)).toHaveLength(2);
      const ticket = { title: 'New', type_id: 5, priority_id: 3 };
      const created = await send(`${url}/tickets`, { method: 'POST', body: JSON.stringify({ ticket }) });
      expect(created.status).toBe(201);
      expect(await created.json()).toMatchObject({ friendly_id: 9, requester: { username: 'me' } });
    });
  });

  it('keeps by how much the clock was moved, so that no record is of tomorrow', async () => {
    const path = join(folder, 'clock.json');
    const first = await launchSandbox({ ...small, data: path });
    first.clock.move({ days: 14 });
    await first.stop();
    const second = await launchSandbox({ ...small, data: path });
    const ahead = second.clock.ahead();
    second.clock.set(null);
    await second.stop();
    expect(ahead).toBe(14 * 86_400_000);
    expect(readFileSync(path, 'utf8')).not.toContain('"clock"');
  });

  it.each([
    ['{', /Cannot load .*bad\.json: .*JSON/],
    ['[]', /must be one JSON object/],
    ['{"tickets":{}}', /"tickets" must be a list of records/],
    ['{"tickets":[{"comments":[1]}]}', /"comments" must be a list of records/],
  ])('is refused at the start when it holds %s', async (text, message) => {
    const path = join(folder, 'bad.json');
    writeFileSync(path, text);
    await expect(launchSandbox({ data: path })).rejects.toThrow(message);
  });
});
