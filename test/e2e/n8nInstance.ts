import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionStatus, ICredentialsDecrypted, IRun } from 'n8n-workflow';
import { packNode } from '../support/packNode.js';
import { installN8n } from './installN8n.js';

export interface N8n {
  /** Runs an imported workflow with `n8n execute`. */
  execute(workflowId: string): Promise<Execution>;
  /** Publishes an imported workflow, so that its triggers work while n8n runs. */
  publish(workflowId: string): Promise<void>;
  /** Starts n8n itself, and waits until it is ready. */
  start(): Promise<RunningN8n>;
  remove(): void;
}

export interface RunningN8n {
  /** Ends it, by default as a person does: what is under way is finished. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** What it logged. */
  log(): string;
}

export interface Execution {
  readonly status: ExecutionStatus;
  /** JSON of the items of one output of a node's last run. */
  readonly items: (node: string, output?: number) => Record<string, unknown>[];
}

/**
 * A fresh n8n of its own user folder with our package as a user gets it, unpacked from the tarball, and with
 * credentials and a folder of workflows imported.
 */
export async function createN8n(options: {
  credentials: Pick<ICredentialsDecrypted, 'id' | 'name' | 'type' | 'data'>[];
  workflowsFolder: string;
  /** Settings of n8n's own. */
  environment?: Readonly<Record<string, string>>;
}): Promise<N8n> {
  const bin = await installN8n();
  const userFolder = mkdtempSync(join(tmpdir(), 'bossdesk-n8n-e2e-'));
  await packNode(join(userFolder, '.n8n/nodes/node_modules/n8n-nodes-bossdesk'));
  const port = await findFreePort();
  const env = {
    ...createEnvironment(userFolder),
    N8N_RUNNERS_BROKER_PORT: String(await findFreePort()),
    N8N_PORT: String(port),
    ...options.environment,
  };
  const run = (...args: string[]) => runN8n([bin, ...args], env);

  const credentialsFile = join(userFolder, 'credentials.json');
  writeFileSync(credentialsFile, JSON.stringify(options.credentials));
  await run('import:credentials', `--input=${credentialsFile}`);
  await run('import:workflow', '--separate', `--input=${options.workflowsFolder}`);

  return {
    publish: async (workflowId) => {
      await run('publish:workflow', `--id=${workflowId}`);
    },
    start: () => startN8n([bin, 'start'], env, `http://127.0.0.1:${port}/healthz/readiness`),
    execute: async (workflowId) => readExecution(await run('execute', `--id=${workflowId}`, '--rawOutput')),
    remove: () => {
      rmSync(userFolder, { recursive: true, force: true });
    },
  };
}

/** Nothing of the user's own n8n settings; the switches keep n8n from calling home. */
function createEnvironment(userFolder: string): NodeJS.ProcessEnv {
  const switchedOff = [
    'DIAGNOSTICS',
    'VERSION_NOTIFICATIONS',
    'VERSION_NOTIFICATIONS_WHATS_NEW',
    'TEMPLATES',
    'PERSONALIZATION',
    'HIRING_BANNER',
    'VERIFIED_PACKAGES',
    'LICENSE_AUTO_RENEW',
    'PYTHON',
  ];
  const kept = ['PATH', 'HOME', 'SystemRoot'];
  return {
    ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    ...Object.fromEntries(switchedOff.map((name) => [`N8N_${name}_ENABLED`, 'false'])),
    N8N_USER_FOLDER: userFolder,
    // What it keeps among temporary files goes with the rest of it.
    TMPDIR: userFolder,
    TEMP: userFolder,
    N8N_ENCRYPTION_KEY: 'end-to-end',
    // `execute` prints its result through the logger.
    N8N_LOG_LEVEL: 'info',
  };
}

/** Resolves whatever the exit code: n8n at times crashes on its way out, after everything was printed. */
function runN8n(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { env, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (error !== null && stdout === '') reject(new Error(`${args.join(' ')}: ${stderr}`, { cause: error }));
      else resolve(stdout);
    });
  });
}

/** n8n takes 10 s, and some times that on a busy machine. */
const READY_LIMIT_MS = 180_000;

async function startN8n(args: string[], env: NodeJS.ProcessEnv, readiness: string): Promise<RunningN8n> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (log += text.toString()));
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    const ended = waitForExit(child);
    child.kill(signal);
    await ended;
  };
  const until = Date.now() + READY_LIMIT_MS;
  while (!(await isReady(readiness))) {
    if (child.exitCode === null && Date.now() < until) await sleep(200);
    else {
      await stop('SIGKILL');
      throw new Error(`n8n did not become ready:\n${log}`);
    }
  }
  return { stop, log: () => log };
}

function waitForExit(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/** Log lines come before and after the JSON of the execution, whose outer braces alone stand at the start of a line. */
function readExecution(output: string): Execution {
  const [json] = /^\{[^]*?^\}/m.exec(output) ?? [];
  if (json === undefined) throw new Error(`n8n printed no execution:\n${output}`);
  const run = JSON.parse(json) as IRun;
  const { runData } = run.data.resultData;
  return {
    status: run.status,
    items(node, index = 0) {
      const task = runData[node]?.at(-1);
      if (task === undefined) throw new Error(`Node "${node}" did not run:\n${output}`);
      if (task.error !== undefined) throw new Error(`Node "${node}" failed: ${task.error.message}`);
      return (task.data?.['main']?.[index] ?? []).map(({ json }) => json);
    },
  };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
