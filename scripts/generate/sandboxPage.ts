import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { GENERATED_NOTICE, type Generator } from './generator.js';

const FOLDER = 'packages/sandbox/src/page/browser';

/**
 * The sandbox's page in one module, so that it is there wherever the sandbox runs from: sources, its package, another
 * bundle. Nothing is minified, which nobody would notice on a loopback address.
 */
export const sandboxPageGenerator: Generator = {
  path: 'packages/sandbox/src/page/generated/assets.ts',
  async render() {
    const read = (file: string): Promise<string> => readFile(`${FOLDER}/${file}`, 'utf8');
    // Addresses without an extension, which Rails would take for a format.
    const assets = {
      '/': { type: 'text/html; charset=utf-8', content: await read('index.html') },
      '/ui/script': { type: 'text/javascript; charset=utf-8', content: await bundle() },
      '/ui/style': { type: 'text/css; charset=utf-8', content: await read('style.css') },
      '/ui/icon': { type: 'image/svg+xml', content: await read('icon.svg') },
    };
    const entries = Object.entries(assets).map(
      ([path, { type, content }]) => `'${path}': { type: '${type}', content: ${quote(content)} },`,
    );
    return [
      GENERATED_NOTICE.replace('packages/core/src/operations and schemas', FOLDER),
      '',
      '/** What browsers get, by its path. */',
      `export const assets: Readonly<Record<string, { readonly type: string; readonly content: string }>> = {`,
      ...entries,
      '};',
      '',
    ].join('\n');
  },
};

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${FOLDER}/main.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

const quote = (text: string): string =>
  `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``;
