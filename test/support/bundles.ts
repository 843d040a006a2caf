import { join } from 'node:path';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';

// Jest builds both anew for each run (build.ts); without it, in the demo, they are what `node --run build` made.

/** The n8n package: its package.json and `dist/`. */
export const nodePackageFolder = process.env['BOSSDESK_TEST_NODE_PACKAGE'] ?? REPOSITORY_ROOT;

/** The MCP server's package. */
export const mcpPackageFolder = process.env['BOSSDESK_TEST_MCP_PACKAGE'] ?? join(REPOSITORY_ROOT, 'mcp-server');
