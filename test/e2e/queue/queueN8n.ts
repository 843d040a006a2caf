import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEnvironment, nodeFolder } from '../../../scripts/n8n/environment.js';
import { installN8n } from '../../../scripts/n8n/installN8n.js';
import { packNode } from '../../../scripts/n8n/packNode.js';
import { findPort, type RunningN8n, startN8n } from '../../../scripts/n8n/process.js';
import { describeDatabase, type Postgres, type Service, startPostgres, startRedis } from './services.js';

/** An n8n in queue mode: Redis, PostgreSQL, one main and workers, each with a user folder of its own, as on machines apart. */
export interface QueueN8n {
  readonly postgres: Postgres;
  /** Where the main is, also after it was restarted. */
  readonly url: string;
  /** Workers that were started, the oldest first. */
  readonly workers: readonly RunningN8n[];
  startWorker(): Promise<RunningN8n>;
  /** Ends the main as a person does, and starts it again. */
  restartMain(): Promise<void>;
  /** What the main logged since it was started. */
  log(): string;
  readonly close: () => Promise<void>;
}

/** How many executions a worker runs at the same time: n8n's default. */
export const CONCURRENCY = 10;

const open = new Set<() => Promise<void>>();

/** Ends all that are there or begin, for a process that is interrupted. */
export async function closeAll(): Promise<void> {
  await Promise.all([...open].map((close) => close()));
}

/** @param environment settings of n8n's own, for the main and the workers. */
export async function openQueueN8n(environment: Readonly<Record<string, string>>): Promise<QueueN8n> {
  const ends: (() => unknown)[] = [];
  const endAll = async () => {
    for (const end of ends.reverse()) await end();
    open.delete(close);
  };
  // Whoever closes it a second time waits for the first.
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= endAll());
  open.add(close);
  try {
    const bin = await installN8n();
    const folder = mkdtempSync(join(tmpdir(), 'bossdesk-queue-'));
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const redis = await startRedis(folder);
    ends.push(redis.stop);
    const postgres = await startPostgres(folder);
    ends.push(postgres.stop);
    const node = join(folder, 'node');
    await packNode(node);

    const prepare = async (name: string): Promise<NodeJS.ProcessEnv> => {
      const userFolder = join(folder, name);
      mkdirSync(userFolder);
      cpSync(node, nodeFolder(userFolder), { recursive: true });
      const ports = { n8n: await findPort(), broker: await findPort() };
      return {
        ...createEnvironment(userFolder, ports, 'queue'),
        ...describeDatabase(postgres),
        ...queueSettings(redis, ports.n8n),
        ...environment,
      };
    };
    const start = async (env: NodeJS.ProcessEnv, command: 'start' | 'worker') => {
      const running = await startN8n(bin, env, command);
      ends.push(() => running.stop('SIGKILL'));
      return running;
    };
    const mainEnv = await prepare('main');
    let main = await start(mainEnv, 'start');
    const workers: RunningN8n[] = [];
    let begun = 0;
    return {
      postgres,
      url: main.url,
      workers,
      async startWorker() {
        begun += 1;
        const worker = await start(await prepare(`worker-${begun}`), 'worker');
        workers.push(worker);
        return worker;
      },
      async restartMain() {
        await main.stop();
        main = await start(mainEnv, 'start');
      },
      log: () => main.log(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const queueSettings = (redis: Service, healthPort: number): Readonly<Record<string, string>> => ({
  EXECUTIONS_MODE: 'queue',
  QUEUE_BULL_REDIS_HOST: '127.0.0.1',
  QUEUE_BULL_REDIS_PORT: String(redis.port),
  QUEUE_HEALTH_CHECK_ACTIVE: 'true',
  QUEUE_HEALTH_CHECK_PORT: String(healthPort),
  N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
  N8N_CONCURRENCY_PRODUCTION_LIMIT: String(CONCURRENCY),
  // Somebody who asks over plain HTTP has no use for a cookie that only HTTPS sends.
  N8N_SECURE_COOKIE: 'false',
});
