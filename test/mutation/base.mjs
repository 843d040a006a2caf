import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHARE } from './sample.mjs';

/** @param {string} file */
const besideThis = (file) => fileURLToPath(new URL(file, import.meta.url));

/**
 * What the three mutation runs share. Sources are changed in a copy below the system's folder for temporary files, so
 * that neither jest nor the checks find a second repository inside this one.
 *
 * @param {string} name of the target, for its reports below `coverage/mutation`
 * @param {{ mutate: string[], jest: Record<string, unknown> }} target
 */
export function defineTarget(name, { mutate, jest }) {
  const reports = `coverage/mutation/${name}`;
  return {
    mutate: [...mutate, '!**/*.test.ts', '!**/*.test-d.ts'],
    testRunner: 'jest-by-file',
    // pnpm keeps packages apart, so Stryker's own search for plugins finds none.
    plugins: [besideThis('jestByFile.mjs')],
    jest: {
      projectType: 'custom',
      configFile: 'jest.config.mjs',
      config: {
        // A change that makes a test wait for ever is noticed soon.
        testTimeout: 2_500,
        testEnvironment: besideThis('failFastEnvironment.cjs'),
        // Bundles would hide the sources, which is what is changed here.
        globalSetup: null,
        globalTeardown: null,
        ...jest,
      },
      // The runner above knows which tests reach what.
      enableFindRelatedTests: false,
    },
    coverageAnalysis: 'perTest',
    // Code that runs once while a module loads is covered by every test: each such mutant would run them all, for tables
    // that the tests of what is derived from them (declaration, panel, schemas) prove anyway.
    ignoreStatic: true,
    // What a sample leaves out is not known the next time.
    incremental: SHARE === 1,
    incrementalFile: `${reports}.incremental.json`,
    reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
    htmlReporter: { fileName: `${reports}.html` },
    jsonReporter: { fileName: `${reports}.json` },
    // Below which it fails is said by `npm run proof`, which knows what a sample leaves out.
    thresholds: { high: 90, low: 80, break: null },
    // The machine is shared, and tests that wait for a timer are the first to fail when it is short of time.
    concurrency: Number(process.env.MUTATION_WORKERS ?? 1),
    timeoutMS: 12_000,
    tempDirName: join(tmpdir(), 'bossdesk-mutation'),
    ignorePatterns: ['dist', 'coverage', 'docs/api*'],
    // swc does not check types, and a worktree's tsconfig needs no rewriting.
    disableTypeChecks: false,
  };
}
