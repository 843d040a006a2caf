import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { startSandbox } from 'bossdesk-sandbox';
import { requestsFromNow } from '../../support/requests.js';
import { createN8n, type N8n, type RunningN8n } from '../n8nInstance.js';
import { openCatcher } from './catcher.js';
import { type GivenTickets, readGivenTickets } from './givenTickets.js';
import { goesOn, haveGoneOn, isPoll } from './polls.js';
import { buildWorkflow, TRIGGER } from './workflow.js';

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
  /** Resolves when a poll asks what is new, after this call. */
  poll(): Promise<void>;
  /** Resolves when something that was given has its effect, after this call. */
  effect(): Promise<void>;
  /** What became of the tickets, by the executions that n8n keeps; after each stop, for it forgets. */
  count(): Counts;
  close(): Promise<void>;
}

export interface Counts {
  readonly created: number;
  /** In no execution. */
  readonly lost: number;
  /** In more than one. */
  readonly repeated: number;
  /** In an execution that was killed before it came to them; n8n shows it as crashed, without its data. */
  readonly undone: number;
}

export async function openTrial(engine: Engine): Promise<Trial> {
  const sandbox = await startSandbox({ tickets: 20, cis: 5, users: 10 });
  const transport = createUndiciTransport({ apiKey: sandbox.apiKey });
  const client = createClient({ baseUrl: sandbox.url, transport, sleep });
  const [[type], [priority]] = await Promise.all([client.ticketTypes.list(), client.helpdeskPriorities.list()]);
  const created: number[] = [];
  let latest = Date.now();
  const catcher = await openCatcher(() => (latest = Date.now()));
  const effects = catcher.numbers;
  const workflows = mkdtempSync(join(tmpdir(), 'bossdesk-trigger-'));
  writeFileSync(join(workflows, 'workflow.json'), JSON.stringify(buildWorkflow(catcher.url)));
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

  const executions: GivenTickets = new Map();
  const count = (): Counts => {
    readGivenTickets(n8n.database, TRIGGER, executions);
    const all = [...executions.values()].flatMap((tickets) => [...tickets]);
    const given = new Set(all);
    return {
      created: created.length,
      lost: created.filter((number) => !given.has(number)).length,
      repeated: all.length - given.size,
      undone: [...given].filter((number) => !effects.includes(number)).length,
    };
  };
  const markRequests = () => {
    const sent = requestsFromNow(sandbox);
    return () => sent().filter(isPoll);
  };
  let hasBegun = false;
  let running: RunningN8n | undefined;
  return {
    async start() {
      const polls = markRequests();
      running = await startAsService(n8n);
      // What is there before the first poll is not new; the durable engine does not keep what its poll at activation
      // read, and has its first one within a minute.
      const until = Date.now() + FIRST_POLL_LIMIT_MS;
      while (!hasBegun && !haveGoneOn(polls())) {
        if (Date.now() > until) throw new Error(`n8n did not poll:\n${running.log()}`);
        await sleep(100);
      }
      // Until what that poll read is kept.
      if (!hasBegun) await sleep(1000);
      hasBegun = true;
      return running;
    },
    async poll() {
      const polls = markRequests();
      await waitUntil(() => polls().some(goesOn), 'no poll came');
    },
    async effect() {
      const before = effects.length;
      await waitUntil(() => effects.length > before, 'nothing had an effect');
    },
    async createTickets(number) {
      for (let index = 0; index < number; index += 1) {
        const fields = { type_id: Number(type?.id), priority_id: Number(priority?.id) };
        created.push(Number((await client.tickets.create({ title: 'New', ...fields })).friendly_id));
      }
      latest = Date.now();
    },
    async settle(quietMs = 90_000) {
      const isThrough = () => created.every((number) => effects.includes(number));
      while (!isThrough() && Date.now() - latest < quietMs) await sleep(200);
    },
    count,
    async close() {
      // One that a failed test left behind.
      await running?.stop('SIGKILL');
      n8n.remove();
      rmSync(workflows, { recursive: true, force: true });
      catcher.close();
      await transport.close();
      await sandbox.stop();
    },
  };
}

/**
 * Starts n8n as what keeps it running does: n8n 2.41.1 ends at its start when it finds an execution that had not begun as
 * it was killed, marks that as crashed, and goes on when it is started once more.
 */
async function startAsService(n8n: N8n): Promise<RunningN8n> {
  try {
    return await n8n.start();
  } catch (error) {
    if (!String(error).includes('Exiting due to an error')) throw error;
    return n8n.start();
  }
}

const LIMIT_MS = 600_000;

async function waitUntil(holds: () => boolean, otherwise: string): Promise<void> {
  const until = Date.now() + LIMIT_MS;
  while (!holds()) {
    if (Date.now() > until) throw new Error(`In ten minutes, ${otherwise}`);
    await sleep(5);
  }
}

const FIRST_POLL_LIMIT_MS = 120_000;

/** Kills are spread over so many milliseconds from the moment where they begin to be due. */
const SPREAD_MS = 1_500;

/** At most so many tickets a kill: a poll that has to read more than fits into the spread would never end before it. */
const MOST_TICKETS = 30;

/**
 * Kills n8n so many times with `kill -9` while tickets come in: by turns from the beginning of a poll on, and from the first
 * effect of what it gave.
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
    const due = (kill % 2 === 1 ? trial.poll() : trial.effect()).then(() => true);
    for (let tickets = 0, isDue = false; !isDue; isDue = await Promise.race([due, sleep(400).then(() => false)])) {
      if (tickets < MOST_TICKETS) await trial.createTickets(3);
      tickets += 3;
    }
    await sleep((kill * 617) % SPREAD_MS);
    await n8n.stop('SIGKILL');
    tell(trial.count(), kill);
  }
  const n8n = await trial.start();
  await trial.settle();
  await n8n.stop();
  return trial.count();
}
