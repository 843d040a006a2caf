import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listRecipes, withCredential } from 'bossdesk-recipes';
import type { Home } from './home.js';
import { runN8n } from './process.js';

/** What `npm run n8n` calls its credential. */
export const credential = { type: 'bossDeskApi', id: 'bossdeskSandbox1', name: 'BOSSDesk sandbox' } as const;

interface Command {
  readonly bin: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Imports the credential and the recipes, those that differ from what was imported before: what a person changed in the
 * others stays.
 *
 * @returns names of the recipes that were imported.
 */
export async function importAll(
  { bin, env }: Command,
  home: Home,
  data: { readonly url: string; readonly apiKey: string },
): Promise<string[]> {
  const { imported } = home.recall();
  const folder = join(home.folder, 'import');
  const run = async (command: string, file: string, content: unknown) => {
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(join(folder, file), JSON.stringify(content), { mode: 0o600 });
      const printed = await runN8n([bin, command, `--input=${join(folder, file)}`], env);
      // n8n ends with 0 whatever happened.
      if (!printed.includes('Successfully imported')) throw new Error(`n8n did not import ${file}:\n${printed}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  const recipes = listRecipes();
  const known: Record<string, string> = { credential: hash(data) };
  for (const { slug, workflow } of recipes) known[slug] = hash(workflow);
  if (imported['credential'] !== known['credential'])
    await run('import:credentials', 'credentials.json', [{ ...credential, data }]);
  const changed = recipes.filter(({ slug }) => imported[slug] !== known[slug]);
  if (changed.length > 0) {
    const workflows = changed.map(({ workflow }) => withCredential(workflow, credential));
    await run('import:workflow', 'workflows.json', workflows);
  }
  home.remember({ imported: known });
  return changed.map(({ workflow }) => workflow.name);
}

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
