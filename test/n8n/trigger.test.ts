import { numbersOf, openTriggerDesk, ticketFields, type TriggerDesk } from './triggerSupport.js';

let desk: TriggerDesk;
let fields: Awaited<ReturnType<typeof ticketFields>>;
beforeAll(async () => {
  desk = await openTriggerDesk();
  fields = await ticketFields(desk);
});
afterAll(() => desk.close());

async function createTickets(count: number, more: object = {}): Promise<number[]> {
  const numbers: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const ticket = await desk.client.tickets.create({ title: `Ticket ${index}`, ...fields, ...more });
    numbers.push(Number(ticket.friendly_id));
  }
  return numbers;
}

/** A trigger that has been activated. */
async function activate(parameters: object) {
  const trigger = await desk.openTrigger(parameters);
  expect(await trigger.poll()).toBeNull();
  return trigger;
}

describe('an event', () => {
  it('ticketCreated gives each new ticket once, whole', async () => {
    const trigger = await activate({ event: 'ticketCreated', simplify: false });
    const numbers = await createTickets(3);
    const items = await trigger.poll();
    expect(numbersOf(items)).toEqual(numbers);
    expect(items?.[0]).toMatchObject({ title: 'Ticket 0', comments: [], lock_version: 0 });
    expect(await trigger.poll()).toBeNull();
  });

  it('ticketUpdated leaves new tickets out until they change', async () => {
    const trigger = await activate({ event: 'ticketUpdated' });
    const [number = 0] = await createTickets(1);
    await desk.client.tickets.update({ friendly_id: number, title: 'Before the poll' });
    expect(await trigger.poll()).toBeNull();
    await desk.client.tickets.update({ friendly_id: number, title: 'After the poll' });
    expect(await trigger.poll()).toEqual([expect.objectContaining({ friendly_id: number, title: 'After the poll' })]);
    expect(await trigger.poll()).toBeNull();
    await desk.client.tickets.addComment({ friendly_id: 3, body: 'x', is_public: true });
    expect(numbersOf(await trigger.poll())).toEqual([3]);
  });

  it('ticketClosed gives a ticket each time it is closed', async () => {
    const trigger = await activate({ event: 'ticketClosed' });
    const [first = 0, second = 0] = await createTickets(2);
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
    const trigger = await activate({ event: 'commentAdded' });
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
    const created = await activate({ event: 'ciCreated' });
    const updated = await activate({ event: 'ciUpdated' });
    const people = await activate({ event: 'userCreated' });
    const ci = await desk.client.cis.create({ name: 'NEW-1' });
    const user = await desk.client.users.create({ username: 'newcomer' });
    await desk.client.cis.update({ friendly_id: 2, name: 'CHANGED-2' });
    expect(numbersOf(await created.poll())).toEqual([ci.friendly_id]);
    expect(numbersOf(await updated.poll())).toEqual([2]);
    expect(numbersOf(await people.poll())).toEqual([user.friendly_id]);
    for (const trigger of [created, updated, people]) expect(await trigger.poll()).toBeNull();
  });
});

describe('a poll', () => {
  it('asks once when nothing is new, right after a burst too', async () => {
    for (const event of ['ticketCreated', 'ticketUpdated', 'ticketClosed', 'commentAdded']) {
      const trigger = await activate({ event });
      expect(await trigger.count()).toEqual({ items: [], lists: 1, details: 0 });
      const [number = 0] = await createTickets(1);
      await desk.client.tickets.addComment({ friendly_id: number, body: 'x', is_public: false });
      await desk.client.tickets.close({ friendly_id: number });
      await trigger.poll();
      expect(await trigger.count()).toEqual({ items: [], lists: 1, details: 0 });
    }
  });

  it('filters as the node does, by names too, and stops at a filter that is ignored', async () => {
    const filters = { conditions: [{ field: 'title', predicate: 'cont', value: 'urgent' }] };
    const trigger = await activate({ event: 'ticketCreated', filters });
    await createTickets(1);
    const [number] = await createTickets(1, { title: 'An urgent one' });
    expect(numbersOf(await trigger.poll())).toEqual([number]);

    const ignored = await desk.openTrigger({ event: 'ticketCreated', rawQuery: 'q[tittle_cont]=x' });
    await expect(ignored.poll()).rejects.toThrow('tittle_cont');
    expect(ignored.state).toBe('{}');
  });

  it('gives at most as many items as are wanted, and the rest with the next ones', async () => {
    const trigger = await activate({ event: 'ticketCreated', options: { maxItems: 4 } });
    const numbers = await createTickets(10);
    const given = [await trigger.poll(), await trigger.poll(), await trigger.poll()].map(numbersOf);
    expect(given).toEqual([numbers.slice(0, 4), numbers.slice(4, 8), numbers.slice(8)]);
    expect(await trigger.poll()).toBeNull();
  });

  it('divides the comments of one ticket where there are more than wanted', async () => {
    const trigger = await activate({ event: 'commentAdded', options: { maxItems: 2 } });
    for (const body of ['1', '2', '3', '4', '5']) {
      await desk.client.tickets.addComment({ friendly_id: 7, body, is_public: false });
    }
    const bodies = [];
    for (let index = 0; index < 4; index += 1) bodies.push((await trigger.poll())?.map(({ body }) => body) ?? null);
    expect(bodies).toEqual([['1', '2'], ['3', '4'], ['5'], null]);
  });

  it('run by hand gives samples and moves nothing', async () => {
    for (const event of [
      'ticketCreated',
      'ticketUpdated',
      'ticketClosed',
      'commentAdded',
      'ciUpdated',
      'userCreated',
    ]) {
      const trigger = await activate({ event });
      const before = trigger.state;
      const items = (await trigger.poll({ mode: 'manual' })) ?? [];
      expect(items.length).toBeGreaterThanOrEqual(1);
      expect(items.length).toBeLessThanOrEqual(10);
      expect(Object.keys(items[0] ?? {})).toContain('friendly_id');
      expect(trigger.state).toBe(before);
    }
  });

  it('that fails leaves everything to the next one', async () => {
    const trigger = await activate({ event: 'ticketCreated' });
    const numbers = await createTickets(3);
    const last = numbers.at(-1) ?? 0;
    const before = trigger.state;
    const ticket = await desk.client.tickets.get({ friendly_id: last });
    expect(ticket.friendly_id).toBe(last);
    const { apiKey } = desk.sandbox;
    const broken = await desk.openTrigger({ event: 'ticketCreated' });
    broken.state = before;
    desk.onAnswer = ({ path }) => {
      if (path.endsWith(`/${last}`)) throw new Error('cut');
    };
    await broken.poll().catch(() => undefined);
    desk.onAnswer = () => undefined;
    expect(apiKey).not.toBe('');
    expect(numbersOf(await trigger.poll())).toEqual(numbers);
  });

  it('begins anew for another event', async () => {
    const trigger = await activate({ event: 'ticketCreated' });
    const other = await desk.openTrigger({ event: 'ticketClosed' });
    other.state = trigger.state;
    expect(await other.poll()).toBeNull();
    expect(JSON.parse(other.state)).toMatchObject({ event: 'ticketClosed' });
  });
});
