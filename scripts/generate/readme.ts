import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { listRecipes } from 'bossdesk-recipes';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Generator } from './generator.js';
import { buildResource, collectActions, resourceProperty } from './n8n/properties.js';
import { events } from '../../nodes/BossDeskTrigger/events.js';
import type { Resource } from './n8n/wording.js';

/** The tables of what the nodes do and of the recipes within the README; all else there is written by hand. */
export const readmeGenerator: Generator = {
  path: 'README.md',
  async render() {
    const text = await readFile('README.md', 'utf8');
    return putBetween(putBetween(text, 'operations', renderOperations()), 'recipes', renderRecipes());
  },
};

function putBetween(text: string, mark: string, table: string): string {
  const [start, end] = [`<!-- ${mark}: written by \`pnpm generate\` -->`, `<!-- /${mark} -->`];
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md lacks ${start} … ${end}`);
  return `${before}${start}\n\n${table}\n\n${end}${after}`;
}

/** Each recipe's title, picture and first paragraph, out of its folder. */
function renderRecipes(): string {
  const rows = listRecipes().map(({ slug, workflow: { name }, summary }) => {
    const folder = `packages/recipes/recipes/${slug}`;
    const picture = existsSync(`${folder}/canvas.webp`)
      ? `<a href="${folder}/canvas.webp"><img src="${folder}/canvas.webp" width="240" alt="The canvas of ${slug}"></a>`
      : '';
    return `| [${name}](${folder}/README.md) | ${summary} | ${picture} |`;
  });
  return ['| Recipe | What it does | Canvas |', '| --- | --- | --- |', ...rows].join('\n');
}

function renderOperations(): string {
  const actions = Object.entries(collectActions()) as [Resource, readonly string[]][];
  const rows = actions.map(([resource, verbs]) => {
    const operations = optionsOf(buildResource(resource, verbs).find(({ name }) => name === 'operation'));
    return `| ${nameOf(resource)} | ${operations.map(({ name }) => name).join(', ')} |`;
  });
  const waits = Object.values(events).map(({ name }) => name);
  return ['| Resource | Operations |', '| --- | --- |', ...rows, `| Trigger | ${waits.join(', ')} |`].join('\n');
}

const nameOf = (resource: Resource): string =>
  optionsOf(resourceProperty).find(({ value }) => value === resource)?.name ?? resource;

const optionsOf = (property: INodeProperties | undefined): INodePropertyOptions[] =>
  (property?.options ?? []) as INodePropertyOptions[];
