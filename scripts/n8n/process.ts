import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnTied } from './spawnTied.js';

export interface RunningN8n {
  /** Where its editor and its webhooks are; of a worker, whether it is well. */
  readonly url: string;
  readonly pid: number | undefined;
  /** Ends it, by default as a person does: what is under way is finished. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** What it logged. */
  log(): string;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

/**
 * Runs a command of n8n's to its end and gives what it printed. Resolves whatever the exit code: n8n at times crashes on
 * its way out, after everything was printed.
 *
 * @throws when it printed nothing.
 */
export async function runN8n(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bossdesk-n8n-run-'));
  const file = join(folder, 'stdout');
  // n8n ends without waiting for what a pipe has not taken yet; a file takes everything at once.
  const stdout = openSync(file, 'w');
  try {
    const child = spawn(process.execPath, [...args], { env, stdio: ['ignore', stdout, 'pipe'] });
    let stderr = '';
    child.stderr?.on('data', (text: Buffer) => (stderr += text.toString()));
    await waitForExit(child);
    const printed = readFileSync(file, 'utf8');
    if (child.exitCode !== 0 && printed === '') throw new Error(`${args.join(' ')}: ${stderr}`);
    return printed;
  } finally {
    closeSync(stdout);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** n8n takes 10 s, and some times that on a busy machine. */
const READY_LIMIT_MS = 300_000;

/** Starts n8n itself, or one of its workers, and waits until it is ready. */
export async function startN8n(
  bin: string,
  env: NodeJS.ProcessEnv,
  command: 'start' | 'worker' = 'start',
): Promise<RunningN8n> {
  const url = `http://127.0.0.1:${env['N8N_PORT'] ?? ''}`;
  const child = spawnTied(process.execPath, [bin, command], { env });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (log += text.toString()));
  const ended = waitForExit(child);
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    child.kill(signal);
    await ended;
  };
  const until = Date.now() + READY_LIMIT_MS;
  while (!(await isReady(`${url}/healthz/readiness`))) {
    if (child.exitCode === null && child.signalCode === null && Date.now() < until) await sleep(200);
    else {
      await stop('SIGKILL');
      throw new Error(`n8n did not become ready:\n${log}`);
    }
  }
  return { url, pid: child.pid, stop, log: () => log, ended };
}

/** Resolves when a process has ended, for whatever reason. */
export function waitForExit(child: ChildProcess): Promise<void> {
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

/** A port of this machine that nobody listens on: the one asked for, if it is free. */
export async function findPort(wished = 0): Promise<number> {
  return (await tryPort(wished)) ?? (await tryPort(0)) ?? Promise.reject(new Error('There is no free port'));
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
