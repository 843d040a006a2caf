// Walks over the tickets of the desk at the address given, and prints by how many megabytes the heap grew from the 300th
// to the last row, while nothing else is kept of them. A walk before has loaded and compiled what it takes. Run with
// --expose-gc.
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';

const [baseUrl = ''] = process.argv.slice(2);
const transport = createUndiciTransport({ apiKey: 'bench' });
const client = createClient({ baseUrl, transport, sleep });

function readHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

async function walk(): Promise<number> {
  let rows = 0;
  let [begin, end] = [Number.NaN, Number.NaN];
  for await (const page of client.tickets.list.pages()) {
    if (rows < 300 && rows + page.length >= 300) begin = readHeap();
    rows += page.length;
    if (rows >= 30_000) end = readHeap();
  }
  return end - begin;
}

await walk();
process.stdout.write(`${(await walk()).toFixed(2)}\n`);
await transport.close();
