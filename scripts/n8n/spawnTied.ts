import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';

/** Part of every Linux with util-linux, Debian's among them. */
const SETPRIV = '/usr/bin/setpriv';

/**
 * Starts a program that ends when this process does, even when this one is killed, where the system can do that: a server
 * that outlives a test that was interrupted would keep its port and its folder.
 *
 * @param options the user that it runs as and where, unless those of this process.
 */
export function spawnTied(
  program: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly uid?: number; readonly gid?: number; readonly cwd?: string },
): ChildProcessByStdio<null, Readable, Readable> {
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  const all = { ...options, stdio };
  return existsSync(SETPRIV)
    ? spawn(SETPRIV, ['--pdeathsig', 'KILL', program, ...args], all)
    : spawn(program, [...args], all);
}
