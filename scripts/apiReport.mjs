// Writes down core's public types, one report for each entry of its package.json, so that a change of them shows in
// review. With --check it writes nothing and fails when a report is not what the built types say. Needs `dist/`.
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { publishedPackages } from './publishedPackages.mjs';

const check = process.argv.includes('--check');
const projectFolder = fileURLToPath(new URL('../packages/core', import.meta.url));
const packageJsonFullPath = join(projectFolder, 'package.json');
const reportFolder = join(projectFolder, 'etc');
const reportTempFolder = mkdtempSync(join(tmpdir(), 'bossdesk-api-'));
const { name = '', exports = {} } = publishedPackages.find(({ folder }) => folder === 'packages/core')?.manifest ?? {};

if (!check) mkdirSync(reportFolder, { recursive: true });
const entries = Object.entries(exports).flatMap(([entry, { types }]) =>
  types === undefined
    ? []
    : [{ types: join(projectFolder, types), name: [name, ...entry.split('/').slice(1)].join('-') }],
);
/**
 * What is compiled once for all entries.
 *
 * @type {CompilerState | undefined}
 */
let compilerState;
/** @type {string[]} */
const reports = [];
/** @type {string[]} */
const stale = [];
for (const { types, name: report } of entries) {
  const reportFileName = `${report}.api.md`;
  reports.push(reportFileName);
  if (!existsSync(join(reportFolder, reportFileName)) && check) stale.push(reportFileName);
  else if (!writeReport(types, reportFileName)) stale.push(reportFileName);
}
// An entry that is no more leaves its report behind.
for (const file of globSync('*.api.md', { cwd: reportFolder }).filter((found) => !reports.includes(found))) {
  if (check) stale.push(file);
  else rmSync(join(reportFolder, file));
}
rmSync(reportTempFolder, { recursive: true, force: true });

if (check && stale.length > 0) {
  console.error(`${stale.join(', ')}: not what the sources say; run node --run api:report and look at the difference`);
  process.exitCode = 1;
}

/**
 * @param {string} types
 * @param {string} reportFileName
 * @returns {boolean} Whether the report was up to date.
 */
function writeReport(types, reportFileName) {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder,
      mainEntryPointFilePath: types,
      compiler: { tsconfigFilePath: join(projectFolder, 'tsconfig.build.json') },
      apiReport: { enabled: true, reportFileName, reportFolder, reportTempFolder },
      newlineKind: 'lf',
    },
    configObjectFullPath: undefined,
    packageJsonFullPath,
  });
  compilerState ??= CompilerState.create(config, { additionalEntryPoints: entries.map((entry) => entry.types) });
  const { apiReportChanged } = Extractor.invoke(config, {
    compilerState,
    localBuild: !check,
    // It speaks of each file that it writes or would write; what matters is said above.
    messageCallback: (message) => {
      if (message.messageId.startsWith('console-')) message.logLevel = ExtractorLogLevel.None;
    },
  });
  return !apiReportChanged;
}
