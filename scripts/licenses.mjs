import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The licence texts of the packages that a bundle took in, which their licences ask to hand on.
 *
 * @param {import('esbuild').Metafile} metafile
 */
export function collectLicenses(metafile) {
  const inputs = Object.keys(metafile.inputs).filter((file) => file.includes('node_modules/'));
  const sections = [...new Set(inputs.map(findPackageFolder))].map((folder) => {
    const { name, version, license } = readManifest(folder);
    const texts = globSync('{licen[cs]e,LICEN[CS]E}*', { cwd: folder }).map((file) =>
      readFileSync(join(folder, file), 'utf8').trim(),
    );
    // The text says it where a manifest does not.
    return [`## ${name} ${version}${license === undefined ? '' : ` (${license})`}`, ...texts].join('\n\n');
  });
  return `${['# Packages bundled in here', ...sections.sort()].join('\n\n')}\n`;
}

/**
 * The nearest folder above whose package.json has a name; `dist/esm/package.json` and the like have none.
 *
 * @param {string} file
 * @returns {string}
 */
function findPackageFolder(file) {
  const folder = dirname(file);
  const isPackage = existsSync(join(folder, 'package.json')) && readManifest(folder).name !== undefined;
  return isPackage ? folder : findPackageFolder(folder);
}

/**
 * @param {string} folder
 * @returns {{ name: string, version: string, license?: string }}
 */
function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
