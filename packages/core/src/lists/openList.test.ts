import { createClient } from '../client.js';
import type { Row } from '../values/json.js';
import { type HttpRequest, TransportFailure } from '../wire/transport.js';

interface Answers {
  readonly rows: readonly Row[];
  /** What a server answers to "null and not null"; default nothing, as one that knows the attribute. */
  readonly probe?: (request: HttpRequest) => Promise<readonly Row[] | 'fails'>;
}

let accounts = 0;

/** A client of an account of its own, since what a server knows is remembered by account. */
function createDesk({ rows, probe = () => Promise.resolve([]) }: Answers) {
  const queries: string[] = [];
  const client = createClient({
    baseUrl: `desk-${String((accounts += 1))}`,
    sleep: () => Promise.resolve(),
    transport: async (request) => {
      const query = decodeURIComponent(new URL(request.url).search);
      queries.push(query);
      if (!/not_null|_not_eq\]/.test(query)) return { status: 200, headers: {}, body: JSON.stringify(rows) };
      const answer = await probe(request);
      return { status: answer === 'fails' ? 500 : 200, headers: {}, body: JSON.stringify(answer) };
    },
  });
  return { client, queries };
}

describe('a filtered list', () => {
  it('shows by a row that the server ignored the filter', async () => {
    const { client } = createDesk({ rows: [{ id: 1, friendly_id: 15, status: 'open' }] });
    await expect(client.tickets.list({ q: { status_eq: 'closed' } })).rejects.toMatchObject({
      name: 'FilterIgnoredError',
      filter: 'status_eq',
      message: expect.stringContaining('number 15'),
    });
  });

  it('asks by a contradiction about an attribute that rows do not show', async () => {
    const rows = [{ id: 1 }];
    const { client, queries } = createDesk({ rows, probe: () => Promise.resolve(rows) });
    await expect(client.tickets.list({ q: { updatd_at_gteq: '2026-11-24' } })).rejects.toMatchObject({
      name: 'FilterIgnoredError',
      filter: 'updatd_at_gteq',
    });
    expect(queries[1]).toContain('q[updatd_at_null]=1&q[updatd_at_not_null]=1');
  });

  it('asks once, and then trusts the attribute', async () => {
    const { client, queries } = createDesk({ rows: [{ id: 1 }] });
    await client.tickets.list({ q: { created_at_gteq: '2026-11-24' } });
    await client.tickets.list({ q: { created_at_gteq: '2026-11-25' } });
    expect(queries).toHaveLength(3);
  });

  it('that is long is asked for its last record in the order turned round, with the same conditions', async () => {
    const queries: string[] = [];
    const all = Array.from({ length: 400 }, (_, index) => ({ id: 400 - index, status: 'open' }));
    const client = createClient({
      baseUrl: `desk-${String((accounts += 1))}`,
      sleep: () => Promise.resolve(),
      transport: ({ url }) => {
        const query = decodeURIComponent(new URL(url).search);
        queries.push(query);
        const below = Number(/id_lt\]=(\d+)/.exec(query)?.[1] ?? 401);
        const rows = query.includes('id asc') ? all.slice(-1) : all.filter(({ id }) => id < below).slice(0, 30);
        return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(rows) });
      },
    });
    const ids: number[] = [];
    for await (const { id } of client.tickets.list.items({ q: { status_eq: 'open' } })) ids.push(id);
    expect(ids).toEqual(all.map(({ id }) => id));
    expect(queries.filter((query) => query.includes('id asc'))).toEqual([
      '?page=1&per_page=1&q[status_eq]=open&q[s]=id asc',
    ]);
  });

  it('is taken as filtered when the question makes the server fail', async () => {
    const probe = () => Promise.resolve('fails' as const);
    const { client } = createDesk({ rows: [{ id: 1 }], probe });
    expect(await client.tickets.list({ q: { tags_id_eq: 5 } })).toEqual([{ id: 1 }]);
  });

  it('warns once, however many pages it has', async () => {
    const warnings: string[] = [];
    let page = 0;
    const client = createClient({
      baseUrl: `desk-${String((accounts += 1))}`,
      sleep: () => Promise.resolve(),
      onFilterIgnored: ({ filter }) => warnings.push(filter),
      transport: () => {
        const first = 30 * page;
        page += 1;
        const length = page === 3 ? 1 : 30;
        const rows = Array.from({ length }, (_, index) => ({ id: first + index + 1, status: 'open' }));
        return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(rows) });
      },
    });
    let rows = 0;
    for await (const { id } of client.tickets.list.items({ q: { status_eq: 'closed' } })) rows += Math.sign(id);
    expect(rows).toBe(61);
    expect(warnings).toEqual(['status_eq']);
  });

  it('asks also when only some rows leave the attribute open', async () => {
    const rows = [
      { id: 1, agent: null },
      { id: 2, agent: { id: 5 } },
    ];
    const { client } = createDesk({ rows, probe: () => Promise.resolve(rows) });
    await expect(client.tickets.list({ q: { agent_usrname_not_eq: 'jack' } })).rejects.toMatchObject({
      name: 'FilterIgnoredError',
      filter: 'agent_usrname_not_eq',
    });
  });

  it('outlives another caller who cancels the question that both wait for', async () => {
    const abort = new AbortController();
    const { client } = createDesk({
      rows: [{ id: 1 }],
      probe: ({ signal }) => {
        if (signal !== abort.signal) return Promise.resolve([]);
        abort.abort();
        return Promise.reject(new TransportFailure({ reason: 'aborted' }));
      },
    });
    const q = { closed_at_gteq: '2026-11-24' };
    const [first, second] = await Promise.allSettled([
      client.tickets.list({ q }, { signal: abort.signal }),
      client.tickets.list({ q }),
    ]);
    expect(first).toMatchObject({ status: 'rejected', reason: { name: 'AbortedError' } });
    expect(second).toEqual({ status: 'fulfilled', value: [{ id: 1 }] });
  });

  it('asks nothing where there are no rows, and nothing without a filter', async () => {
    const empty = createDesk({ rows: [] });
    expect(await empty.client.tickets.list({ q: { colour_eq: 'red' } })).toEqual([]);
    expect(empty.queries).toHaveLength(1);
    const full = createDesk({ rows: [{ id: 1 }] });
    expect(await full.client.tickets.list()).toEqual([{ id: 1 }]);
    expect(await full.client.call('tickets.list', { q: undefined })).toEqual([{ id: 1 }]);
    expect(full.queries).toHaveLength(2);
  });

  it('says what showed that the filter was ignored', async () => {
    const { client } = createDesk({ rows: [{ id: 1 }], probe: () => Promise.resolve([{ id: 1 }]) });
    await expect(client.tickets.list({ q: { colour_eq: 'red' } })).rejects.toHaveProperty(
      'message',
      'BOSSDesk ignored the filter colour_eq: it answers records even for "colour_eq and colour_not_eq of "red""',
    );
  });

  it('fails as the question does, unless the server failed at it', async () => {
    const refuse = () => Promise.reject(new TransportFailure({ reason: 'timeout' }));
    const { client } = createDesk({ rows: [{ id: 1 }], probe: refuse });
    await expect(client.tickets.list({ q: { colour_eq: 'red' } })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('is read once for all its pages, and refused before the first', async () => {
    const { client, queries } = createDesk({ rows: [] });
    await expect(client.tickets.list.items({ q: { status: 'open' } }).next()).rejects.toMatchObject({
      name: 'InvalidInputError',
    });
    expect(queries).toEqual([]);
  });
});
