import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strykerPlugins as jestPlugins, strykerValidationSchema } from '@stryker-mutator/jest-runner';

// Stryker's jest runner chooses the tests that cover a mutant by their names, yet loads every test file from which the
// mutant can be reached, which for core is each of them. This one hands jest only the files of those tests.

/** @typedef {{ testFilter?: string[] }} MutantRun */
/** @typedef {{ status: string, tests?: { id: string, fileName?: string }[] }} DryRunResult */
/**
 * @typedef {object} Runner
 * @property {(options: unknown) => Promise<DryRunResult>} dryRun
 * @property {(options: MutantRun) => Promise<unknown>} mutantRun
 * @property {(settings: object) => Promise<unknown>} run what both end in
 */

const [jest] =
  /** @type {[{ kind: string, name: string, factory: ((injector: unknown) => Runner) & { inject: string[] } }]} */ (
    /** @type {unknown} */ (jestPlugins)
  );

/** Beside the sources under test: a worker that is started anew after a time-out has made no dry run of its own. */
const listFile = () => join(process.cwd(), 'test-files.json');

/** @param {unknown} injector */
function createRunner(injector) {
  const runner = jest.factory(injector);
  const { dryRun, mutantRun, run } = runner;
  /** @type {string[] | undefined} */
  let testFiles;
  return Object.assign(runner, {
    /** @param {unknown} options */
    async dryRun(options) {
      const result = await dryRun.call(runner, options);
      /** @type {Record<string, string[]>} */
      const list = {};
      for (const { id, fileName = '' } of result.tests ?? []) list[id] = [...(list[id] ?? []), fileName];
      writeFileSync(listFile(), JSON.stringify(list));
      return result;
    },
    /** @param {MutantRun} options */
    async mutantRun(options) {
      /** @type {Record<string, string[]>} */
      const list = JSON.parse(readFileSync(listFile(), 'utf8'));
      testFiles = options.testFilter && [...new Set(options.testFilter.flatMap((id) => list[id] ?? []))];
      try {
        return await mutantRun.call(runner, options);
      } finally {
        testFiles = undefined;
      }
    },
    /** @param {object} settings */
    run: (settings) => run.call(runner, { ...settings, ...(testFiles === undefined ? {} : { testFiles }) }),
  });
}
createRunner.inject = jest.factory.inject;

export const strykerPlugins = [{ ...jest, name: 'jest-by-file', factory: createRunner }];
export { strykerValidationSchema };
