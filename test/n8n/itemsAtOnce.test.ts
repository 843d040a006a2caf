import { ids, tickets } from './seeded.js';
import { byId, type Desk, openDesk, orderFaults } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ control: true });
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const numbers = (...given: number[]) => given.map((number) => ({ number }));
const get = { resource: 'ticket', operation: 'get', ifNothingFound: 'fail', ticketNumber: byId('={{ $json.number }}') };
const close = { ...get, operation: 'close' };
const comment = { ...get, operation: 'addComment', body: 'x' };
const create = {
  resource: 'ticket',
  operation: 'create',
  title: '={{ $json.title }}',
  typeId: byId(ids.incident),
  priorityId: byId(ids.low),
};
const onDesk = ({ wire }: { wire: string[] }) => wire.filter((line) => !line.includes('_control'));
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('items that read', () => {
  it('go several at once, and come out in the order of the input, each linked to its item', async () => {
    await orderFaults(desk, { method: 'GET', path: '/tickets/:friendly_id', times: 1, delay: 300 });
    const run = await desk.run(get, { items: numbers(...upTo(12)) });
    expect(run.json.map(({ friendly_id }) => friendly_id)).toEqual(upTo(12));
    expect(run.node.items.map(({ pairedItem }) => pairedItem)).toEqual(upTo(12).map((n) => ({ item: n - 1 })));
  });

  it('take the time of one round trip, not of one after the other', async () => {
    await orderFaults(desk, { method: 'GET', path: '/tickets/:friendly_id', times: 8, delay: 400 });
    const since = Date.now();
    await desk.run(get, { items: numbers(...upTo(8)) });
    expect(Date.now() - since).toBeLessThan(4 * 400);
  });

  it('send the same read once', async () => {
    const run = await desk.run(get, { items: numbers(...Array.from({ length: 50 }, () => 7)) });
    expect(run.json).toHaveLength(50);
    expect(onDesk(run)).toEqual(['GET /tickets/7']);
  });

  it('give each item a record of its own, though it was read once', async () => {
    const { node } = await desk.run({ ...get, simplify: false }, { items: numbers(7, 7) });
    expect(node.items[0]?.json).not.toBe(node.items[1]?.json);
    expect(node.items[0]?.json['requester']).not.toBe(node.items[1]?.json['requester']);
  });

  it('fail with the first in order that fails, and begin no more', async () => {
    await orderFaults(desk, { method: 'GET', path: '/tickets/2', times: 1, delay: 300, status: 404, body: {} });
    const run = await desk.run(get, { items: numbers(1, 2, 999_001, ...upTo(40)) });
    expect(run.node.error?.message).toContain('[Item 1]');
    expect(run.node.error?.message).not.toContain('done');
    expect(onDesk(run).length).toBeLessThan(15);
  });

  it.each(['continueRegularOutput', 'continueErrorOutput'] as const)('keep their order with %s', async (onError) => {
    const run = await desk.run(get, { items: numbers(1, 999_001, 3, 999_002, 5), node: { onError } });
    const [regular = [], errors = []] = run.node.outputs;
    const found = [...regular, ...errors].map(({ json, pairedItem }) => [
      json['friendly_id'] ?? 'failed',
      (pairedItem as { item: number }).item,
    ]);
    const expected =
      onError === 'continueErrorOutput'
        ? [
            [1, 0],
            [3, 2],
            [5, 4],
            ['failed', 1],
            ['failed', 3],
          ]
        : [
            [1, 0],
            ['failed', 1],
            [3, 2],
            ['failed', 3],
            [5, 4],
          ];
    expect(found).toEqual(expected);
  });
});

describe('items that write', () => {
  it('go one by one, in order', async () => {
    await orderFaults(desk, { method: 'POST', path: '/tickets', times: 1, delay: 200 });
    const run = await desk.run(create, { items: upTo(5).map((n) => ({ title: `Ticket ${n}` })) });
    const made = run.json.map(({ friendly_id }) => Number(friendly_id));
    expect(made).toEqual([...made].sort((a, b) => a - b));
  });

  it('each make the same read new', async () => {
    const options = { returnRecord: true };
    const update = { ...get, operation: 'update', updateFields: { title: '={{ $json.title }}' }, options };
    const items = ['a', 'b', 'c'].map((title) => ({ number: tickets.vpn, title }));
    const run = await desk.run(update, { items });
    expect(run.json.map(({ title }) => title)).toEqual(['a', 'b', 'c']);
  });

  it('that stop the node say how many are done', async () => {
    const run = await desk.run(comment, { items: numbers(1, 2, 999_001, 3) });
    expect(run.node.error?.message).toContain('The 2 items before it are done; running the node again');
    expect(onDesk(run)).toHaveLength(3);
  });

  it('go several at once where the person wants it, and then say which ones are done', async () => {
    await orderFaults(desk, { method: 'POST', path: '/tickets/1/comments', times: 1, delay: 400 });
    const options = { itemsAtOnce: 4 };
    const run = await desk.run({ ...comment, options }, { items: numbers(1, 999_001, 3, 4, 5, 6) });
    const { message = '' } = run.node.error ?? {};
    expect(message).toContain('[Item 1]');
    const done = /Items? ([\d, and]+) (?:is|are) done/.exec(message)?.[1]?.match(/\d+/g)?.map(Number) ?? [];
    const comments = async (friendly_id: number) =>
      (await desk.client.tickets.get({ friendly_id })).comments?.some(({ body }) => body.includes('x')) ?? false;
    const written = onDesk(run).map((line) => Number(/\d+/.exec(line)?.[0]));
    expect(done).toEqual([0, 2, 3].filter((item) => written.includes([1, 999_001, 3, 4][item] ?? 0)));
    expect(await comments(1)).toBe(true);
    expect(written.length).toBeLessThanOrEqual(5);
  });
});

describe('Items at Once', () => {
  it('slows reads down to one after the other', async () => {
    await orderFaults(desk, { method: 'GET', path: '/tickets/:friendly_id', times: 4, delay: 150 });
    const since = Date.now();
    const run = await desk.run({ ...get, options: { itemsAtOnce: 1 } }, { items: numbers(1, 2, 3, 4) });
    expect(run.json).toHaveLength(4);
    expect(Date.now() - since).toBeGreaterThanOrEqual(600);
  });

  it.each([0, 1.5, 33, 'many'])('refuses %p', async (itemsAtOnce) => {
    for (const action of [get, close]) {
      const run = await desk.run({ ...action, options: { itemsAtOnce } }, { items: numbers(1) });
      expect(run.node.error?.message).toContain('Items at Once takes a whole number from 1 to 32, not ');
      expect(run.wire).toEqual([]);
    }
  });
});
