import type { INodeProperties } from 'n8n-workflow';
import { loadPackages } from '../support/n8n/packages.js';

/** Parameters with those inside collections, by their path on the panel. */
const walk = (properties: readonly INodeProperties[], above = ''): { path: string; property: INodeProperties }[] =>
  properties.flatMap((property) => {
    const path = `${above}${property.name}`;
    const inside = (property.options ?? []).flatMap((option) =>
      'values' in option
        ? walk(option.values, `${path}.${option.name}.`)
        : 'type' in option
          ? walk([option], `${path}.`)
          : [],
    );
    return [{ path, property }, ...inside];
  });

it.each(['bossDesk', 'bossDeskTrigger'])('every parameter of %s says what it is for', async (name) => {
  const { nodeTypes } = await loadPackages();
  const { properties } = nodeTypes.getByNameAndVersion(`n8n-nodes-bossdesk.${name}`, 1).description;
  const all = walk(properties);
  expect(all.length).toBeGreaterThan(20);
  const silent = all.filter(({ property }) => (property.description ?? '').trim() === '');
  expect(silent.map(({ path, property }) => `${path} ${JSON.stringify(property.displayOptions?.show)}`)).toEqual([]);
});
