import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { connectTo, type Host, recordRequests, writesOf } from './support.js';

// Tags and other sets: changed by their parts, or replaced, of which the reply says what went.

let sandbox: Sandbox;
let host: Host;

beforeAll(async () => {
  sandbox = await startSandbox();
  host = await connectTo(sandbox, { args: ['--toolsets', 'all'] });
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await host.close();
  await sandbox.stop();
});

const call = (tool: string, args: Readonly<Record<string, unknown>>) =>
  recordRequests(sandbox, () => host.call(tool, args));

it('adds and takes away tags of a ticket, guarded by the version that was read', async () => {
  const { result, requests } = await call('update_ticket', {
    ticket_number: 1,
    add_tags: 'outage, remote',
    remove_tags: ['vip'],
  });
  expect(writesOf(requests)).toEqual([
    { request: 'PATCH /tickets/1', body: { ticket: { tag_ids: [31005, 31004, 31002], lock_version: 2 } } },
  ]);
  expect(result.text).toContain('add tags: outage (31004), remote (31002)');
  expect(result.text).toContain('gone from tags: vip (31001)');
  expect(result.text).toContain('tags now: printer (31005), outage (31004), remote (31002)');
});

it.each([
  ['update_ci', { ci_number: 1 }, 'Spare'],
  ['update_user', { user_number: 2 }, 'Intern'],
])('adds to what %s is about, and takes it away again', async (tool, about, tag) => {
  const added = await call(tool, { ...about, add_tags: [tag] });
  expect(added.result.text).toMatch(new RegExp(`tags now: .*${tag}`));
  expect(JSON.stringify(writesOf(added.requests))).not.toContain('lock_version');
  const taken = await call(tool, { ...about, remove_tags: [tag] });
  expect(taken.result.text).toContain(`gone from tags: ${tag}`);
});

it('says that the ticket was changed meanwhile, and does not try again', async () => {
  const outdated = await call('update_ticket', { ticket_number: 1, add_tags: ['outage'], lock_version: 1 });
  expect(outdated.result).toMatchObject({ isError: true, text: expect.stringContaining('Its lock_version is now 2') });
  expect(writesOf(outdated.requests)).toHaveLength(1);
});

it.each([
  ['update_ticket', { ticket_number: 1, tags: ['outage'] }, 'gone from tags: vip (31001), printer (31005)'],
  ['update_ticket', { ticket_number: 1, tags: 'none' }, 'gone from tags: vip (31001), printer (31005)'],
  ['update_user', { user_number: 2, role_ids: 'none' }, 'gone from role ids: '],
])('%s %j tells what went', async (tool, args, told) => {
  expect((await call(tool, args)).result.text).toContain(told);
});

it('tells which users a CI lost', async () => {
  await call('update_ci', { ci_number: 1, users: ['aldente', 'donkey'] });
  const { result } = await call('update_ci', { ci_number: 1, users: ['donkey'] });
  expect(result.text).toContain('gone from users: Al Dente (22002)');
  const same = await call('update_ci', { ci_number: 1, users: ['donkey'] });
  expect(same.result.text).not.toContain('gone from');
});

it.each([
  [
    'beside the whole set',
    { tags: ['vip'], add_tags: ['outage'] },
    'add_tags: cannot go together with a list that replaces',
  ],
  [
    'the same both ways',
    { add_tags: ['vip'], remove_tags: ['VIP'] },
    'remove_tags: holds 31001, which is to be added as well',
  ],
  ['of another class', { add_tags: ['Production'] }, 'add_tags: no tag is called "Production"'],
  ['none at all', { add_tags: ['none'] }, 'nothing to change'],
])('refuses parts %s', async (_, args, message) => {
  const { result, requests } = await call('update_ticket', { ticket_number: 1, ...args });
  expect(result).toMatchObject({ isError: true, text: expect.stringContaining(message) });
  expect(writesOf(requests)).toEqual([]);
});
