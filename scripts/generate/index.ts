import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { Generator } from './generator.js';
import { coverageGenerator } from './coverage.js';
import { fieldRulesGenerator } from './fieldRules.js';
import { n8nGenerators } from './n8n.js';
import { openapiGenerator } from './openapi.js';
import { toolsGenerator } from './tools.js';

const generators: readonly Generator[] = [
  fieldRulesGenerator,
  ...n8nGenerators,
  coverageGenerator,
  toolsGenerator,
  openapiGenerator,
];

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

async function renderFormatted({ path, render }: Generator): Promise<string> {
  const filepath = resolve(root, path);
  return format(await render(), { ...(await resolveConfig(filepath)), filepath });
}

async function readCommitted(path: string): Promise<string | undefined> {
  try {
    return await readFile(resolve(root, path), 'utf8');
  } catch {
    return undefined;
  }
}

async function main(check: boolean): Promise<void> {
  const stale: string[] = [];
  for (const generator of generators) {
    const text = await renderFormatted(generator);
    if (text === (await readCommitted(generator.path))) continue;
    stale.push(generator.path);
    if (check) continue;
    const target = resolve(root, generator.path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  if (check && stale.length > 0) {
    console.error(`Stale, run pnpm generate: ${stale.join(', ')}`);
    process.exitCode = 1;
  } else {
    console.log(
      stale.length === 0 ? `${generators.length} generated files are up to date` : `Wrote ${stale.join(', ')}`,
    );
  }
}

void main(process.argv.includes('--check'));
