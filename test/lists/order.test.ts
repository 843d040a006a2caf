import type { ListRemark, OperationId, Row } from 'bossdesk-client';
import { type LiveDesk, openLiveDesk } from './support.js';

let desk: LiveDesk;
/** One whose saved searches have pages. */
let big: LiveDesk;
beforeAll(async () => {
  [desk, big] = [await openLiveDesk({ tickets: 90, cis: 70 }), await openLiveDesk({ tickets: 400 })];
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => Promise.all([desk.close(), big.close()]));

async function collect(pages: AsyncIterable<readonly Row[]>): Promise<number[]> {
  const numbers: number[] = [];
  for await (const page of pages) numbers.push(...page.map(({ friendly_id }) => Number(friendly_id)));
  return numbers;
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

describe('on a database that orders ties anew at each request', () => {
  it.each(['status asc', 'status desc', 'title asc', 'priority_id asc', 'priority desc', 'due_at asc', undefined])(
    'sorting by %s loses nothing, and gives nothing twice',
    async (s) => {
      await desk.shuffleTies('/tickets');
      const q = s === undefined ? {} : { s };
      expect(sorted(await collect(desk.client.tickets.list.pages({ q })))).toEqual(upTo(90));
    },
  );

  it('pages of a part make up the whole', async () => {
    await desk.shuffleTies('/tickets');
    const found: number[] = [];
    for (let offset = 0; offset < 90; offset += 20) {
      const { rows } = await desk.client.tickets.list.slice({ q: { s: 'status' } }, { offset, limit: 20 });
      found.push(...rows.map(({ friendly_id }) => friendly_id));
    }
    expect(sorted(found)).toEqual(upTo(90));
  });

  it('a saved search, which cannot be sorted, says that it moved', async () => {
    const remarks: ListRemark[] = [];
    const run = () =>
      collect(big.client.savedSearches.run.pages({ id: 38_003 }, { onRemark: (remark) => remarks.push(remark) }));
    const found = await run();
    expect(found.length).toBeGreaterThan(30);
    expect(remarks).toEqual([]);
    await big.shuffleTies('/searches/:id');
    const again = await run();
    expect(new Set(again).size).toBe(again.length);
    expect(remarks).toEqual([{ about: 'moved' }]);
  });
});

describe('tickets without a sort', () => {
  it('are the newest first, those of one’s own too', async () => {
    const numbers = await collect(desk.client.tickets.list.pages());
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    const own = await collect(desk.client.myTickets.list.pages());
    expect(own.length).toBeGreaterThan(1);
    expect(own).toEqual([...own].sort((a, b) => b - a));
    expect(desk.sandbox.requests.every(({ query }) => decodeURIComponent(query).includes('q[s]=id desc'))).toBe(true);
  });
});

describe('a list that moves while it is read', () => {
  const openTickets = { q: { status_not_eq: 'closed' } };
  const close = (numbers: readonly number[]) =>
    Promise.all(
      numbers.map(async (friendly_id) => {
        const { tasks } = await desk.client.tickets.get({ friendly_id });
        const open = (tasks ?? []).filter(({ closed_at }) => closed_at === null);
        await Promise.all(open.map(({ id }) => desk.client.tasks.close({ friendly_id, id })));
        await desk.client.tickets.close({ friendly_id });
      }),
    );

  it.each(['id desc', 'id asc', undefined])('loses none of the others by %s', async (s) => {
    const before = await collect(desk.client.tickets.list.pages(openTickets));
    const first = s === 'id asc' ? [...before].reverse() : before;
    const closing = first.slice(0, 5);
    const client = desk.clientWith(async (request) => {
      if (request === 2) await close(closing);
    });
    const remarks: ListRemark[] = [];
    const q = { ...openTickets.q, ...(s === undefined ? {} : { s }) };
    const found = await collect(client.tickets.list.pages({ q }, { onRemark: (remark) => remarks.push(remark) }));
    expect(sorted(found)).toEqual(sorted(before));
    expect(remarks).toEqual([]);
  });

  it('says so in any other order', async () => {
    const before = await collect(desk.client.tickets.list.pages({ q: { ...openTickets.q, s: 'due_at' } }));
    const client = desk.clientWith(async (request) => {
      if (request === 2) await close(before.slice(0, 5));
    });
    const remarks: ListRemark[] = [];
    const q = { ...openTickets.q, s: 'due_at asc' };
    await collect(client.tickets.list.pages({ q }, { onRemark: (remark) => remarks.push(remark) }));
    expect(remarks).toEqual([{ about: 'moved' }]);
  });

  it.each([undefined, 'id desc', 'created_at desc', 'updated_at desc'])(
    'goes on when thirty tickets came meanwhile, by %s',
    async (s) => {
      const [template] = await desk.client.tickets.list({ per_page: 1 });
      const fields = { type_id: template?.type?.id, priority_id: template?.priority?.id };
      const client = desk.clientWith(async (request) => {
        if (request !== 2) return;
        for (let count = 0; count < 30; count += 1) {
          await desk.client.tickets.create({ title: 'New', ...fields } as never);
        }
      });
      const found = await collect(client.tickets.list.pages({ q: s === undefined ? {} : { s } }));
      expect(new Set(found).size).toBe(found.length);
      expect(found).toEqual(expect.arrayContaining(upTo(90)));
    },
  );
});

describe('each record once', () => {
  it('though a filter through a to-many association repeats it', async () => {
    const q = { tags_name_cont: 'o' };
    const whole = await collect(desk.client.tickets.list.pages({ q }));
    expect(new Set(whole).size).toBe(whole.length);
    const [page] = [await desk.client.tickets.list({ q, per_page: 30 })];
    expect(new Set(page.map(({ id }) => id)).size).toBe(page.length);
    for (const limit of [7, 25, 40]) {
      const found: number[] = [];
      for (let offset = 0; offset < whole.length; offset += limit) {
        const slice = await desk.client.slice('tickets.list' satisfies OperationId, { q }, { offset, limit });
        expect(slice.rows).toHaveLength(Math.min(limit, whole.length - offset));
        found.push(...slice.rows.map(({ friendly_id }) => Number(friendly_id)));
      }
      expect(found).toEqual(whole);
    }
    expect(await collect(desk.client.tickets.list.pages({ q }, { limit: 31 }))).toEqual(whole.slice(0, 31));
  });
});

it('costs one request where one page is all', async () => {
  desk.takeRequests();
  await collect(desk.client.tickets.list.pages({ q: { friendly_id_lteq: 20 } }));
  await desk.client.tickets.list.slice({ q: { status_eq: 'closed', s: 'due_at desc' } }, { offset: 0, limit: 10 });
  expect(desk.takeRequests()).toHaveLength(2);
});
