import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import type { Table } from './table.js';

interface Throttle {
  readonly limit: number;
  readonly windowMs: number;
  /** Whether a refusal says when to come again; Rack::Attack does not by default. */
  readonly tellsWhen: boolean;
}

interface Served {
  readonly url: string;
  /** How many requests were refused in each window, from the first on. */
  readonly refusals: () => readonly number[];
  readonly close: () => void;
}

/** A desk that takes so many requests in each window, counted as Rack::Attack does: by the clock. */
async function serve({ limit, windowMs, tellsWhen }: Throttle): Promise<Served> {
  const began = Date.now();
  const taken: number[] = [];
  const refused: number[] = [];
  const server = createServer((_, response) => {
    const window = Math.floor((Date.now() - began) / windowMs);
    taken[window] = (taken[window] ?? 0) + 1;
    if (taken[window] <= limit) {
      response.setHeader('content-type', 'application/json').end('{"id":1}');
      return;
    }
    refused[window] = (refused[window] ?? 0) + 1;
    const leftSeconds = Math.ceil((began + (window + 1) * windowMs - Date.now()) / 1000);
    response.writeHead(429, tellsWhen ? { 'retry-after': String(leftSeconds) } : {}).end('Retry later');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refusals: () => Array.from(refused, (count: number | undefined) => count ?? 0),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function measure(throttle: Throttle, requests: number): Promise<string> {
  const served = await serve(throttle);
  const transport = createUndiciTransport({ apiKey: 'bench' });
  // Somebody who waits for all of them.
  const client = createClient({ baseUrl: served.url, transport, sleep, patienceMs: 600_000 });
  try {
    const since = Date.now();
    const all = Array.from({ length: requests }, (_, index) => client.tickets.get({ friendly_id: index + 1 }));
    const outcomes = await Promise.allSettled(all);
    const took = Date.now() - since;
    const came = outcomes.filter(({ status }) => status === 'fulfilled').length;
    // What is over the first window's limit goes out as soon as the next ones begin.
    const allowed = Math.max(1, Math.ceil(requests / throttle.limit) - 1) * throttle.windowMs;
    const [first = 0, ...later] = served.refusals();
    const cells = [
      `${throttle.limit} in ${throttle.windowMs / 1000} s${throttle.tellsWhen ? '' : ', no Retry-After'}`,
      requests,
      came,
      `${(took / 1000).toFixed(1)} s`,
      `${(allowed / 1000).toFixed(0)} s`,
      (took / allowed).toFixed(2),
      first,
      Math.max(0, ...later),
    ];
    return `| ${cells.join(' | ')} |`;
  } finally {
    await transport.close();
    served.close();
  }
}

const SHORT: Throttle = { limit: 10, windowMs: 2000, tellsWhen: true };
const LONG: Throttle = { limit: 60, windowMs: 10_000, tellsWhen: true };
const SILENT: Throttle = { limit: 60, windowMs: 60_000, tellsWhen: false };

const TRIALS: readonly (readonly [Throttle, number])[] = [
  [SHORT, 50],
  [SHORT, 100],
  [SHORT, 300],
  [LONG, 300],
  [SILENT, 150],
];

export const throttleTable: Table = {
  name: 'throttle',
  title: 'Requests started together at a desk that throttles',
  async run(say) {
    const rows: string[] = [];
    for (const [throttle, requests] of TRIALS) {
      const row = await measure(throttle, requests);
      say(row);
      rows.push(row);
    }
    return [
      '| limit | requests | came back | took | the limit allows | ratio | 429 in the first window | most in a later one |',
      '| --- | --: | --: | --: | --: | --: | --: | --: |',
      ...rows,
    ];
  },
};
