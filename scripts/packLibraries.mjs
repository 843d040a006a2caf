// Packs what is published beside the n8n package into the repository root, as `pnpm pack` does for the root itself. pnpm,
// not npm, because it writes versions in place of the `workspace:` ranges.
import { fileURLToPath } from 'node:url';
import { runPnpm } from './pnpm.mjs';
import { libraries } from './publishedPackages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const filters = libraries.map((name) => `--filter=${name}`);
process.exitCode = await runPnpm([...filters, 'pack', '--pack-destination', root], { cwd: root });
