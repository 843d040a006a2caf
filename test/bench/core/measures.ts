import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { Pool } from 'undici';
import { type Measure, type Sample, time, type Trial } from '../measure.js';
import { type Helper, startScript } from '../processes.js';

const ANSWERS = fileURLToPath(new URL('answerServer.ts', import.meta.url));
const HEAP = fileURLToPath(new URL('heap.ts', import.meta.url));
const API_KEY = 'bench';

interface Lab {
  readonly server: Helper;
  readonly client: Client;
  readonly close: () => Promise<void>;
}

async function openLab(tickets: number): Promise<Lab> {
  const server = await startScript(ANSWERS, [String(tickets)]);
  const transport = createUndiciTransport({ apiKey: API_KEY });
  return {
    server,
    client: createClient({ baseUrl: server.said, transport, sleep }),
    async close() {
      await transport.close();
      await server.stop();
    },
  };
}

/** A quarter of a second: short turns, and many of them, so that what else the machine does falls on both sides. */
const REQUESTS = 2000;
const TURNS = { rounds: 61, warmUps: 10 };

/** As many requests, so many of them at once. */
async function ask(atOnce: number, one: () => Promise<unknown>): Promise<void> {
  const askInTurn = async () => {
    for (let count = 0; count < REQUESTS / atOnce; count += 1) await one();
  };
  await Promise.all(Array.from({ length: atOnce }, askInTurn));
}

async function openRequests(atOnce: number): Promise<Trial> {
  const { server, client, close } = await openLab(1000);
  const pool = new Pool(server.said, { connections: atOnce });
  const headers = {
    authorization: `Token token=${API_KEY}`,
    accept: 'application/json',
    'content-type': 'application/json',
  };
  return {
    ours: () => time(() => ask(atOnce, () => client.tickets.get({ friendly_id: 1 }))),
    peer: () =>
      time(() =>
        ask(atOnce, async () => {
          const { body } = await pool.request({ path: '/api/v1/tickets/1', method: 'GET', headers });
          return JSON.parse(await body.text()) as unknown;
        }),
      ),
    async close() {
      await pool.close();
      await close();
    },
  };
}

/** Microseconds of this process for each row of a list of so many. */
async function readRows(client: Client, count: number): Promise<Sample> {
  let rows = 0;
  const { cpuSeconds = Number.NaN } = await time(async () => {
    for await (const page of client.tickets.list.pages({}, { limit: count })) rows += page.length;
  });
  if (rows !== count) throw new Error(`${rows} rows came, not ${count}`);
  return { amount: (cpuSeconds * 1_000_000) / count, cpuSeconds };
}

async function openRows(): Promise<Trial> {
  const { client, close } = await openLab(30_000);
  return {
    ours: () => readRows(client, 30_000),
    // A hundred short lists: as many rows, so that the same is timed.
    peer: async () => {
      const samples: Sample[] = [];
      for (let list = 0; list < 100; list += 1) samples.push(await readRows(client, 300));
      return { amount: samples.reduce((sum, { amount }) => sum + amount, 0) / samples.length };
    },
    close,
  };
}

async function openHeap(): Promise<Trial> {
  const server = await startScript(ANSWERS, ['30000']);
  return {
    ours: async () => {
      const { said, stop } = await startScript(HEAP, [server.said], ['--expose-gc']);
      await stop();
      return { amount: Number(said) };
    },
    close: () => server.stop(),
  };
}

const BARE = 'bare undici, with JSON.parse';

export const coreMeasures: readonly Measure[] = [
  {
    name: 'core-one',
    what: `${REQUESTS.toLocaleString('en')} tickets, one at a time, a server that answers at once`,
    peer: BARE,
    goal: { kind: 'faster', ratio: 0.9 },
    ...TURNS,
    open: () => openRequests(1),
  },
  {
    name: 'core-four',
    what: 'the same, four at once',
    peer: BARE,
    goal: { kind: 'faster', ratio: 0.9 },
    ...TURNS,
    open: () => openRequests(4),
  },
  {
    name: 'rows',
    what: 'CPU for a row of 30,000',
    peer: 'for one of 300',
    unit: 'µs',
    goal: { kind: 'share', ratio: 1.15 },
    rounds: 15,
    open: openRows,
  },
  {
    name: 'heap',
    what: 'heap after 30,000 rows, above that after 300',
    peer: 'what it was',
    unit: 'MB',
    goal: { kind: 'most', amount: 0.8 },
    rounds: 3,
    open: openHeap,
  },
];
