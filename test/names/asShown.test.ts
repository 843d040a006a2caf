import { connectTo, type Host } from '../mcp/support.js';
import { type Desk, openDesk } from '../n8n/support.js';
import { askNode, askServer } from './faces.js';

let desk: Desk;
let host: Host;

beforeAll(async () => {
  desk = await openDesk({ seed: 1 });
  host = await connectTo(desk.sandbox, { args: ['--toolsets', 'all'] });
});
afterAll(async () => {
  await host.close();
  await desk.close();
});

const long = `Docking station ${'of the second floor '.repeat(10)}`.trim();

it.each([
  ['a sign that parts the cells of a list', 'Dock | Spare', 'Dock / Spare'],
  ['a character that nobody sees', 'Pro\u200Bjector', 'Projector'],
  ['more letters than a list shows', long, `${long.slice(0, 159)}…`],
  ['a joiner that spells a word', 'چاپگر می\u200Cخواهم', 'چاپگر می\u200Cخواهم'],
])('a name with %s is taken as a list showed it, on both faces', async (_, name, shown) => {
  const { friendly_id } = await desk.client.cis.create({ name });
  const { text } = await host.call('search_cis', { filters: { friendly_id_eq: friendly_id } });
  expect(text).toContain(`| ${shown} `);
  expect(await askServer(host, desk, 'ciNumber', shown)).toEqual({ sent: friendly_id, said: '' });
  expect(await askNode(desk, 'ciNumber', shown)).toEqual({ sent: friendly_id, said: '' });
});
