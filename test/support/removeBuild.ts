import { rmSync } from 'node:fs';

/** After the tests of a run: removes what build.ts built for it. */
export default function removeBundles(): void {
  for (const variable of ['BOSSDESK_TEST_NODE_PACKAGE', 'BOSSDESK_TEST_MCP_PACKAGE']) {
    const folder = process.env[variable];
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    Reflect.deleteProperty(process.env, variable);
  }
}
