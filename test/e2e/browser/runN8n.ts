import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { REPOSITORY_ROOT } from '../../../scripts/repositoryRoot.js';

/** `npm run n8n`, once it is there. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** Addresses as printed: what signs a browser in, n8n itself, the desk. */
  readonly entrance: string;
  readonly n8n: string;
  readonly desk: string;
  /** The folder that it names. */
  readonly folder: string;
  /** Seconds until it was there. */
  readonly seconds: number;
  /** What it has printed so far. */
  readonly printed: () => string;
}

const groups: number[] = [];

/**
 * Runs the command in a process group of its own, as a terminal does.
 *
 * @param data where it keeps what a person made there, in place of that person's own folder.
 */
export async function runN8n(data: string, args: readonly string[] = []): Promise<RunningCommand> {
  const started = Date.now();
  const { child, printed } = startN8n(data, args);
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => {
      if (printed().includes('Ctrl-C ends it.')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code ?? 'a signal'}:\n${printed()}`)));
  });
  const read = (pattern: RegExp) => pattern.exec(printed())?.[1] ?? '';
  return {
    child,
    entrance: read(/^n8n\s+(\S+)/m),
    n8n: read(/later (\S+)/),
    desk: read(/^desk\s+(\S+)/m),
    folder: read(/^kept in\s+(\S+)/m),
    seconds: Math.round((Date.now() - started) / 100) / 10,
    printed,
  };
}

/** The command from its first moment on. */
export function startN8n(data: string, args: readonly string[] = []) {
  const child = spawn('npm', ['run', '--silent', 'n8n', '--', ...args], {
    cwd: REPOSITORY_ROOT,
    env: { ...process.env, XDG_DATA_HOME: data },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  groups.push(child.pid ?? 0);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (printed += text.toString()));
  return { child, printed: () => printed };
}

/** Presses Ctrl-C, which all of the group hear, and waits for the end. npm itself ends by the signal, after its child. */
export async function pressCtrlC(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await ended;
}

/** Whether anybody of the group is there still: packing, for one, takes a moment to notice that it is not wanted. */
export async function isAnybodyLeft({ pid = 0 }: ChildProcess): Promise<boolean> {
  const until = Date.now() + ENDED_LIMIT_MS;
  while (isGroupThere(pid) && Date.now() < until) await sleep(100);
  return isGroupThere(pid);
}

const ENDED_LIMIT_MS = 10_000;

/** What a failed test left. */
export function killLeftOver(): void {
  for (const group of groups) if (isGroupThere(group)) process.kill(-group, 'SIGKILL');
}

function isGroupThere(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

export const isListening = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname, () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });
