import { tickets } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const listParts = (resource: string, parameters = {}) =>
  desk.run({ resource, operation: 'getAll', ticketNumber: byId(tickets.full), ...parameters });

it.each(['attachment', 'task', 'timeEntry'])(
  'what hangs on a ticket says which ticket that is: %s',
  async (resource) => {
    const { title } = await desk.client.tickets.get({ friendly_id: tickets.full });
    const { json } = await listParts(resource);
    expect(json.length).toBeGreaterThan(0);
    for (const part of json) expect(part).toMatchObject({ ticket_number: tickets.full, ticket_title: title });
  },
);

it('attachments of a ticket are those of its comments too', async () => {
  const ticket = await desk.client.tickets.get({ friendly_id: tickets.full });
  const comment = ticket.comments?.find(({ attachments = [] }) => (attachments ?? []).length > 0);
  const { json } = await listParts('attachment');
  expect(json.map(({ id, comment_id }) => [id, comment_id])).toEqual([
    ...(ticket.attachments ?? []).map(({ id }) => [id, undefined]),
    ...(comment?.attachments ?? []).map(({ id }) => [id, comment?.id]),
  ]);
  expect((await listParts('attachment', { limit: 1 })).json).toHaveLength(1);
});

it('a lock version of zero, as a model writes it, is left out', async () => {
  const run = await desk.run({
    resource: 'ticket',
    operation: 'update',
    ticketNumber: byId(tickets.vpn),
    updateFields: { title: 'New', lockVersion: 0 },
  });
  expect(run.requests.at(-1)?.body).toEqual({ ticket: { title: 'New' } });
});
