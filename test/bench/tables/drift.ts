import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { startDesk } from '../processes.js';
import type { Table } from './table.js';

const TICKETS = 900;
const RUNS = 20;
const AT_ONCE = 8;

/** Each creates one ticket after the other, as long as the list is read. */
const WRITERS = 4;
const PER_PAGE = 30;

/** Newest first by a time that rows show: an order that cannot be walked by id. */
const NEWEST = { s: 'created_at desc' } as const;

type Read = (client: Client) => Promise<readonly number[]>;

/** Pages that are asked for together, as one would write it without a guard. */
const readBlindly: Read = async (client) => {
  const numbers: number[] = [];
  for (let page = 1; ; page += AT_ONCE) {
    const pages = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        client.tickets.list({ page: page + index, per_page: PER_PAGE, q: NEWEST }),
      ),
    );
    numbers.push(...pages.flat().map(({ friendly_id }) => Number(friendly_id)));
    if (pages.some((rows) => rows.length < PER_PAGE)) return numbers;
  }
};

const readGuarded: Read = async (client) => {
  const numbers: number[] = [];
  for await (const row of client.tickets.list.items({ q: NEWEST })) numbers.push(Number(row.friendly_id));
  return numbers;
};

/** How many of the tickets that were there from the beginning did not come, and how many came twice. */
async function read(
  client: Client,
  others: Client,
  way: Read,
): Promise<{ readonly lost: number; readonly twice: number }> {
  const before = await readGuarded(client);
  let isOver = false;
  const [type] = await others.ticketTypes.list();
  const [priority] = await others.helpdeskPriorities.list();
  const write = async () => {
    while (!isOver)
      await others.tickets.create({ title: 'New', type_id: Number(type?.id), priority_id: Number(priority?.id) });
  };
  const writing = Promise.all(Array.from({ length: WRITERS }, write));
  const came = await way(client);
  isOver = true;
  await writing;
  const unique = new Set(came);
  return { lost: before.filter((number) => !unique.has(number)).length, twice: came.length - unique.size };
}

export const driftTable: Table = {
  name: 'drift',
  title: `A list of ${TICKETS} tickets, newest first, read while tickets come in, ${RUNS} times`,
  async run(say) {
    const rows: string[] = [];
    for (const [name, way] of [
      ['pages together, no guard', readBlindly],
      ['this client', readGuarded],
    ] as const) {
      const counts: { lost: number; twice: number }[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const desk = await startDesk({ tickets: TICKETS, latency: 5 });
        const transport = createUndiciTransport({ apiKey: desk.apiKey });
        try {
          const open = () => createClient({ baseUrl: desk.url, transport, sleep });
          counts.push(await read(open(), open(), way));
        } finally {
          await transport.close();
          await desk.stop();
        }
      }
      const sum = (of: 'lost' | 'twice') => counts.reduce((all, count) => all + count[of], 0);
      const row = `| ${name} | ${(sum('lost') / RUNS).toFixed(1)} | ${counts.filter(({ lost }) => lost > 0).length} | ${(sum('twice') / RUNS).toFixed(1)} |`;
      say(row);
      rows.push(row);
    }
    return ['| how | lost a run | runs that lost some | given twice a run |', '| --- | --: | --: | --: |', ...rows];
  },
};
