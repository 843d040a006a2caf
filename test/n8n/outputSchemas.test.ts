import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { nodePackageFolder } from '../support/bundles.js';
import { loadPackages } from '../support/n8n/packages.js';

/** The values that the parameters of a name offer, each with what it is shown for. */
const offered = (properties: readonly INodeProperties[], name: string) =>
  properties
    .filter((property) => property.name === name)
    .flatMap(({ options = [], displayOptions }) =>
      options.flatMap((option) => ('value' in option ? [{ value: option.value, show: displayOptions?.show }] : [])),
    );

it('says what each operation gives', async () => {
  const { nodeTypes } = await loadPackages();
  const { properties } = nodeTypes.getByNameAndVersion('n8n-nodes-bossdesk.bossDesk', 1).description;
  const folder = resolve(nodePackageFolder, 'dist/nodes/BossDesk/__schema__/v1.0.0');
  const paths = offered(properties, 'operation').flatMap(({ value, show }) =>
    ((show?.['resource'] ?? []) as string[]).map((resource) => `${resource}/${String(value)}.json`),
  );
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => !existsSync(resolve(folder, path)))).toEqual([]);
  expect(JSON.parse(readFileSync(resolve(folder, 'ticket/getAll.json'), 'utf8'))).toMatchObject({
    type: 'object',
    properties: { friendly_id: { type: 'integer' }, type: { type: 'string' } },
  });
});
