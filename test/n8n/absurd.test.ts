import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const nested = (depth: number) => `q${'[g][0]'.repeat(depth)}[title_cont]=x`;
const many = (count: number, length: number) =>
  Array.from({ length: count }, (_, index) => `${index} ${'x'.repeat(length)}`).join(',');

const list = { resource: 'ticket', operation: 'getAll', returnAll: false, limit: 1 };
const create = {
  resource: 'ticket',
  operation: 'create',
  title: 'x',
  typeId: byId('Incident'),
  priorityId: byId('Low'),
};

it.each<[string, object, RegExp]>([
  ['a raw query nested 5,000 deep', { ...list, rawQuery: nested(5000) }, /nested more than 40 deep/],
  ['a raw query that objects lose', { ...list, rawQuery: 'q[__proto__]=x' }, /has a member __proto__/],
  ['such a group', { ...list, rawQuery: 'q[g][0][__proto__][id_eq]=1' }, /has a member __proto__/],
  ['300 unknown tags of 500 letters', { ...create, additionalFields: { tagIds: many(300, 500) } }, /no tag is called/],
  ['10,000 tags', { ...create, additionalFields: { tagIds: many(10_000, 5) } }, /names too many at once/],
  ['a name of a megabyte', { ...create, priorityId: byId('x'.repeat(1_000_000)) }, /no priority is called/],
])('%s costs no time, and is refused before anything is sent', async (_, parameters, says) => {
  const before = process.cpuUsage();
  const run = await desk.run(parameters as Record<string, unknown>);
  const { user, system } = process.cpuUsage(before);
  expect(run.node.error?.message).toMatch(says);
  expect(run.node.error?.message.length).toBeLessThan(40_000);
  expect(run.wire.filter((line) => line.startsWith('POST'))).toEqual([]);
  expect((user + system) / 1000).toBeLessThan(3000);
});
