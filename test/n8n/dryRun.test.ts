import { operations } from 'bossdesk-client';
import { loadPackages } from '../support/n8n/packages.js';
import { actionCases } from './actionCases/index.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const writes = Object.entries(actionCases).filter(([action]) =>
  operations.some(
    ({ faces, ...operation }) =>
      'change' in operation && 'n8n' in faces && [faces.n8n].flat().some((one) => one === action),
  ),
);

it.each(writes)('%s tells what it would send, and sends nothing', async (action, { parameters, wire, body }) => {
  const [resource, operation] = action.split('.');
  const run = await desk.run({ resource, operation, ...parameters, options: { dryRun: true } });
  const [method, target] = (wire.at(-1) ?? '').split(' ');
  expect(run.json).toEqual([expect.objectContaining({ dry_run: true, method, path: `/api/v1${String(target)}` })]);
  expect(run.json[0]?.['body'] ?? {}).toEqual(body ?? {});
  expect(run.requests.filter((request) => request.method !== 'GET')).toEqual([]);
});

/** Writes that actionCases cannot try, since they need an id that was answered before, or read first. */
const others: Readonly<Record<string, { readonly sends: string; readonly parameters: object }>> = {
  'attachment.delete': {
    sends: 'DELETE /cis/1/attachments/5',
    parameters: { ciNumber: byId(1), attachmentId: '5' },
  },
  'attachment.update': {
    sends: 'PATCH /cis/1/attachments/5',
    parameters: { ciNumber: byId(1), attachmentId: '5', description: 'Old' },
  },
  'attachment.upload': { sends: 'POST /cis/1/attachments', parameters: { ciNumber: byId('BOSS-1000') } },
  'ciNote.delete': { sends: 'DELETE /cis/1/notes/5', parameters: { ciNumber: byId(1), noteId: '5' } },
  'ciNote.update': { sends: 'PATCH /cis/1/notes/5', parameters: { ciNumber: byId(1), noteId: '5', text: 'x' } },
  'task.close': { sends: 'PATCH /tickets/2/tasks/5/close', parameters: { ticketNumber: byId(2), taskId: byId(5) } },
  'task.delete': { sends: 'DELETE /tickets/2/tasks/5', parameters: { ticketNumber: byId(2), taskId: byId(5) } },
  'task.reopen': { sends: 'PATCH /tickets/2/tasks/5/reopen', parameters: { ticketNumber: byId(2), taskId: byId(5) } },
  'task.update': {
    sends: 'PATCH /tickets/2/tasks/5',
    parameters: { ticketNumber: byId(2), taskId: byId(5), updateFields: { title: 'x' } },
  },
  'timeEntry.delete': {
    sends: 'DELETE /tickets/2/time_entries/5',
    parameters: { ticketNumber: byId(2), timeEntryId: byId(5) },
  },
  'timeEntry.update': {
    sends: 'PATCH /tickets/2/time_entries/5',
    parameters: { ticketNumber: byId(2), timeEntryId: byId(5), updateFields: { duration: 5 } },
  },
  'ci.upsert': {
    sends: 'POST /cis',
    parameters: { matchOn: 'name', name: 'No such CI', additionalFields: { model: 'x' } },
  },
  'ticket.upsert': {
    sends: 'POST /tickets',
    parameters: {
      matchTag: byId('vip'),
      filters: { conditions: [{ field: 'title', predicate: 'is', value: 'No such title' }] },
      title: 'x',
      typeId: byId('Incident'),
      priorityId: byId('High'),
    },
  },
  'user.upsert': { sends: 'POST /users', parameters: { username: 'nobody.yet' } },
};

const hello = {
  items: [{ text: 'hello' }],
  before: [
    {
      name: 'File',
      type: 'n8n-nodes-base.convertToFile',
      typeVersion: 1.1,
      parameters: { operation: 'toText', sourceProperty: 'text', options: { fileName: 'hello.txt' } },
    },
  ],
};

it.each(Object.entries(others))('%s sends nothing either', async (action, { sends, parameters }) => {
  const [resource, operation] = action.split('.');
  const run = await desk.run(
    { resource, operation, ...parameters, options: { dryRun: true, keepInput: 'plan' } },
    hello,
  );
  const [method, path] = sends.split(' ');
  expect(run.json).toMatchObject([{ plan: { dry_run: true, method, path: `/api/v1${String(path)}` } }]);
  expect(run.requests.filter((request) => request.method !== 'GET')).toEqual([]);
});

it('leaves no write untried, and each has the option', async () => {
  const actions = operations.flatMap(({ faces, ...operation }) =>
    'change' in operation && !(typeof faces.n8n === 'object' && 'via' in faces.n8n) ? [faces.n8n].flat() : [],
  );
  const tried = [...writes.map(([action]) => action), ...Object.keys(others)];
  expect(tried.sort()).toEqual([...new Set(actions)].sort());
  const { nodeTypes } = await loadPackages();
  const { properties } = nodeTypes.getByNameAndVersion('n8n-nodes-bossdesk.bossDesk', 1).description;
  const dry = properties.filter(
    ({ name, options = [] }) => name === 'options' && options.some((option) => option.name === 'dryRun'),
  );
  const offered = dry.flatMap(({ displayOptions }) =>
    ((displayOptions?.show?.['operation'] ?? []) as string[]).map(
      (operation) => `${((displayOptions?.show?.['resource'] ?? []) as string[]).join()}.${operation}`,
    ),
  );
  expect(offered.sort()).toEqual(tried);
});

it('is no write: what failed after it does not say that it is done', async () => {
  const items = [{ number: 2 }, { number: 'no number' }];
  const run = await desk.run(
    {
      resource: 'ticket',
      operation: 'close',
      ticketNumber: byId('={{ $json.number }}'),
      options: { dryRun: true },
    },
    { items },
  );
  expect(run.node.error?.message).toContain('[Item 1]');
  expect(run.node.error?.message).not.toContain('done');
});

it('looks names up and refuses what a write would refuse', async () => {
  const update = (updateFields: object) =>
    desk.run({
      resource: 'ticket',
      operation: 'update',
      ticketNumber: byId(2),
      updateFields,
      options: { dryRun: true, protectAgainstOverwrites: true },
    });
  const run = await update({ agentId: byId('Al Dente') });
  expect(run.json).toMatchObject([{ body: { ticket: { agent_id: 22_002, lock_version: expect.any(Number) } } }]);
  const unknown = await update({ agentId: byId('Nobody At All') });
  expect(() => unknown.json).toThrow('no agent is called "Nobody At All"');
  const nothing = await update({});
  expect(() => nothing.json).toThrow('Update Fields');
});

it('says which file an upload would attach', async () => {
  const run = await desk.run(
    { resource: 'attachment', operation: 'upload', ciNumber: byId(1), options: { dryRun: true } },
    hello,
  );
  expect(run.json).toMatchObject([
    {
      dry_run: true,
      method: 'POST',
      path: '/api/v1/cis/1/attachments',
      body: { file: { name: 'hello.txt', size: 5 } },
    },
  ]);
  expect(run.wire).toEqual([]);
});
