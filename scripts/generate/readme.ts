import { readFile } from 'node:fs/promises';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Generator } from './generator.js';
import { buildResource, collectActions, resourceProperty } from './n8n/properties.js';
import { events } from '../../nodes/BossDeskTrigger/events.js';
import type { Resource } from './n8n/wording.js';

const START = '<!-- operations: written by `pnpm generate` -->';
const END = '<!-- /operations -->';

/** The table of what the nodes do within the README; all else there is written by hand. */
export const readmeGenerator: Generator = {
  path: 'README.md',
  async render() {
    const text = await readFile('README.md', 'utf8');
    const [before, rest] = text.split(START);
    const after = rest?.split(END)[1];
    if (before === undefined || after === undefined) throw new Error(`README.md lacks ${START} … ${END}`);
    return `${before}${START}\n\n${renderTable()}\n\n${END}${after}`;
  },
};

function renderTable(): string {
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
