// How many executions of the alert recipe an n8n in queue mode does in a second, with one, two and three workers: the
// table of docs/queue-mode.md, in Markdown: tsx measureQueue.ts <alerts>.
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { N8N_VERSION } from '../../../scripts/n8n/installN8n.js';
import type { RunningN8n } from '../../../scripts/n8n/process.js';
import { makeNewAlerts, sendAlerts } from './alerts.js';
import { closeAll, CONCURRENCY } from './queueN8n.js';
import { openQueueStage, type QueueStage } from './stage.js';

/** Milliseconds that the desk takes for an answer: none, as the sandbox does, and what a desk on the Internet may. */
const LATENCIES = [0, 250];
const MOST_WORKERS = 3;
const WARM_UP = 40;
const MEASURED = Number(process.argv[2] ?? '300');

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void closeAll().finally(() => process.exit(1)));

const rows: string[] = [];
for (const latencyMs of LATENCIES) {
  const stage = await openQueueStage({ environment: {}, latencyMs });
  try {
    for (let workers = 1; workers <= MOST_WORKERS; workers += 1) {
      rows.push(await measure(stage, await stage.n8n.startWorker(), { latencyMs, workers }));
    }
  } finally {
    await stage.close();
  }
}
const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
console.log(`
${MEASURED} different alerts, ${CONCURRENCY} executions at once a worker, three times as many alerts on their way as there is
room for. n8n ${N8N_VERSION}, main, workers, Redis, PostgreSQL, desk and sender on one machine: ${availableParallelism()} cores
(${cpus()[0]?.model.trim() ?? 'unknown'}), ${gigabytes} GB.

| desk answers in | workers | executions a second | answer to an alert, median | 95 of 100 within | memory a worker |
| --------------- | ------- | ------------------- | -------------------------- | ---------------- | --------------- |
${rows.join('\n')}`);

interface Case {
  readonly latencyMs: number;
  readonly workers: number;
}

async function measure(stage: QueueStage, worker: RunningN8n, { latencyMs, workers }: Case): Promise<string> {
  const atOnce = 3 * CONCURRENCY * workers;
  const from = (workers - 1) * (WARM_UP + MEASURED);
  await sendAll(stage, WARM_UP, from, atOnce);
  const started = performance.now();
  const took = await sendAll(stage, MEASURED, from + WARM_UP, atOnce);
  const seconds = (performance.now() - started) / 1000;
  const figures = [
    latencyMs === 0 ? 'no time' : `${latencyMs} ms`,
    workers,
    (MEASURED / seconds).toFixed(1),
    `${(quantile(took, 0.5) / 1000).toFixed(1)} s`,
    `${(quantile(took, 0.95) / 1000).toFixed(1)} s`,
    `${readMemory(worker)} MB`,
  ];
  return `| ${figures.join(' | ')} |`;
}

/** @returns how long each answer took, in milliseconds. */
async function sendAll(stage: QueueStage, count: number, from: number, atOnce: number): Promise<number[]> {
  const sent = await sendAlerts(stage.hook, makeNewAlerts(count, from), atOnce);
  const failed = sent.filter(({ status }) => status !== 200).length;
  if (failed > 0) throw new Error(`${failed} of ${count} alerts failed`);
  return sent.map(({ took }) => took).sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

/** What a process holds in memory, in megabytes, where the system says so. */
function readMemory({ pid }: RunningN8n): string {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return (Number(kilobytes) / 1024).toFixed(0);
  } catch {
    return '–';
  }
}
