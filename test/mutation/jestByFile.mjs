import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strykerPlugins as jestPlugins, strykerValidationSchema } from '@stryker-mutator/jest-runner';

// Stryker's jest runner chooses the tests that cover a mutant by their names, yet loads every test file from which the
// mutant can be reached, and all of them to the end. This one hands jest only the files of those tests, first the one
// that noticed the last mutant of the same source: mostly, that one notices this too.

/** @typedef {{ sandboxFileName: string, testFilter?: string[] }} MutantRun */
/** @typedef {{ status: string, killedBy?: string[] | string }} MutantResult */
/** @typedef {{ status: string, tests?: { id: string, fileName?: string }[] }} DryRunResult */
/**
 * @typedef {object} Runner
 * @property {(options: unknown) => Promise<DryRunResult>} dryRun
 * @property {(options: MutantRun) => Promise<MutantResult>} mutantRun
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
  /** @type {Map<string, string>} */
  const lastNoticedIn = new Map();
  /** @type {string[] | undefined} */
  let testFiles;

  /**
   * @param {MutantRun} options
   * @param {string[]} files
   */
  const runFiles = async (options, files) => {
    testFiles = files;
    try {
      return await mutantRun.call(runner, options);
    } finally {
      testFiles = undefined;
    }
  };

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
      const { testFilter, sandboxFileName } = options;
      if (testFilter === undefined) return mutantRun.call(runner, options);
      /** @type {Record<string, string[]>} */
      const list = JSON.parse(readFileSync(listFile(), 'utf8'));
      const files = [...new Set(testFilter.flatMap((id) => list[id] ?? []))];
      const likely = lastNoticedIn.get(sandboxFileName);
      const first = files.filter((file) => file === likely);
      const others = files.filter((file) => file !== likely);
      let result = await runFiles(options, first.length > 0 ? first : others);
      if (result.status === 'survived' && first.length > 0 && others.length > 0)
        result = await runFiles(options, others);
      const [noticedIn] = [result.killedBy ?? []].flat().flatMap((id) => list[id] ?? []);
      if (noticedIn !== undefined) lastNoticedIn.set(sandboxFileName, noticedIn);
      return result;
    },
    /** @param {object} settings */
    run: (settings) => run.call(runner, { ...settings, ...(testFiles === undefined ? {} : { testFiles }) }),
  });
}
createRunner.inject = jest.factory.inject;

export const strykerPlugins = [{ ...jest, name: 'jest-by-file', factory: createRunner }];
export { strykerValidationSchema };
