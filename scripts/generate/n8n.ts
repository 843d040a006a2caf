import type { INodeProperties } from 'n8n-workflow';
import { type Generator, GENERATED_NOTICE } from './generator.js';
import { describeOutput } from './n8n/outputSchemas.js';
import { buildResource, collectActions, resourceProperty } from './n8n/properties.js';
import { triggerProperties } from './n8n/trigger.js';
import type { Resource } from './n8n/wording.js';

const FOLDER = 'nodes/BossDesk/generated';
const TRIGGER_FOLDER = 'nodes/BossDeskTrigger/generated';
const SCHEMA_FOLDER = 'nodes/BossDesk/__schema__';

export const n8nFolders: readonly string[] = [FOLDER, TRIGGER_FOLDER, SCHEMA_FOLDER];

const actions = Object.entries(collectActions()) as [Resource, readonly string[]][];

/** One file of node parameters per resource. */
const resourceGenerators: readonly Generator[] = actions.map(([resource, verbs]) => ({
  path: `${FOLDER}/${resource}.ts`,
  render: () => renderProperties(`${resource}Properties`, buildResource(resource, verbs)),
}));

const indexGenerator: Generator = {
  path: `${FOLDER}/properties.ts`,
  render: () => `${GENERATED_NOTICE}
import type { INodeProperties } from 'n8n-workflow';
${actions.map(([resource]) => `import { ${resource}Properties } from './${resource}.js';`).join('\n')}

/** Every parameter of the node but the authentication. */
export const properties: INodeProperties[] = [
  ${JSON.stringify(resourceProperty)},
  ${actions.map(([resource]) => `...${resource}Properties`).join(',\n  ')},
];
`,
};

function renderProperties(name: string, properties: readonly INodeProperties[]): string {
  return `${GENERATED_NOTICE}
import type { INodeProperties } from 'n8n-workflow';

export const ${name}: INodeProperties[] = ${JSON.stringify(properties)};
`;
}

const triggerGenerator: Generator = {
  path: `${TRIGGER_FOLDER}/properties.ts`,
  render: () => renderProperties('properties', triggerProperties),
};

/** Where n8n looks for what each operation of version 1 of a node gives. */
const schemaGenerators: readonly Generator[] = actions.flatMap(([resource, verbs]) =>
  verbs.map((verb) => ({
    path: `${SCHEMA_FOLDER}/v1.0.0/${resource}/${verb}.json`,
    render: () => JSON.stringify(describeOutput(`${resource}.${verb}`)),
  })),
);

/** The parameters of the n8n nodes, and what the operations of the first give. */
export const n8nGenerators: readonly Generator[] = [
  ...resourceGenerators,
  indexGenerator,
  triggerGenerator,
  ...schemaGenerators,
];
