import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useSandbox } from '../testing/useSandbox.js';
import { createState } from '../state/state.js';
import { exportState } from './exportState.js';
import { importState } from './importState.js';

const folder = mkdtempSync(join(tmpdir(), 'bossdesk-sandbox-'));

const times = { created_at: '2026-05-01T10:00:00Z', updated_at: '2026-05-01T12:00:00+02:00' };

/** Records as people copy them out of the API's answers, with what those happen to hold. */
const file = {
  auth: { token: 'key', username: 'jackpot' },
  users: [{ id: 1, friendly_id: 101, username: 'jackpot', is_agent: true, badge: 'blue' }],
  tickets: [
    {
      friendly_id: 1,
      title: 'Sparse',
      status: 'in_progress',
      agent: { id: 3, username: 'aldente' },
      custom_fields: { '20': '2016-10-20', '29': 12 },
      sla: { breached: false },
      ...times,
    },
    {
      friendly_id: 2,
      title: 'Without ids',
      status: 'incoming',
      type: { name: 'Incident', shortcut: 'IN' },
      requester: { username: 'jackpot', phone: '+1 555', group: { id: 6, name: 'Purchasing' } },
      team: { name: 'Not in the list' },
      tags: [{ id: 54, name: 'email' }],
    },
    {
      friendly_id: 3,
      title: 'With a CI',
      cis: [
        {
          id: 16_673,
          friendly_id: 4508,
          name: 'COMPUTER-87',
          os: 'Windows 98 Internet Edition',
          type: { id: 104, name: 'Computer', icon: 'zmdi' },
          status: { id: 26, name: 'Active', color: '#34B632' },
        },
      ],
    },
  ],
  cis: [{ friendly_id: 15, name: 'BOSS-1000', tags: [{ id: 21, name: 'Development' }], warranty: '2027' }],
  lookups: {
    ticket_types: [{ id: 5, name: 'Incident', weight: 3 }],
    ci_types: [{ id: 104, name: 'Computer', parent_id: null }],
    ci_statuses: [{ id: 26, name: 'Active' }],
    helpdesk_categories: [{ id: 8, name: 'Email', teams: [{ id: 129, name: 'Database' }] }],
    custom_fields: [
      { id: 41, name: 'Cost', ci_type: { id: 3923, name: 'Hardware' } },
      { id: 42, name: 'Kind', helpdesk_category: { id: 3227, name: 'Network' } },
    ],
  },
};
const data = join(folder, 'hand.json');
writeFileSync(data, JSON.stringify(file));
const { call, get } = useSandbox({ data });
afterAll(() => rmSync(folder, { recursive: true }));

const json = async (path: string) => (await get(path)).json;
const titles = async (query: string) =>
  ((await json(`/tickets?${query}`)) as { title: string }[]).map((ticket) => ticket.title);

describe('records written by hand', () => {
  it('show again what the sandbox knows nothing of', async () => {
    expect(await json('/tickets/1')).toMatchObject({ sla: { breached: false } });
    expect(await json('/users/101')).toMatchObject({ badge: 'blue' });
    expect(await json('/cis/15')).toMatchObject({ warranty: '2027' });
    expect(await json('/ticket_types')).toMatchObject([{ id: 5, name: 'Incident', weight: 3 }]);
  });

  it('keep it when the state is saved', () => {
    const save = (json: typeof file) =>
      JSON.parse([...exportState(createState(importState(json)))].join('')) as typeof file;
    const saved = save(file);
    expect(save(saved)).toEqual(saved);
    expect(saved).toMatchObject({ users: [{ badge: 'blue' }, {}], lookups: { ticket_types: [{ weight: 3 }] } });
  });

  it('name others without their ids', async () => {
    expect(await json('/tickets/2')).toMatchObject({
      type: { id: 5, name: 'Incident' },
      requester: { id: 1, friendly_id: 101 },
      team: { id: expect.any(Number), name: 'Not in the list' },
    });
    expect(await json('/teams')).toMatchObject([{ id: 129, name: 'Database' }, { name: 'Not in the list' }]);
  });

  it('complete others that say less of themselves', async () => {
    expect(await json('/tickets/2')).toMatchObject({
      type: { shortcut: 'IN' },
      requester: { phone: '+1 555', group: { name: 'Purchasing' } },
    });
    expect(await json('/tickets/3')).toMatchObject({
      cis: [{ type: { icon: 'zmdi' }, status: { color: '#34B632' } }],
    });
  });

  it('make records of what only occurs inside them', async () => {
    expect(await json('/tickets/3')).toMatchObject({
      cis: [{ id: 16_673, friendly_id: 4508, name: 'COMPUTER-87', os: 'Windows 98 Internet Edition' }],
    });
    expect(await json('/cis/4508')).toMatchObject({ inventory: { os: { name: 'Windows 98 Internet Edition' } } });
    expect(await json('/helpdesk_categories')).toMatchObject([{ teams: [{ name: 'Database' }] }, { name: 'Network' }]);
    expect(await json('/custom_fields')).toMatchObject([
      { ci_type: { id: 3923, name: 'Hardware' } },
      { helpdesk_category: { id: 3227, name: 'Network' } },
    ]);
    expect(await json('/tags')).toMatchObject([
      { name: 'email', owner_class: 'ticket' },
      { name: 'Development', owner_class: 'ci' },
    ]);
    expect(await json('/users')).toMatchObject([{ username: 'jackpot' }, { username: 'aldente', is_agent: true }]);
  });

  it('are found by their times however those are written', async () => {
    expect(await titles('q[created_at_eq]=2026-05-01T10:00:00.000Z')).toEqual(['Sparse']);
    expect(await titles('q[updated_at_lteq]=2026-05-01T10:00:00Z')).toEqual(['Sparse']);
    expect(await json('/tickets/1')).toMatchObject(times);
  });

  it('can be changed though they lack what new ones must have', async () => {
    expect((await call('PATCH', '/tickets/1', { body: { ticket: { title: 'Changed' } } })).status).toBe(204);
    const reply = await call('PATCH', '/tickets/1', { body: { ticket: { type_id: 999 } } });
    expect(reply).toMatchObject({ status: 422, json: { errors: { type: ['must exist'] } } });
  });

  it('keep a status that the sandbox does not use', async () => {
    const body = { ticket: { title: 'Sparse' } };
    await call('PATCH', '/tickets/1', { body });
    expect(await json('/tickets/1')).toMatchObject({ status: 'in_progress', lock_version: 0 });
    await call('PATCH', '/tickets/1', { body: { ticket: { agent_id: 1 } } });
    expect(await json('/tickets/1')).toMatchObject({ status: 'in_progress', lock_version: 1 });
    await call('PATCH', '/tickets/2', { body: { ticket: { agent_id: 1 } } });
    expect(await json('/tickets/2')).toMatchObject({ status: 'assigned' });
  });

  it('take values for custom fields that only they have', async () => {
    const fields = { '29': 13, '77': 'unknown' };
    await call('PATCH', '/tickets/1', { body: { ticket: { custom_fields: fields } } });
    expect(await json('/tickets/1')).toMatchObject({ custom_fields: { '20': '2016-10-20', '29': 13 } });
    expect(await json('/tickets/1')).not.toMatchObject({ custom_fields: { '77': 'unknown' } });
  });
});
