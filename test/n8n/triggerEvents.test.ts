import { numbersOf, openTriggerDesk, type TriggerDesk } from './triggerSupport.js';

let desk: TriggerDesk;
beforeAll(async () => {
  desk = await openTriggerDesk();
});
afterAll(() => desk.close());

describe('an event', () => {
  it('ticketCreated gives each new ticket once, whole', async () => {
    const trigger = await desk.activate({ event: 'ticketCreated', simplify: false });
    const numbers = await desk.createTickets(3);
    const items = await trigger.poll();
    expect(numbersOf(items)).toEqual(numbers);
    expect(items?.[0]).toMatchObject({ title: 'Ticket 0', comments: [], lock_version: 0 });
    expect(await trigger.poll()).toBeNull();
  });

  it('ticketUpdated leaves new tickets out until they change', async () => {
    const trigger = await desk.activate({ event: 'ticketUpdated' });
    const [number = 0] = await desk.createTickets(1);
    await desk.client.tickets.update({ friendly_id: number, title: 'Before the poll' });
    expect(await trigger.poll()).toBeNull();
    await desk.client.tickets.update({ friendly_id: number, title: 'After the poll' });
    expect(await trigger.poll()).toEqual([expect.objectContaining({ friendly_id: number, title: 'After the poll' })]);
    expect(await trigger.poll()).toBeNull();
    await desk.client.tickets.addComment({ friendly_id: 3, body: 'x', is_public: true });
    expect(numbersOf(await trigger.poll())).toEqual([3]);
  });

  it('ticketClosed gives a ticket each time it is closed', async () => {
    const trigger = await desk.activate({ event: 'ticketClosed' });
    const [first = 0, second = 0] = await desk.createTickets(2);
    await desk.client.tickets.close({ friendly_id: first });
    await desk.client.tickets.close({ friendly_id: second });
    expect(numbersOf(await trigger.poll())).toEqual([first, second]);
    await desk.client.tickets.reopen({ friendly_id: first });
    expect(await trigger.poll()).toBeNull();
    await desk.client.tickets.close({ friendly_id: first });
    expect(numbersOf(await trigger.poll())).toEqual([first]);
    expect(await trigger.poll()).toBeNull();
  });

  it('commentAdded gives each comment, private ones too, with its HTML and the number of its ticket', async () => {
    const trigger = await desk.activate({ event: 'commentAdded' });
    await desk.client.tickets.addComment({ friendly_id: 5, body: '<p>One</p>', is_public: true });
    await desk.client.tickets.addComment({ friendly_id: 5, body: '<p>Two</p>', is_public: false });
    const items = await trigger.poll();
    expect(items).toEqual([
      expect.objectContaining({ friendly_id: 5, body: '<p>One</p>', is_public: true }),
      expect.objectContaining({ friendly_id: 5, body: '<p>Two</p>', is_public: false }),
    ]);
    await desk.client.tickets.update({ friendly_id: 5, title: 'No comment' });
    expect(await trigger.poll()).toBeNull();
  });

  it('ciCreated, ciUpdated and userCreated do as much for CIs and users', async () => {
    const created = await desk.activate({ event: 'ciCreated' });
    const updated = await desk.activate({ event: 'ciUpdated' });
    const people = await desk.activate({ event: 'userCreated' });
    const ci = await desk.client.cis.create({ name: 'NEW-1' });
    const user = await desk.client.users.create({ username: 'newcomer' });
    await desk.client.cis.update({ friendly_id: 2, name: 'CHANGED-2' });
    expect(numbersOf(await created.poll())).toEqual([ci.friendly_id]);
    expect(numbersOf(await updated.poll())).toEqual([2]);
    expect(numbersOf(await people.poll())).toEqual([user.friendly_id]);
    for (const trigger of [created, updated, people]) expect(await trigger.poll()).toBeNull();
  });
});
