import { recordSent } from '../support/requests.js';
import { orderFaults } from './support.js';
import { numbersOf, openTriggerDesk, type TriggerDesk } from './triggerSupport.js';

let desk: TriggerDesk;
beforeAll(async () => {
  desk = await openTriggerDesk({ control: true });
});
afterAll(() => desk.close());

describe('a poll', () => {
  it('asks once when nothing is new, right after a burst too', async () => {
    for (const event of ['ticketCreated', 'ticketUpdated', 'ticketClosed', 'commentAdded']) {
      const trigger = await desk.activate({ event });
      expect(await trigger.count()).toEqual({ items: [], lists: 1, details: 0 });
      const [number = 0] = await desk.createTickets(1);
      await desk.client.tickets.addComment({ friendly_id: number, body: 'x', is_public: false });
      await desk.client.tickets.close({ friendly_id: number });
      await trigger.poll();
      expect(await trigger.count()).toEqual({ items: [], lists: 1, details: 0 });
    }
  });

  it('filters as the node does, and stops at a filter that is ignored', async () => {
    const filters = { conditions: [{ field: 'title', predicate: 'cont', value: 'urgent' }] };
    const trigger = await desk.activate({ event: 'ticketCreated', filters });
    await desk.createTickets(1);
    const [number] = await desk.createTickets(1, { title: 'An urgent one' });
    expect(numbersOf(await trigger.poll())).toEqual([number]);

    const ignored = await desk.openTrigger({ event: 'ticketCreated', rawQuery: 'q[tittle_cont]=x' });
    await expect(ignored.poll()).rejects.toThrow('tittle_cont');
    expect(ignored.state).toBe('{}');
  });

  it('looks a name of its filter up once, not with each poll', async () => {
    const filters = { conditions: [{ field: 'priority_id', predicate: 'eq', value: 'High' }] };
    const trigger = await desk.activate({ event: 'ticketCreated', filters });
    expect(await trigger.count()).toEqual({ items: [], lists: 1, details: 0 });
  });

  it('gives at most as many items as are wanted, and the rest with the next ones', async () => {
    const trigger = await desk.activate({ event: 'ticketCreated', options: { maxItems: 4 } });
    const numbers = await desk.createTickets(10);
    const given = [await trigger.poll(), await trigger.poll(), await trigger.poll()].map(numbersOf);
    expect(given).toEqual([numbers.slice(0, 4), numbers.slice(4, 8), numbers.slice(8)]);
    expect(await trigger.poll()).toBeNull();
  });

  it('divides the comments of one ticket where there are more than wanted', async () => {
    const trigger = await desk.activate({ event: 'commentAdded', options: { maxItems: 2 } });
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
      const trigger = await desk.activate({ event });
      const before = trigger.state;
      const items = (await trigger.poll({ mode: 'manual' })) ?? [];
      expect(items.length).toBeGreaterThanOrEqual(1);
      expect(items.length).toBeLessThanOrEqual(10);
      expect(Object.keys(items[0] ?? {})).toContain('friendly_id');
      expect(trigger.state).toBe(before);
    }
  });

  it('that fails in its middle leaves everything to the next one', async () => {
    const trigger = await desk.activate({ event: 'ticketCreated' });
    const numbers = await desk.createTickets(35);
    const before = trigger.state;
    // The second of two pages fails.
    await orderFaults(desk, { method: 'GET', path: `/tickets/${numbers[33]}`, status: 403 });
    await expect(trigger.poll()).rejects.toThrow('permission');
    expect(trigger.state).toBe(before);
    expect(numbersOf(await trigger.poll())).toEqual(numbers);
  });

  it('gives what it has when its time ends, and goes on with the next one', async () => {
    const trigger = await desk.activate({ event: 'ticketCreated' });
    const numbers = await desk.createTickets(65);
    // Each step takes as long as its slowest answer.
    const slow = [5, 35, 62].map((index) => ({
      path: `/tickets/${numbers[index]}`,
      method: 'GET',
      delay: 450,
      times: 1,
    }));
    await orderFaults(desk, ...slow);
    const first = numbersOf(await trigger.poll({ budgetMs: 1000 }));
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(65);
    const given = [...first];
    for (let items = await trigger.poll(); items !== null; items = await trigger.poll())
      given.push(...numbersOf(items));
    expect(given).toEqual(numbers);
  });

  it('gives up on an answer that does not come in its time', async () => {
    const trigger = await desk.activate({ event: 'ticketCreated' });
    const [number] = await desk.createTickets(1);
    const before = trigger.state;
    await orderFaults(desk, { method: 'GET', path: '/tickets', delay: 3000 });
    const started = Date.now();
    await expect(trigger.poll({ budgetMs: 1000 })).rejects.toThrow();
    expect(Date.now() - started).toBeLessThan(2500);
    expect(trigger.state).toBe(before);
    expect(numbersOf(await trigger.poll())).toEqual([number]);
  });

  it('gives nothing while an earlier one is on its way', async () => {
    const trigger = await desk.activate({ event: 'ticketCreated' });
    const numbers = await desk.createTickets(3);
    const both = await Promise.all([trigger.poll(), trigger.poll()]);
    expect(both.flatMap(numbersOf)).toEqual(numbers);
  });

  it('leaves out what is deleted while it reads', async () => {
    const trigger = await desk.activate({ event: 'ciCreated' });
    const [first, second] = [
      await desk.client.cis.create({ name: 'STAYS' }),
      await desk.client.cis.create({ name: 'GOES' }),
    ];
    let deleting: Promise<unknown> | undefined;
    desk.onAnswer = ({ method, path }) => {
      if (method === 'GET' && path.endsWith('/cis'))
        deleting ??= desk.client.cis.delete({ friendly_id: second.friendly_id });
    };
    await orderFaults(desk, { method: 'GET', path: '/cis/:friendly_id', delay: 300, times: 2 });
    expect(numbersOf(await trigger.poll())).toEqual([first.friendly_id]);
    desk.onAnswer = () => undefined;
    await deleting;
    expect(await trigger.poll()).toBeNull();
  });

  it('gives what shows late, with a time from before', async () => {
    const trigger = await desk.activate({ event: 'ticketCreated' });
    const numbers = await desk.createTickets(2);
    expect(numbersOf(await trigger.poll())).toEqual(numbers);
    desk.clock.ahead = -20_000;
    const late = await desk.createTickets(2);
    desk.clock.ahead = 0;
    expect(numbersOf(await trigger.poll())).toEqual(late);
    expect(await trigger.poll()).toBeNull();
  });

  it('keeps few bytes, and nothing but JSON, in the static data of its node', async () => {
    const trigger = await desk.activate({ event: 'ticketUpdated' });
    await desk.createTickets(40);
    await trigger.poll();
    expect(trigger.state.length).toBeLessThan(1000);
    expect(JSON.parse(trigger.state)).toMatchObject({ event: 'ticketUpdated', desk: desk.sandbox.url });
  });

  it.each([
    [{ event: 'ticketDeleted' }, 'There is no event "ticketDeleted"'],
    [{ event: 'ticketCreated', options: { maxItems: 1.5 } }, 'Max Items takes a whole number from 1, not 1.5'],
    [{ event: 'ticketCreated', filters: { conditions: [{ field: '', predicate: 'eq', value: 'x' }] } }, 'Filters hold'],
  ])('refuses %j before a request', async (parameters, message) => {
    const trigger = await desk.openTrigger(parameters);
    const { requests } = await recordSent(desk.sandbox, () => expect(trigger.poll()).rejects.toThrow(message));
    expect(requests).toEqual([]);
  });

  it('begins anew for another event', async () => {
    const trigger = await desk.activate({ event: 'ticketCreated' });
    const other = await desk.openTrigger({ event: 'ticketClosed' });
    other.state = trigger.state;
    expect(await other.poll()).toBeNull();
    expect(JSON.parse(other.state)).toMatchObject({ event: 'ticketClosed' });
  });
});
