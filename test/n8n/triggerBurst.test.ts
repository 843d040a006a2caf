import type { IDataObject } from 'n8n-workflow';
import { readCursor, writeCursor } from '../../nodes/BossDeskTrigger/cursor.js';
import { numbersOf, openTriggerDesk, type Trigger, type TriggerDesk } from './triggerSupport.js';

let desk: TriggerDesk;
beforeAll(async () => {
  desk = await openTriggerDesk({ tickets: 300 });
});
afterAll(() => desk.close());

const numbers = Array.from({ length: 300 }, (_, index) => index + 1);
const change = (some: readonly number[]) =>
  Promise.all(
    some.map((friendly_id) => desk.client.tickets.update({ friendly_id, title: `Changed ${Math.random()}` })),
  );
const sorted = (given: readonly unknown[]) => [...given].sort((a, b) => Number(a) - Number(b));

async function pollToTheEnd(trigger: Trigger): Promise<unknown[]> {
  const given: unknown[] = [];
  for (let items = await trigger.poll(); items !== null; items = await trigger.poll()) given.push(...numbersOf(items));
  return sorted(given);
}

it.each([
  ['at once', {}],
  ['in parts', { options: { maxItems: 170 } }],
])('a burst of changes is given once, %s', async (_, options) => {
  const trigger = await desk.activate({ event: 'ticketUpdated', ...options });
  await change(numbers);
  expect(await pollToTheEnd(trigger)).toEqual(numbers);
  expect(await trigger.count()).toEqual({ items: [], lists: 1, details: 0 });
});

it('more records ahead of the cursor than one request can name are neither given again nor passed over', async () => {
  const trigger = await desk.activate({ event: 'ticketUpdated' });
  const given = numbers.filter((number) => number % 2 === 1);
  await change(given);
  await putAhead(trigger, given);
  const others = numbers.filter((number) => number % 2 === 0);
  const again = given.slice(0, 5);
  await change([...others, ...again]);
  expect(await pollToTheEnd(trigger)).toEqual(sorted([...others, ...again]));
  expect(await trigger.count()).toEqual({ items: [], lists: 1, details: 0 });
});

/** Makes a trigger remember records as given, beyond others that it has not looked for. */
async function putAhead(trigger: Trigger, some: readonly number[]): Promise<void> {
  const data = JSON.parse(trigger.state) as IDataObject;
  const owner = { event: data['event'] as string, desk: data['desk'] as string };
  const cursor = readCursor(data, owner);
  if (cursor === undefined) throw new Error('The trigger keeps nothing');
  const records = await Promise.all(some.map((friendly_id) => desk.client.tickets.get({ friendly_id })));
  for (const { id, updated_at } of records) cursor.ahead.set(Number(id), Date.parse(updated_at));
  writeCursor(data, owner, cursor);
  trigger.state = JSON.stringify(data);
}
