import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Workflow } from './workflow.js';

/** A workflow to import, and what there is to say about it. */
export interface Recipe {
  /** Name of its folder. */
  readonly slug: string;
  readonly workflow: Workflow;
  /** Its README, in Markdown. */
  readonly readme: string;
  /** What it is for: the first paragraph of the README. */
  readonly summary: string;
}

const folder = new URL('../recipes/', import.meta.url);

/** All recipes, by the names of their folders. */
export function listRecipes(): Recipe[] {
  return readdirSync(fileURLToPath(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readRecipe(name))
    .sort((a, b) => a.slug.localeCompare(b.slug));
}

function readRecipe(slug: string): Recipe {
  const read = (file: string): string => readFileSync(new URL(`${slug}/${file}`, folder), 'utf8');
  const readme = read('README.md');
  const summary = readme.split(/\n{2,}/).find((block) => !/^[#!]/.test(block)) ?? '';
  return {
    slug,
    workflow: JSON.parse(read('workflow.json')) as Workflow,
    readme,
    summary: summary.replace(/\n/g, ' '),
  };
}
