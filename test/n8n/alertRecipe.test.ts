import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { setUpRecipe } from '../e2e/recipes/furnish.js';
import { runWorkflow, type WorkflowJson } from '../support/n8nInProcess.js';

// What a worker leaves that is killed between opening a ticket and asking again: two open ones of a key.

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 0, cis: 0, users: 5 });
});
afterAll(() => sandbox.stop());

const credential = { type: 'bossDeskApi', id: 'bossDeskApi', name: 'bossDeskApi' };

/** Runs the recipe by hand, for the alert that it comes with. */
async function runByHand() {
  const { nodes, connections } = setUpRecipe('alert-to-ticket', [credential], { dryRun: false });
  const start = nodes.filter(({ name }) => name === 'Run by hand');
  const others = nodes.filter(({ type, name }) => name !== 'Run by hand' && !/\.(stickyNote|webhook)$/.test(type));
  const workflow = { nodes: [...start, ...others], connections } as unknown as WorkflowJson;
  const account = { bossDeskApi: { url: sandbox.url, apiKey: sandbox.apiKey } };
  const { status, error } = await runWorkflow({ workflow, credentials: account });
  return { status, error };
}

it('the alert recipe closes each later open ticket of its key, naming the first, and does so once', async () => {
  const transport = createUndiciTransport({ apiKey: sandbox.apiKey });
  const client = createClient({ baseUrl: sandbox.url, transport, sleep });
  const title = '[disk-srv-3] Disk of srv-3 is full';
  const numbers: number[] = [];
  for (let index = 0; index < 3; index += 1)
    numbers.push(Number((await client.tickets.create({ title, type_id: 11_001, priority_id: 12_001 })).friendly_id));
  const read = async (friendly_id: number) => {
    const { status, comments } = await client.tickets.get({ friendly_id });
    return { status, comments: comments?.map(({ body }) => body) };
  };
  const expected = [
    { status: 'incoming', comments: ['<p>Again: 97 % of /var is used.</p><p>(event sample-1)</p>'] },
    ...[1, 2].map(() => ({
      status: 'closed',
      comments: [expect.stringContaining(`The same alert has ticket #${numbers[0]}, which came first.`)],
    })),
  ];

  expect(await runByHand()).toEqual({ status: 'success', error: undefined });
  expect(await Promise.all(numbers.map(read))).toEqual(expected);
  expect(await runByHand()).toEqual({ status: 'success', error: undefined });
  expect(await Promise.all(numbers.map(read))).toEqual(expected);
  await transport.close();
});
