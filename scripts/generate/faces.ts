import { clientTypeGenerators } from './clientTypes.js';
import { coverageGenerator } from './coverage.js';
import type { Pass } from './generator.js';
import { n8nFolders, n8nGenerators } from './n8n.js';
import { openapiGenerator } from './openapi.js';
import { readmeGenerator } from './readme.js';
import { sandboxPageGenerator } from './sandboxPage.js';
import { toolListGenerator } from './toolList.js';
import { toolsGenerator } from './tools.js';

/** What people see of the declaration; it stands on the rules that the pass before wrote. */
export const faces: Pass = {
  generators: [
    ...clientTypeGenerators,
    ...n8nGenerators,
    coverageGenerator,
    toolsGenerator,
    toolListGenerator,
    openapiGenerator,
    readmeGenerator,
    sandboxPageGenerator,
  ],
  folders: n8nFolders,
};
