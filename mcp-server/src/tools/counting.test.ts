import type { Client, Row } from 'bossdesk-client';
import { replyWithCount } from '../render/counts.js';
import { countRecords } from './counting.js';
import type { ToolContext } from './tool.js';

/** A desk with so many tickets of two agents, whose teams rows do not show. */
function openDesk(tickets: number, teams = 3) {
  const asked: unknown[] = [];
  const reported: number[] = [];
  async function* pages(_: string, { q = {} }: { q?: object }, { limit = Infinity }: { limit?: number }) {
    asked.push(q);
    const rows = Array.from({ length: Math.min(tickets, limit) }, (_row, index): Row => ({
      id: index,
      agent: { id: 1 + (index % 2), name: `agent ${String(1 + (index % 2))}` },
    }));
    while (rows.length > 0) yield rows.splice(0, 30);
  }
  const list = Array.from({ length: teams }, (_, id) => ({ id, name: `team ${String(id)}` }));
  const context = {
    client: { pages } as unknown as Client,
    names: { createReader: () => ({ all: async () => list }) },
    signal: new AbortController().signal,
    report: (read: number) => reported.push(read),
  } as unknown as ToolContext;
  return { context, asked, reported };
}

const bounds = { records: 100, values: 5, ms: 10_000 };
const words = { noun: 'ticket', plural: 'tickets' };
const request = { operation: 'tickets.list', query: {} } as const;

it('stops at its bound and says so', async () => {
  const { context, reported } = openDesk(1000);
  const count = await countRecords(context, { ...request, by: 'agent' }, bounds);
  expect(count).toMatchObject({ total: 100, isWhole: false });
  expect(count.groups?.filter((group) => group.count > 0)).toEqual([
    { label: 'agent 1 (1)', count: 50 },
    { label: 'agent 2 (2)', count: 50 },
  ]);
  expect(reported).toEqual([30, 60, 90, 100]);
  expect(replyWithCount({ ...words, by: 'agent' }, count).text).toMatch(
    /^At least 100 tickets, by agent:\n[\s\S]*\n50 \| agent 1 \(1\), agent 2 \(2\)\n[\s\S]*The count stopped after 100 tickets: more would take too long\. Narrow/,
  );
});

it('reads all where it has no more than its bound', async () => {
  expect(await countRecords(openDesk(100).context, request, bounds)).toMatchObject({ total: 100, isWhole: true });
});

it('stops when its time is over', async () => {
  const count = await countRecords(openDesk(1000).context, request, { ...bounds, ms: -1 });
  expect(count).toMatchObject({ total: 30, isWhole: false });
});

it('does not ask value by value what is too much already', async () => {
  const { context, asked } = openDesk(1000);
  const count = await countRecords(context, { ...request, by: 'team' }, bounds);
  expect(count.groups).toBeUndefined();
  expect(asked).toHaveLength(1);
  expect(replyWithCount({ ...words, by: 'team' }, count).text).toContain('They are too many to count by team.');
});

it('asks for each value within the conditions given', async () => {
  const { context, asked } = openDesk(40);
  const query = { status_eq: 'closed', team_id_in: [1, 2] };
  await countRecords(context, { ...request, query, by: 'team' }, bounds);
  expect(asked.slice(1)).toEqual([
    ...[0, 1, 2].map((id) => ({ ...query, team_id_eq: id })),
    { ...query, team_id_null: true },
  ]);
});

it('refuses to ask for more values than its bound', async () => {
  const { context } = openDesk(40, 6);
  await expect(countRecords(context, { ...request, by: 'team' }, bounds)).rejects.toThrow(
    'count_by: there are more than 5 teams, and rows do not show team',
  );
});
