import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Generator, GENERATED_NOTICE } from './generator.js';

const CORE = 'packages/core/src';

/** Files beside the resources' own: what a resource is made of. */
const foundations: Readonly<Record<'operations' | 'schemas', readonly string[]>> = {
  operations: ['all', 'index', 'operation'],
  schemas: ['all', 'fields', 'index', 'jsonSchema', 'outputs', 'parents', 'proof', 'schema'],
};

/** The files of a folder that declare a resource, without their extension. */
export function listResources(folder: 'operations' | 'schemas'): string[] {
  return readdirSync(join(CORE, folder))
    .filter((file) => file.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(file))
    .map((file) => basename(file, '.ts'))
    .filter((name) => !foundations[folder].includes(name))
    .sort();
}

/** `operations/all.ts`: every file that declares routes, so that none is forgotten. */
const operationsIndex: Generator = {
  path: `${CORE}/operations/all.ts`,
  render: () => {
    const names = listResources('operations');
    return `${GENERATED_NOTICE}
${names.map((name) => `import * as ${name} from './${name}.js';`).join('\n')}

export const modules = {
${names.map((name) => `...${name},`).join('\n')}
};
`;
  },
};

/** `schemas/all.ts`: the zod schemas of every operation, by its id. */
const schemasIndex: Generator = {
  path: `${CORE}/schemas/all.ts`,
  render: () => {
    const files = listResources('schemas').map((name) => ({ name, constant: findConstant(name) }));
    return `${GENERATED_NOTICE}
${files.map(({ name, constant }) => `import { ${constant} } from './${name}.js';`).join('\n')}
import type { SchemaProof } from './proof.js';

/** The zod schemas of every operation: \`schemas['tickets.create'].body\`. */
export const schemas = {
${files.map(({ constant }) => `...${constant},`).join('\n')}
} satisfies SchemaProof;
`;
  },
};

function findConstant(name: string): string {
  const path = `${CORE}/schemas/${name}.ts`;
  const constant = /^export const (\w+Schemas) = /m.exec(readFileSync(path, 'utf8'))?.[1];
  if (constant === undefined) {
    throw new Error(
      `${path}: exports no schemas. Write \`export const …Schemas = { 'resource.verb': { output: … } }\`, or add the file to the foundations in scripts/generate/indexes.ts`,
    );
  }
  return constant;
}

export const indexGenerators: readonly Generator[] = [operationsIndex, schemasIndex];
