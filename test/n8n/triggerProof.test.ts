import { numbersOf, openTriggerDesk, ticketFields, type Trigger, type TriggerDesk } from './triggerSupport.js';
import { orderFaults } from './support.js';

// The whole of what a trigger promises, with all that may go wrong at once; the counts stand in docs/trigger.md.

jest.setTimeout(300_000);

const TICKETS = 1000;
const POLLS = 20;

let desk: TriggerDesk;
let fields: Awaited<ReturnType<typeof ticketFields>>;
beforeEach(async () => {
  desk = await openTriggerDesk({ control: true });
  fields = await ticketFields(desk.client);
  // Two hours behind the machine that polls.
  desk.clock.ahead = -7_200_000;
});
afterEach(() => desk.close());

/** A generator of numbers that is the same in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

async function inParallel(count: number, act: (index: number) => Promise<unknown>): Promise<void> {
  for (let done = 0; done < count; done += 8) {
    await Promise.all(Array.from({ length: Math.min(8, count - done) }, (_, index) => act(done + index)));
  }
}

/** Polls as n8n does after a restart: with what is stored, and nothing else. One that fails is tried again. */
async function pollThrough(trigger: Trigger): Promise<{ given: unknown[]; failed: number; polls: number }> {
  const given: unknown[] = [];
  let [failed, polls] = [0, 0];
  for (let more = true; more; polls += 1) {
    try {
      const items = await trigger.poll();
      given.push(...(items ?? []).map((item) => JSON.stringify([item['friendly_id'], item['id'], item['updated_at']])));
      more = items !== null;
    } catch {
      failed += 1;
    }
  }
  return { given, failed, polls };
}

const countRepeated = (values: readonly unknown[]): number => values.length - new Set(values).size;

describe('1,000 tickets over 20 polls with faults', () => {
  it('are each given once as they are created', async () => {
    const random = createRandom(1);
    const trigger = await desk.openTrigger({ event: 'ticketCreated', options: { maxItems: 37 } });
    expect(await trigger.poll()).toBeNull();
    const created: unknown[] = [];
    const given: unknown[] = [];
    let [failed, polls] = [0, 0];
    desk.onAnswer = ({ method, path }) => {
      // While the trigger reads, tickets move: every fifth answer changes one.
      if (method !== 'GET' || !path.endsWith('/tickets') || random(5) > 0) return;
      void desk.client.tickets.update({ friendly_id: 1 + random(20), title: `Moved ${random(1000)}` });
    };
    for (let round = 0; round < POLLS; round += 1) {
      // Half of the rounds, the clock stands: all tickets of the round bear the same time.
      if (round % 2 === 0) desk.clock.stands = Date.now() + desk.clock.ahead;
      else delete desk.clock.stands;
      await inParallel(TICKETS / POLLS, async () => {
        created.push((await desk.client.tickets.create({ title: 'One of a thousand', ...fields })).friendly_id);
      });
      if (round % 4 === 1) {
        await orderFaults(desk, { method: 'GET', path: '/tickets/:friendly_id', status: 403, times: 1 + random(2) });
      }
      if (round % 4 === 3) {
        await orderFaults(desk, { method: 'GET', path: '/tickets', drop: 'after', times: 4 });
      }
      const first = await trigger.poll().catch(() => {
        failed += 1;
        return [];
      });
      given.push(...numbersOf(first));
      polls += 1;
    }
    await orderFaults(desk);
    for (let items = await trigger.poll(); items !== null; items = await trigger.poll()) {
      given.push(...numbersOf(items));
      polls += 1;
    }
    const missed = created.filter((number) => !given.includes(number)).length;
    const counts = { created: created.length, given: given.length, missed, repeated: countRepeated(given) };
    console.log('ticketCreated', { ...counts, polls, failed, bytes: trigger.state.length });
    expect(counts).toEqual({ created: TICKETS, given: TICKETS, missed: 0, repeated: 0 });
    expect(failed).toBeGreaterThan(0);
    expect(trigger.state.length).toBeLessThan(4000);
  });

  it('are each given in their latest state as they are updated', async () => {
    const random = createRandom(2);
    await inParallel(200, () => desk.client.tickets.create({ title: 'To be changed', ...fields }));
    const trigger = await desk.openTrigger({ event: 'ticketUpdated', simplify: false });
    expect(await trigger.poll()).toBeNull();
    const versions = new Map<unknown, unknown>();
    const given: string[] = [];
    let [polls, changes] = [0, 0];
    const change = async () => {
      const friendly_id = 21 + random(200);
      changes += 1;
      await desk.client.tickets.update({ friendly_id, title: `Change ${changes}` });
    };
    const running: Promise<unknown>[] = [];
    desk.onAnswer = ({ method, path }) => {
      // While the trigger reads, every eighth answer is followed by two changes at once.
      if (method === 'GET' && path.includes('/tickets') && random(8) === 0) running.push(change(), change());
    };
    const poll = async () => {
      polls += 1;
      const items = (await trigger.poll()) ?? [];
      for (const item of items) {
        versions.set(item['friendly_id'], item['lock_version']);
        given.push(JSON.stringify([item['friendly_id'], item['lock_version']]));
      }
      return items.length;
    };
    for (let round = 0; round < POLLS; round += 1) {
      await inParallel(TICKETS / POLLS, change);
      await poll();
    }
    desk.onAnswer = () => undefined;
    await Promise.all(running);
    while ((await poll()) > 0);
    let missed = 0;
    for (let number = 21; number <= 220; number += 1) {
      const { lock_version } = await desk.client.tickets.get({ friendly_id: number });
      if (lock_version !== 0 && versions.get(number) !== lock_version) missed += 1;
    }
    const counts = { missed, repeated: countRepeated(given) };
    console.log('ticketUpdated', { changes, given: given.length, ...counts, polls, bytes: trigger.state.length });
    expect(counts).toEqual({ missed: 0, repeated: 0 });
    expect(trigger.state.length).toBeLessThan(4000);
  });

  it('are each given once as they are commented on', async () => {
    const random = createRandom(3);
    const trigger = await desk.openTrigger({ event: 'commentAdded', simplify: false, options: { maxItems: 60 } });
    expect(await trigger.poll()).toBeNull();
    const added: unknown[] = [];
    const given: unknown[] = [];
    const running: Promise<unknown>[] = [];
    const comment = async () => {
      const friendly_id = 1 + random(20);
      added.push((await desk.client.tickets.addComment({ friendly_id, body: 'x', is_public: false })).id);
    };
    desk.onAnswer = ({ method, path }) => {
      if (method === 'GET' && path.includes('/tickets') && random(10) === 0) running.push(comment());
    };
    for (let round = 0; round < POLLS; round += 1) {
      if (round % 2 === 0) desk.clock.stands = Date.now() + desk.clock.ahead;
      else delete desk.clock.stands;
      await inParallel(TICKETS / POLLS, comment);
      given.push(...((await trigger.poll()) ?? []).map(({ id }) => id));
    }
    desk.onAnswer = () => undefined;
    delete desk.clock.stands;
    await Promise.all(running);
    const rest = await pollThrough(trigger);
    given.push(...rest.given.map((text) => (JSON.parse(String(text)) as unknown[])[1]));
    const missed = added.filter((id) => !given.includes(id)).length;
    const counts = { missed, repeated: countRepeated(given) };
    console.log('commentAdded', { added: added.length, given: given.length, ...counts, bytes: trigger.state.length });
    expect(counts).toEqual({ missed: 0, repeated: 0 });
  });
});

it('a burst of 1,000 new tickets takes at most 40 requests for rows, and the next poll one', async () => {
  const trigger = await desk.openTrigger({ event: 'ticketCreated' });
  expect(await trigger.poll()).toBeNull();
  await inParallel(TICKETS, () => desk.client.tickets.create({ title: 'Burst', ...fields }));
  const { items, lists, details } = await trigger.count();
  console.log('burst', { items: items.length, lists, details, bytes: trigger.state.length });
  expect(new Set(numbersOf(items)).size).toBe(TICKETS);
  expect({ items: items.length, details }).toEqual({ items: TICKETS, details: TICKETS });
  expect(lists).toBeLessThanOrEqual(40);
  expect(await trigger.count()).toEqual({ items: [], lists: 1, details: 0 });
});
