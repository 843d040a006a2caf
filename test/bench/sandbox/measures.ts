import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Measure, Sample, Trial } from '../measure.js';
import { startDesk } from '../processes.js';

/** The sandbox saves a moment after a change; a save of so many tickets is over within this. */
const WATCH_MS = 8000;

async function openSaves(): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'bossdesk-bench-'));
  const desk = await startDesk({ tickets: 50_000, data: join(folder, 'desk.json') });
  const headers = { authorization: `Token token="${desk.apiKey}"`, 'content-type': 'application/json' };
  const ask = async (init: RequestInit = {}) => {
    const since = performance.now();
    const response = await fetch(`${desk.url}/api/v1/tickets/1`, { headers, ...init });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
    return performance.now() - since;
  };
  return {
    async ours(): Promise<Sample> {
      await ask({ method: 'PATCH', body: JSON.stringify({ ticket: { title: `Changed at ${Date.now()}` } }) });
      let longest = 0;
      const until = performance.now() + WATCH_MS;
      while (performance.now() < until) {
        longest = Math.max(longest, await ask());
        await sleep(5);
      }
      return { amount: longest };
    },
    async close() {
      await desk.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const sandboxMeasures: readonly Measure[] = [
  {
    name: 'save',
    what: 'the longest that a request waits while a sandbox of 50,000 tickets saves',
    peer: 'a fixed amount',
    goal: { kind: 'most', amount: 250 },
    rounds: 3,
    open: openSaves,
  },
];
