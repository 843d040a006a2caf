import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runPnpm } from '../pnpm.mjs';
import { REPOSITORY_ROOT } from '../repositoryRoot.js';

const run = promisify(execFile);

/** Packs the n8n package as it would be published, built from today's sources, and unpacks it into `folder`. */
export async function packNode(folder: string): Promise<void> {
  const staging = `${folder}.pack`;
  mkdirSync(staging, { recursive: true });
  try {
    await build();
    const code = await runPnpm(['pack', '--pack-destination', staging], { cwd: REPOSITORY_ROOT, quiet: true });
    if (code !== 0) throw new Error('pnpm pack did not work; see above.');
    const [tarball = ''] = readdirSync(staging);
    mkdirSync(folder, { recursive: true });
    await run('tar', ['-xzf', join(staging, tarball), '-C', folder, '--strip-components=1']);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * Has the package of today's sources in `folder`, packed anew only where what is built of them differs from what was
 * packed there: packing takes ten times as long as building.
 *
 * @param packed a hash of what was built then.
 * @param built where it may be built: what a build that was broken off left there makes way.
 * @returns that of what is there.
 */
export async function keepNode(folder: string, packed: string | undefined, built: string): Promise<string> {
  rmSync(built, { recursive: true, force: true });
  try {
    await build(join(built, 'dist'));
    cpSync(join(REPOSITORY_ROOT, 'package.json'), join(built, 'package.json'));
    const hash = hashFolder(built);
    if (hash === packed && existsSync(join(folder, 'package.json'))) return hash;
    rmSync(folder, { recursive: true, force: true });
    await packNode(folder);
    return hash;
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}

/** @param to where to: the package's own `dist` when left out. */
const build = (to?: string) =>
  run(process.execPath, ['scripts/buildNode.mjs', ...(to === undefined ? [] : [to])], { cwd: REPOSITORY_ROOT });

function hashFolder(folder: string): string {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path.slice(folder.length)}\0`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
