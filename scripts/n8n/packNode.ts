import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runPnpm } from '../pnpm.mjs';
import { REPOSITORY_ROOT } from '../repositoryRoot.js';

/** Packs the n8n package as it would be published, built from today's sources, and unpacks it into `folder`. */
export async function packNode(folder: string): Promise<void> {
  const staging = `${folder}.pack`;
  mkdirSync(staging, { recursive: true });
  try {
    execFileSync(process.execPath, ['scripts/buildNode.mjs'], { cwd: REPOSITORY_ROOT });
    const code = await runPnpm(['pack', '--pack-destination', staging], { cwd: REPOSITORY_ROOT, quiet: true });
    if (code !== 0) throw new Error('pnpm pack did not work; see above.');
    const [tarball = ''] = readdirSync(staging);
    mkdirSync(folder, { recursive: true });
    execFileSync('tar', ['-xzf', join(staging, tarball), '-C', folder, '--strip-components=1']);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
