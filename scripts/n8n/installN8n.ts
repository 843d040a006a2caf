import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { lock } from 'proper-lockfile';
import { runPnpm } from '../pnpm.mjs';
import { cacheFolder } from './folders.js';

export const N8N_VERSION = '2.41.1';

const FOLDER = join(cacheFolder(), `n8n-${N8N_VERSION}`);

const packageFiles = {
  'package.json': JSON.stringify({ private: true, dependencies: { n8n: N8N_VERSION } }),
  // Of all packages that would compile something, n8n's command line needs only the database.
  'pnpm-workspace.yaml': 'allowBuilds:\n  sqlite3: true\nstrictDepBuilds: false\n',
};
const STAMP = join(FOLDER, 'installed.json');
const STAMP_TEXT = JSON.stringify(packageFiles);

/**
 * Installs n8n into the user's cache, outside the checkout, unless it is there: 2 GB and some minutes the first time.
 * A second process waits for the first.
 *
 * @returns n8n's command line, to be run by Node.
 */
export async function installN8n(): Promise<string> {
  if (!isInstalled()) await installAlone();
  return join(FOLDER, 'node_modules/n8n/bin/n8n');
}

async function installAlone(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const release = await lock(FOLDER, { retries: { retries: 900, factor: 1, minTimeout: 1000 } });
  try {
    if (!isInstalled()) await install();
  } finally {
    await release();
  }
}

function isInstalled(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === STAMP_TEXT;
}

async function install(): Promise<void> {
  process.stderr.write(`Installing n8n ${N8N_VERSION} into ${FOLDER}: 2 GB, once, some minutes …\n`);
  for (const [name, text] of Object.entries(packageFiles)) writeFileSync(join(FOLDER, name), text);
  const headers = findNodeHeaders();
  const env = headers === undefined ? {} : { npm_config_nodedir: headers };
  const code = await runPnpm(['install'], { cwd: FOLDER, env, quiet: !process.stderr.isTTY });
  if (code !== 0) throw new Error('Installing n8n did not work; see above.');
  writeFileSync(STAMP, STAMP_TEXT);
}

/** sqlite3 compiles against Node's headers, which node-gyp would download; most Nodes bring them along. */
function findNodeHeaders(): string | undefined {
  const prefixes = (process.env['PATH'] ?? '').split(delimiter).map((folder) => dirname(folder));
  return prefixes.find((prefix) => existsSync(join(prefix, 'include/node/node_api.h')));
}
