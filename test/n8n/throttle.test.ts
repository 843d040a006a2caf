import { tickets } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ control: true });
  const key = { token: desk.sandbox.apiKey, throttle: { limit: 8, period: 1, retry_after: true } };
  await fetch(`${desk.sandbox.url}/_control/keys`, { method: 'POST', body: JSON.stringify(key) });
});
afterAll(() => desk.close());

const comment = {
  resource: 'ticket',
  operation: 'addComment',
  ticketNumber: byId(tickets.vpn),
  body: '={{ $json.text }}',
};
const items = Array.from({ length: 12 }, (_, index) => ({ text: `comment ${index}` }));

it('a throttle slows nodes that run at once down, fails none of their items and makes nothing twice', async () => {
  const before = (await desk.client.tickets.get({ friendly_id: tickets.vpn })).comments?.length ?? 0;
  const runs = await Promise.all([desk.run(comment, { items }), desk.run(comment, { items })]);
  expect(runs.map(({ node }) => node.error)).toEqual([undefined, undefined]);
  expect(runs.map(({ node }) => node.items.length)).toEqual([items.length, items.length]);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const after = (await desk.client.tickets.get({ friendly_id: tickets.vpn })).comments ?? [];
  expect(after).toHaveLength(before + 2 * items.length);
});
