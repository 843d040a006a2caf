// Behind `npm run demo`, `npm test` and `npm run test:e2e`: sets everything up on a machine that has only Node and
// npm, then runs the script named on the command line with the Node of our devDependencies first on PATH.
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifest, runPnpm } from './pnpm.mjs';

const root = new URL('../', import.meta.url);

refuseOldNode(manifest.engines.node.replace('>=', ''));
// Ctrl-C reaches the whole group; wait for the child to end by itself.
process.on('SIGINT', () => undefined);
await installOnce();
process.exitCode = await runScript(process.argv.slice(2));

/** @param {string} oldest */
function refuseOldNode(oldest) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  console.error(
    `This needs Node ${oldest} or newer; you have ${process.versions.node}. Get it from https://nodejs.org.`,
  );
  process.exit(1);
}

async function installOnce() {
  if (isInstalled()) return;
  console.log('Installing dependencies (the first time takes a minute or so) …');
  const code = await runPnpm(['install', '--frozen-lockfile'], { cwd: fileURLToPath(root), quiet: true });
  if (code === 0) return;
  console.error('Installing the dependencies did not work; see above.');
  process.exit(code);
}

/**
 * As `pnpm run` does, which would take some seconds to start before. Windows' shell has no such thing as `"$@"`, so there
 * pnpm does it.
 *
 * @param {string[]} args name of the script, and what it is given
 * @returns {Promise<number>} The exit code.
 */
function runScript([name = '', ...args]) {
  const cwd = fileURLToPath(root);
  const script = manifest.scripts[name];
  if (process.platform === 'win32' || script === undefined) return runPnpm(['--silent', 'run', name, ...args], { cwd });
  const path = [join(cwd, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  // A shell that takes Ctrl-C for its own end does not say how the script ended.
  const child = spawn('sh', ['-c', `trap : INT; ${script} "$@"`, 'sh', ...args], {
    cwd,
    env: { ...process.env, PATH: path },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** pnpm keeps a copy of the lockfile it installed from, and writes its state file last of all. */
function isInstalled() {
  const installed = new URL('node_modules/.pnpm/lock.yaml', root);
  const state = new URL('node_modules/.pnpm-workspace-state-v1.json', root);
  try {
    return (
      readFileSync(installed).equals(readFileSync(new URL('pnpm-lock.yaml', root))) &&
      statSync(state).mtimeMs >= statSync(installed).mtimeMs
    );
  } catch {
    return false;
  }
}
