import { operations } from 'bossdesk-client';
import { actionCases } from './actionCases/index.js';
import { type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const runAction = (action: string, parameters: Record<string, unknown>) => {
  const [resource, operation] = action.split('.');
  return desk.run({ resource, operation, ...parameters });
};

it.each(Object.entries(actionCases))(
  '%s sends what the panel says and gives what the API answers',
  async (action, expected) => {
    const run = await runAction(action, expected.parameters);
    expect(run.json[0]).toMatchObject(expected.output);
    expect(run.node.items[0]?.pairedItem).toEqual({ item: 0 });
    expect(run.wire).toEqual(expected.wire);
    expect(run.requests.at(-1)?.body).toEqual(expected.body ?? null);
  },
);

it('leaves no action of the node untried', () => {
  // nested.test.ts and attachments.test.ts run those that need an id of what was made before.
  const elsewhere = [
    ...['attachment.delete', 'attachment.get', 'attachment.getAll', 'attachment.update', 'attachment.upload'],
    ...['ciNote.delete', 'ciNote.update', 'task.close', 'task.delete', 'task.reopen', 'task.update'],
    ...['timeEntry.delete', 'timeEntry.update'],
    // upsert.test.ts runs those that read first.
    ...['ci.upsert', 'ticket.upsert', 'user.upsert'],
  ];
  const offered = operations.flatMap(({ faces }) =>
    typeof faces.n8n === 'object' && 'via' in faces.n8n ? [] : faces.n8n,
  );
  expect([...Object.keys(actionCases), ...elsewhere].sort()).toEqual([...new Set(offered)].sort());
});
