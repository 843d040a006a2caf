import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { connectTo, type Host, recordRequests, writesOf } from './support.js';

// Models fill in what they do not use; nothing of it may empty a field. The word none does.

let sandbox: Sandbox;
let host: Host;

beforeAll(async () => {
  sandbox = await startSandbox();
  host = await connectTo(sandbox, { args: ['--toolsets', 'all'] });
});
afterAll(async () => {
  await host.close();
  await sandbox.stop();
});

async function write(tool: string, args: Readonly<Record<string, unknown>>) {
  const { result, requests } = await recordRequests(sandbox, () => host.call(tool, args));
  return { ...result, writes: writesOf(requests) };
}

const updates = [
  ['update_user', { user_number: 2 }, 'user'],
  ['update_ticket', { ticket_number: 2 }, 'ticket'],
  ['update_ci', { ci_number: 1 }, 'ci'],
  ['update_task', { ticket_number: 1, task_id: 1_000_005 }, 'task'],
  ['update_time_entry', { ticket_number: 1, time_entry_id: 1_000_009 }, 'time_entry'],
] as const;

async function optionalArguments(tool: string, about: object): Promise<string[]> {
  const listed = (await host.listTools()).find(({ name }) => name === tool);
  return Object.keys(listed?.inputSchema.properties ?? {}).filter((name) => !(name in about));
}

describe.each(updates)('%s', (tool, about) => {
  it.each([[''], [' \n'], ['null'], ['undefined'], [null], [[]], [['']], [{}]])(
    'changes nothing where all its arguments are %j, and names them',
    async (empty) => {
      const names = await optionalArguments(tool, about);
      const { text, isError, writes } = await write(tool, {
        ...about,
        ...Object.fromEntries(names.map((name) => [name, empty])),
      });
      expect({ isError, writes }).toEqual({ isError: true, writes: [] });
      expect(text).toMatch(/^Nothing to change: /);
      expect(text).toContain(`Ignored empty arguments: ${names.join(', ')}. To empty one, give none.`);
    },
  );
});

it('leaves aside what is empty beside what is not', async () => {
  const { text, writes } = await write('update_user', {
    user_number: 2,
    designation: 'Lead',
    email: '',
    first_name: '',
    tags: [],
    role_ids: [],
  });
  expect(writes).toEqual([{ request: 'PATCH /users/2', body: { user: { designation: 'Lead' } } }]);
  expect(text).toContain('Ignored empty arguments: email, first_name, tags, role_ids. To empty one, give none.');
});

it('leaves aside what is empty in what it creates', async () => {
  const { text, writes } = await write('create_user', {
    username: 'x-1',
    email: '',
    location: 'null',
    tags: [''],
    phone: null,
  });
  expect(writes).toEqual([{ request: 'POST /users', body: { user: { username: 'x-1' } } }]);
  expect(text).toContain('Ignored empty arguments: email, location, tags, phone.');
  expect(text).not.toContain('To empty one');
});

it('leaves aside what is empty inside a list and among custom fields', async () => {
  const { text, writes } = await write('update_ticket', {
    ticket_number: 2,
    tags: ['vip', '', null],
    custom_fields: { 'Asset Tag': '', 'Affected Users': 3 },
  });
  expect(writes).toEqual([
    { request: 'PATCH /tickets/2', body: { ticket: { tag_ids: [31001], custom_fields: { '35004': 3 } } } },
  ]);
  expect(text).toContain('Ignored empty arguments: tags[1], tags[2], custom_fields.Asset Tag.');
});

it.each([
  ['update_user', { user_number: 2, email: 'none', first_name: 'NONE' }, { user: { email: null, first_name: null } }],
  ['update_user', { user_number: 2, role_ids: ['none'], tags: 'none' }, { user: { tag_ids: [], role_ids: [] } }],
  [
    'update_user',
    { user_number: 2, location: 'None', group: ' none ' },
    { user: { location_id: null, group_id: null } },
  ],
  [
    'update_ticket',
    { ticket_number: 2, description: 'none', agent: 'unassigned' },
    { ticket: { description: '', agent_id: null } },
  ],
  [
    'update_ticket',
    { ticket_number: 2, custom_fields: { 'Asset Tag': 'none', 'Incident Type': 'None' } },
    { ticket: { custom_fields: { '35001': null, '35008': null } } },
  ],
  ['update_ci', { ci_number: 1, model: 'none', users: ['none'] }, { ci: { model: '', user_ids: [] } }],
  [
    'update_task',
    { ticket_number: 1, task_id: 1_000_005, due_at: 'none', note: 'none' },
    { task: { note: '', due_at: null } },
  ],
  [
    'update_time_entry',
    { ticket_number: 1, time_entry_id: 1_000_009, task_id: 'None' },
    { time_entry: { task_id: null } },
  ],
  // The word itself goes in quotes.
  ['update_ci', { ci_number: 1, model: '"None"' }, { ci: { model: 'None' } }],
  ['update_ticket', { ticket_number: 2, title: '"none"' }, { ticket: { title: 'none' } }],
  // A new record has nothing to empty: none is what it gets.
  ['create_ci', { name: 'x', model: 'none', location: 'none' }, { ci: { name: 'x', model: '', location_id: null } }],
])('%s %j empties', async (tool, args, body) => {
  const { isError, writes } = await write(tool, args);
  expect(isError).toBe(false);
  expect(writes.map((one) => one.body)).toEqual([body]);
});

it.each([
  [
    'update_ticket',
    { ticket_number: 2, title: 'none' },
    'title: cannot be emptied; the word itself is written "none", in quotes',
  ],
  ['update_user', { user_number: 2, username: 'None' }, 'username: cannot be emptied'],
  ['update_ticket', { ticket_number: 2, requester: 'none' }, 'requester: no user is called "none"'],
  ['create_ticket', { title: 'null', type: 'Incident', priority: 'High' }, 'title: must not be blank'],
  ['create_ticket', { title: 'x', type: [], priority: null }, 'type: is required; priority: is required'],
  ['add_ticket_comment', { ticket_number: 2, body: 'undefined' }, 'body: must not be blank'],
  ['update_ci_note', { ci_number: 1, note_id: 1, text: ' ' }, 'text: must not be blank'],
  [
    'update_ci_attachment',
    { ci_number: 1, attachment_id: 1, description: '' },
    'description: must not be blank; give none to empty it',
  ],
])('%s %j is refused before a request', async (tool, args, message) => {
  const { result, requests } = await recordRequests(sandbox, () => host.call(tool, args));
  expect(result.isError).toBe(true);
  expect(result.text).toContain(message);
  expect(requests.filter(({ request }) => !request.includes('/users?'))).toEqual([]);
});
