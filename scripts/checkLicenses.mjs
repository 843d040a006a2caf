// Compares the licences of what the published packages carry along with those below. The development dependencies of
// those packages count too: the MCP server's bundle takes them in.
import { execFileSync } from 'node:child_process';
import { manifest } from './pnpm.mjs';
import { libraries } from './publishedPackages.mjs';

// Licences that ask for nothing but their own text (THIRD_PARTY_LICENSES.md of the bundle) in a work under MIT. For any
// other, a choice such as "(MIT OR GPL-2.0)" included, a person has to look and decide. CC0 gives up all rights: mdn-data,
// the descriptions of CSS that css-tree brings along and that the bundle leaves out.
const allowedLicenses = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  '0BSD',
  'CC0-1.0',
]);

/**
 * Licences of packages whose manifest names none, read in their LICENSE file.
 *
 * @type {Record<string, string>}
 */
const readLicenses = { 'rails-timezone 1.2.0': 'MIT' };

/** @typedef {{ name: string, versions: string[] }} Dependency */
/** @type {Record<string, Dependency[]>} */
const byLicense = JSON.parse(
  execFileSync(
    'npx',
    [
      '--yes',
      '--loglevel=error',
      manifest.packageManager,
      'licenses',
      'list',
      '--json',
      ...libraries.map((name) => `--filter=${name}`),
    ],
    { encoding: 'utf8', maxBuffer: 64 << 20, shell: process.platform === 'win32' },
  ),
);

const dependencies = Object.entries(byLicense).flatMap(([license, list]) =>
  list.map(({ name, versions }) => {
    const label = `${name} ${versions.join(', ')}`;
    return { license: readLicenses[label] ?? license, label };
  }),
);
// An answer without any would mean that pnpm was asked for the wrong packages.
if (dependencies.length === 0) throw new Error('pnpm found no dependencies to check');
const refused = dependencies.filter(({ license }) => !allowedLicenses.has(license));
for (const { license, label } of refused) console.error(`${label} is under ${license}`);
console.log(`${String(dependencies.length - refused.length)} of ${String(dependencies.length)} licences are allowed`);
process.exitCode = refused.length === 0 ? 0 : 1;
