import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ name: string, version: string, private?: boolean, exports?: Record<string, { types?: string }> }} Manifest */

/** What goes to npm: the repository root and each package of the workspace that is not private. */
export const publishedPackages = [
  '.',
  'mcp-server',
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
]
  .map((folder) => ({ folder, file: join(root, folder, 'package.json') }))
  .filter(({ file }) => existsSync(file))
  .map(({ folder, file }) => ({
    /** From the repository root, `.` for the root itself. */
    folder,
    manifest: /** @type {Manifest} */ (JSON.parse(readFileSync(file, 'utf8'))),
  }))
  .filter(({ manifest }) => manifest.private !== true);

/** All but the n8n package, which bundles them and so has no dependencies of its own. */
export const libraries = publishedPackages.filter(({ folder }) => folder !== '.').map(({ manifest }) => manifest.name);
