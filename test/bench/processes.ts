import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of its own: what it does takes no time from what is measured. */
export interface Helper {
  /** The first line that it printed. */
  readonly said: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Starts a script of this repository, and waits until it has said where it is. */
export async function startScript(
  script: string,
  args: readonly string[] = [],
  nodeArgs: readonly string[] = [],
): Promise<Helper> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...nodeArgs, script, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = await readLine(child);
  child.stdout.resume();
  return {
    said,
    pid: child.pid ?? 0,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

async function readLine(child: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('A process ended without a word');
}

export interface Desk {
  readonly url: string;
  readonly apiKey: string;
  readonly stop: () => Promise<void>;
}

/** As it is published: compiled on the way, it would be slower than what it is asked by. */
const SANDBOX = fileURLToPath(new URL('../../packages/sandbox/dist/cli.js', import.meta.url));

/** A sandbox with so many tickets that waits so many milliseconds before each answer. */
export async function startDesk(settings: Readonly<Record<string, number | string>>): Promise<Desk> {
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { said, stop } = await startScript(SANDBOX, args);
  return { ...(JSON.parse(said) as { url: string; apiKey: string }), stop };
}

/** Linux counts in hundredths of a second. */
const TICKS = 100;

/** CPU seconds that a running process has had; undefined where the system does not tell. */
export function cpuSecondsOf(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return undefined;
  }
}
