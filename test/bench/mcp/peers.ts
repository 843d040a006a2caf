import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../../scripts/n8n/folders.js';
import { runPnpm } from '../../../scripts/pnpm.mjs';

/** MCP servers that are widely used, of companies that look after them, with what each needs to start. */
export const peers = {
  notion: {
    package: '@notionhq/notion-mcp-server',
    version: '2.5.2',
    bin: 'bin/cli.mjs',
    env: { NOTION_TOKEN: 'ntn_bench' },
  },
  sentry: {
    package: '@sentry/mcp-server',
    version: '0.39.0',
    bin: 'dist/index.js',
    env: { SENTRY_ACCESS_TOKEN: 'bench' },
  },
  supabase: {
    package: '@supabase/mcp-server-supabase',
    version: '0.13.0',
    bin: 'dist/cli.js',
    env: { SUPABASE_ACCESS_TOKEN: 'sbp_bench' },
  },
} as const;

const FOLDER = join(cacheFolder(), 'mcp-peers');
const MANIFEST = JSON.stringify({
  private: true,
  dependencies: Object.fromEntries(Object.values(peers).map(({ package: name, version }) => [name, version])),
});
const STAMP = join(FOLDER, 'installed.json');

/** Installs the peers into the user's cache, outside the checkout, and gives the folder of each. */
export async function installPeers(): Promise<(name: keyof typeof peers) => string> {
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== MANIFEST) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, 'package.json'), MANIFEST);
    writeFileSync(join(FOLDER, 'pnpm-workspace.yaml'), 'strictDepBuilds: false\n');
    const code = await runPnpm(['install'], { cwd: FOLDER, quiet: true });
    if (code !== 0) throw new Error('Installing the peers did not work; see above.');
    writeFileSync(STAMP, MANIFEST);
  }
  return (name) => join(FOLDER, 'node_modules', peers[name].package, peers[name].bin);
}
