import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The root package.json, the one place that names the pnpm version and the oldest Node. */
export const manifest =
  /** @type {{ packageManager: string, engines: { node: string }, scripts: Record<string, string> }} */ (
    JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  );

/**
 * Runs the pinned pnpm through npx: a bare `pnpm` may be missing, another version, or a corepack shim.
 *
 * @param {string[]} args
 * @param {{ cwd?: string | URL, env?: Record<string, string | undefined>, quiet?: boolean }} [options] `quiet` keeps
 *   the output back unless pnpm fails.
 * @returns {Promise<number>} The exit code.
 */
export function runPnpm(args, { cwd, env, quiet = false } = {}) {
  const child = spawn('npx', ['--yes', '--loglevel=error', manifest.packageManager, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    // npx is a .cmd file there, which only a shell starts; the arguments are fixed words and paths of ours.
    shell: process.platform === 'win32',
  });
  /** @type {Buffer[]} */
  const output = [];
  child.stdout?.on('data', (/** @type {Buffer} */ chunk) => output.push(chunk));
  child.stderr?.on('data', (/** @type {Buffer} */ chunk) => output.push(chunk));

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}
