import { connectTo, type Host } from '../mcp/support.js';
import { type Desk, openDesk } from '../n8n/support.js';
import { askNode, askServer, type Outcome } from './faces.js';
import { added, rows, type Words } from './words.js';

let desk: Desk;
let host: Host;

beforeAll(async () => {
  desk = await openDesk({ seed: 1 });
  host = await connectTo(desk.sandbox, { args: ['--toolsets', 'all'] });
  const { users } = desk.client;
  const made = [
    // A first name only.
    await users.create({ username: 'c-1', first_name: 'Cher' }),
    // Called what another is named.
    await users.create({ username: 'al dente', first_name: 'Alma', last_name: 'Denton' }),
    // Called what is the id of another.
    await users.create({ username: '22003' }),
    await users.create({ username: 'ghost', first_name: 'Maya', last_name: 'Ghost' }),
  ];
  if (made.map(({ id }) => id).join() !== Object.values(added).join()) throw new Error('The sandbox gave other ids');
});
afterAll(async () => {
  await host.close();
  await desk.close();
});

it.each(rows)('$place "$given" means $means, to the assistant and to the workflow', async (words) => {
  const [server, node] = [
    await askServer(host, desk, words.place, words.given),
    await askNode(desk, words.place, words.given),
  ];
  expectMeaning(words, server);
  expectMeaning(words, node);
  // The same candidates, in the same order.
  expect(candidatesOf(node)).toEqual(candidatesOf(server));
});

function expectMeaning({ means, candidates = [] }: Words, outcome: Outcome): void {
  if (typeof means === 'number') {
    expect(outcome).toEqual({ sent: means, said: '' });
    return;
  }
  expect(outcome.sent).toBeUndefined();
  expect(outcome.said).toContain(means);
  expect(candidatesOf(outcome)).toEqual(expect.arrayContaining([...candidates]));
}

/** `(22002)` in a tool's reply, `(ID 22002, …)` in an error of the node's. */
function candidatesOf({ said }: Outcome): number[] {
  return [...said.matchAll(/\((?:ID )?(\d+)[,)]/g)].map(([, id]) => Number(id));
}
