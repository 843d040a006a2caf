import { operations } from 'bossdesk-client';
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
    {
      items: [{ text: 'hello' }],
      before: [
        {
          name: 'File',
          type: 'n8n-nodes-base.convertToFile',
          typeVersion: 1.1,
          parameters: { operation: 'toText', sourceProperty: 'text', options: { fileName: 'hello.txt' } },
        },
      ],
    },
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
