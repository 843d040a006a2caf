import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { Generator, Pass } from './generator.js';
import { indexGenerators } from './indexes.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(ROOT);

/**
 * Each pass imports what the ones before it wrote, so its modules are loaded only then: one run writes everything.
 */
const passes: readonly (() => Promise<Pass>)[] = [
  async () => ({ generators: indexGenerators }),
  async () => {
    (await import('./declaration.js')).refuseFaults();
    return { generators: [(await import('./fieldRules.js')).fieldRulesGenerator] };
  },
  async () => (await import('./faces.js')).faces,
];

async function renderFormatted({ path, render }: Generator): Promise<string> {
  return format(await render(), { ...(await resolveConfig(path)), filepath: path });
}

async function readCommitted(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Files that no generator writes any more, as those of a resource that was taken out. */
function findLeftOver({ generators, folders = [] }: Pass): string[] {
  const written = new Set(generators.map(({ path }) => path));
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*`, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => !written.has(path));
}

/** Brings the files of a pass up to date, or only tells which are not. */
async function runPass(pass: Pass, check: boolean): Promise<{ stale: string[]; leftOver: string[] }> {
  const stale: string[] = [];
  for (const generator of pass.generators) {
    const text = await renderFormatted(generator);
    if (text === (await readCommitted(generator.path))) continue;
    stale.push(generator.path);
    if (check) continue;
    await mkdir(dirname(generator.path), { recursive: true });
    await writeFile(generator.path, text);
  }
  const leftOver = findLeftOver(pass);
  if (!check) for (const path of leftOver) await rm(path);
  return { stale, leftOver };
}

async function main(check: boolean): Promise<void> {
  let count = 0;
  const changes: string[] = [];
  for (const load of passes) {
    const pass = await load();
    const { stale, leftOver } = await runPass(pass, check);
    count += pass.generators.length;
    changes.push(
      ...stale.map((path) => (check ? `${path} is stale` : `Wrote ${path}`)),
      ...leftOver.map((path) => (check ? `${path} is left over` : `Removed ${path}`)),
    );
    // What follows would be derived from what is stale.
    if (check && stale.length > 0) break;
  }
  console.log(changes.length === 0 ? `${String(count)} generated files are up to date` : changes.join('\n'));
  if (check && changes.length > 0) {
    console.error('Run `node --run generate` and commit what it writes.');
    process.exitCode = 1;
  }
}

main(process.argv.includes('--check')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
