// Bundles the n8n package into dist/, or the folder named on the command line: one CommonJS file per node and credential
// that requires nothing but n8n-workflow.
import { cpSync, globSync } from 'node:fs';
import { build } from 'esbuild';
import { replaceFolder } from './replaceFolder.mjs';

await replaceFolder(process.argv[2] ?? 'dist', async (outdir) => {
  const { metafile } = await build({
    entryPoints: globSync(['nodes/**/*.node.ts', 'credentials/*.credentials.ts']),
    outdir,
    outbase: '.',
    bundle: true,
    format: 'cjs',
    // Neutral, so that a Node built-in, which n8n's review refuses, is a build error.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    charset: 'utf8',
    external: ['n8n-workflow'],
    metafile: true,
    logLevel: 'warning',
  });

  const foreign = Object.keys(metafile.inputs).filter((file) => file.includes('node_modules/'));
  if (foreign.length > 0) throw new Error(`The n8n bundle carries no library, but holds ${foreign.join(', ')}`);

  // Icons, codex files and output schemas, each where the code that names it expects it.
  const assets = ['{nodes,credentials,icons}/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'];
  for (const file of globSync(assets)) cpSync(file, `${outdir}/${file}`);
});
