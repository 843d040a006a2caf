import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { createN8n, type N8n, type RunningN8n } from '../n8nInstance.js';
import { buildWorkflow } from './workflow.js';

/** n8n's two ways to run polls: the one it has by default, and the one that commits a poll's cursor with its execution. */
export const engines = {
  default: {},
  durable: {
    N8N_SCHEDULER_ENABLED: 'true',
    N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
    N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export type Engine = keyof typeof engines;

/** A published workflow with the trigger, on a real n8n, and the desk that it waits for. */
export interface Trial {
  start(): Promise<RunningN8n>;
  /** Makes tickets on the desk. */
  createTickets(count: number): Promise<void>;
  /** Waits until each ticket has had its effect, or nothing came for some time. */
  settle(quietMs?: number): Promise<void>;
  /** What tickets had their effect. */
  count(): Counts;
  close(): Promise<void>;
}

export interface Counts {
  readonly created: number;
  readonly lost: number;
  readonly repeated: number;
}

export async function openTrial(engine: Engine): Promise<Trial> {
  const sandbox = await startSandbox({ tickets: 20, cis: 5, users: 10 });
  const transport = createUndiciTransport({ apiKey: sandbox.apiKey });
  const client = createClient({ baseUrl: sandbox.url, transport, sleep });
  const [[type], [priority]] = await Promise.all([client.ticketTypes.list(), client.helpdeskPriorities.list()]);
  const created: number[] = [];
  const effects: number[] = [];
  let latest = Date.now();
  const catcher = createServer((request, response) => {
    let body = '';
    request.on('data', (text: Buffer) => (body += text.toString()));
    request.on('end', () => {
      effects.push((JSON.parse(body) as { number: number }).number);
      latest = Date.now();
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => {
    catcher.listen(0, '127.0.0.1', resolve);
  });
  const workflows = mkdtempSync(join(tmpdir(), 'bossdesk-trigger-'));
  const effectUrl = `http://127.0.0.1:${(catcher.address() as AddressInfo).port}/`;
  writeFileSync(join(workflows, 'workflow.json'), JSON.stringify(buildWorkflow(effectUrl)));
  const n8n: N8n = await createN8n({
    workflowsFolder: workflows,
    environment: engines[engine],
    credentials: [
      {
        id: 'bossdeskSandbox1',
        name: 'BOSSDesk sandbox',
        type: 'bossDeskApi',
        data: { url: sandbox.url, apiKey: sandbox.apiKey },
      },
    ],
  });
  await n8n.publish('newTickets1');

  const count = (): Counts => ({
    created: created.length,
    lost: created.filter((number) => !effects.includes(number)).length,
    repeated: effects.length - new Set(effects).size,
  });
  let running: RunningN8n | undefined;
  return {
    async start() {
      const polls = countPolls(sandbox);
      running = await n8n.start();
      // What is there before the very first poll is not new. It comes after n8n says that it is ready.
      const until = Date.now() + FIRST_POLL_LIMIT_MS;
      while (countPolls(sandbox) === polls) {
        if (Date.now() > until) throw new Error(`n8n did not poll:\n${running.log()}`);
        await sleep(100);
      }
      // Until what that poll read is kept.
      await sleep(1000);
      return running;
    },
    async createTickets(number) {
      for (let index = 0; index < number; index += 1) {
        const fields = { type_id: Number(type?.id), priority_id: Number(priority?.id) };
        created.push(Number((await client.tickets.create({ title: 'New', ...fields })).friendly_id));
      }
      latest = Date.now();
    },
    async settle(quietMs = 60_000) {
      while (count().lost > 0 && Date.now() - latest < quietMs) await sleep(200);
    },
    count,
    async close() {
      // One that a failed test left behind.
      await running?.stop('SIGKILL');
      n8n.remove();
      rmSync(workflows, { recursive: true, force: true });
      catcher.closeAllConnections();
      catcher.close();
      await transport.close();
      await sandbox.stop();
    },
  };
}

const FIRST_POLL_LIMIT_MS = 120_000;

const countPolls = ({ requests }: Sandbox): number =>
  requests.filter(({ method, path }) => method === 'GET' && path.endsWith('/tickets')).length;

/**
 * Kills n8n so many times with `kill -9`, each time somewhere within a poll and what follows it, while tickets come in.
 *
 * @param tell is told how it stands after each time.
 */
export async function killWhilePolling(
  trial: Trial,
  times: number,
  tell: (counts: Counts, kill: number) => void = () => undefined,
): Promise<Counts> {
  for (let kill = 1; kill <= times; kill += 1) {
    const n8n = await trial.start();
    // Spread over the interval between two polls, so that all its moments are met.
    const until = Date.now() + 3_000 + ((kill * 617) % 3_000);
    while (Date.now() < until) {
      await trial.createTickets(1);
      await sleep(60);
    }
    await n8n.stop('SIGKILL');
    tell(trial.count(), kill);
  }
  const n8n = await trial.start();
  await trial.settle();
  await n8n.stop();
  return trial.count();
}
