import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { connectTo, type Host, recordRequests } from './support.js';

let sandbox: Sandbox;
let host: Host;
beforeAll(async () => {
  sandbox = await startSandbox({ control: true });
  host = await connectTo(sandbox, { args: ['--toolsets', 'all'] });
});
afterAll(async () => {
  await host.close();
  await sandbox.stop();
});

const call = async (tool: string, args: Record<string, unknown>) => (await host.call(tool, args)).text;
const numbersIn = (text: string) => [...text.matchAll(/^(\d+) \| /gm)].map(([, number]) => Number(number));

describe('a sort', () => {
  it.each(['updated desc', 'name asc'])(
    'by %s, which BOSSDesk ignores, is refused with what there is',
    async (sort) => {
      const { text, isError } = await host.call('search_tickets', { sort });
      expect(isError).toBe(true);
      expect(text).toContain(`sort: BOSSDesk ignored the sort ${sort}`);
      expect(text).toContain('priority, priority_id');
      expect(text).toContain('updated_at');
    },
  );

  it('is noticed to be ignored by the only row that was asked for', async () => {
    expect(await call('search_tickets', { sort: 'updated desc', limit: 1 })).toContain('ignored the sort');
  });

  it('by priority goes by the level of the priority', async () => {
    const { result, requests } = await recordRequests(sandbox, () =>
      host.call('search_tickets', { sort: 'priority desc', limit: 70 }),
    );
    expect(requests[0]?.request).toContain('q[s][]=priority_level desc&q[s][]=id desc');
    expect(new Set([...result.text.matchAll(/\| (\w+) \(120\d\d\) \|/g)].map(([, name]) => name))).toEqual(
      new Set(['Urgent', 'High']),
    );
  });

  it('is the newest first where none is asked for', async () => {
    const numbers = numbersIn(await call('search_tickets', { limit: 3 }));
    expect(numbers).toEqual([200, 199, 198]);
  });
});

describe('a filter', () => {
  it.each([
    [{ created_at_start: '2026-05' }, '_start compares texts, and this is a time'],
    [{ online_cont: 'tr' }, '_cont compares texts, and this is a yes/no'],
    [{ online_eq: 'yes' }, 'takes true or false, not "yes"'],
    [{ name_or_model_and_description_cont: 'x' }, 'joins attributes by _or_ and _and_'],
    [{ g: [{}] }, 'an empty group would be no filter'],
  ])('%j is refused before it leaves', async (filters, reason) => {
    const { result, requests } = await recordRequests(sandbox, () => host.call('search_cis', { filters }));
    expect(result.isError).toBe(true);
    expect(result.text).toContain(reason);
    expect(requests).toEqual([]);
  });

  it('whose value the server drops is noticed though its attribute is known', async () => {
    const { text, isError } = await host.call('search_tickets', { filters: { cis_online_eq: 'yes' } });
    expect(isError).toBe(true);
    expect(text).toContain('filters.cis_online_eq: BOSSDesk ignored the filter');
    expect((await host.call('search_tickets', { filters: { cis_online_eq: 'true' } })).isError).toBe(false);
  });

  it('through a to-many association gives each record once, page by page', async () => {
    const pages = [];
    for (let page = 1; ; page += 1) {
      const text = await call('search_tickets', { filters: { tags_name_cont: 'o' }, page, limit: 25 });
      pages.push(numbersIn(text));
      if (!text.includes('has more')) break;
    }
    const found = pages.flat();
    expect(new Set(found).size).toBe(found.length);
    expect(pages.slice(0, -1).every((numbers) => numbers.length === 25)).toBe(true);
    expect(numbersIn(await call('search_tickets', { filters: { tags_name_cont: 'o' }, limit: 100 }))).toEqual(found);
  });

  it('that leaves out records without a value says so, and how to include them', async () => {
    const filters = { inventory_updated_at_lt: '2026-04-01' };
    const without = await call('search_cis', { filters, limit: 100 });
    const said = /replace it by filters (\{.*\})$/m.exec(without)?.[1] ?? '';
    expect(without).toContain('inventory_updated_at_lt leaves out records that have no inventory_updated_at.');
    const including = await call('search_cis', { filters: JSON.parse(said) as object, limit: 100 });
    expect(numbersIn(including).length).toBeGreaterThan(numbersIn(without).length);
    expect(including).not.toContain('leaves out');
  });
});

describe('rows', () => {
  it('show what they were filtered or sorted by', async () => {
    expect(await call('search_tickets', { filters: { requester_username_start: 'n' }, limit: 2 })).toMatch(
      /due \| requester username\n.*\| n\w+$/m,
    );
    expect(await call('search_users', { filters: { archived_at_null: true }, limit: 2 })).toMatch(
      /\| archived at\n.*\| none$/m,
    );
  });

  it('say so where BOSSDesk’s rows do not have it', async () => {
    const text = await call('search_tickets', { sort: 'updated_at desc', filters: { team_id_not_null: true } });
    expect(text).toContain("BOSSDesk's rows do not show updated_at.");
  });
});

it('tells that a saved search moved while it was read', async () => {
  const run = () => call('run_saved_search', { search: '38003', limit: 100 });
  expect(await run()).not.toContain('moved');
  await fetch(`${sandbox.url}/_control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ path: '/searches/:id', times: 10, shuffle: true }]),
  });
  expect(await run()).toContain('The list moved while it was read');
});
