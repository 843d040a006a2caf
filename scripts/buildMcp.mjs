// Bundles the MCP server into mcp-server/dist/, or the folder named on the command line: bin.js, and chunks for what it
// imports when needed (undici only at the first call to BOSSDesk). A host waits for this program to start, so what it
// reads from disk is kept small.
import { chmodSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { collectLicenses } from './licenses.mjs';
import { replaceFolder } from './replaceFolder.mjs';

await replaceFolder(process.argv[2] ?? 'mcp-server/dist', async (outdir) => {
  const { metafile } = await build({
    entryPoints: ['mcp-server/src/bin.ts'],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // A file with other letters takes two bytes for each in memory, and longer to be read and compiled.
    charset: 'ascii',
    minify: true,
    // THIRD_PARTY_LICENSES.md holds them.
    legalComments: 'none',
    // Large, and wanted only with --sandbox: a dependency of its own.
    external: ['bossdesk-sandbox'],
    alias: { '@modelcontextprotocol/server/_shims': './mcp-server/src/sdkShims.ts' },
    banner: {
      // CommonJS packages inside the bundle ask for Node built-ins with `require`.
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    metafile: true,
    logLevel: 'warning',
  });
  writeFileSync(`${outdir}/THIRD_PARTY_LICENSES.md`, collectLicenses(metafile));
  chmodSync(`${outdir}/bin.js`, 0o755);
});
