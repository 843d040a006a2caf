import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { NOT_CHOSEN, SHARE } from './sample.mjs';
import { strykerPlugins as jestPlugins, strykerValidationSchema } from '@stryker-mutator/jest-runner';

// Stryker's jest runner chooses the tests that cover a mutant by their names, yet loads every test file from which the
// mutant can be reached, and all of them to the end. This one hands jest only the files of those tests, and a few at a
// time: first those that noticed most mutants of the same source so far, then those that are called like it.

/** @typedef {{ sandboxFileName: string, testFilter?: string[], activeMutant: { id: string } }} MutantRun */
/** @typedef {{ status: string, killedBy?: string[] | string, errorMessage?: string }} MutantResult */
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

/**
 * The words that a file is called by: `list` and `records` of `listRecords.test.ts`.
 *
 * @param {string} path
 */
const wordsOf = (path) =>
  (basename(path).split('.')[0] ?? '').split(/(?=[A-Z])/).map((word) => word.toLowerCase().replace(/s$/, ''));

/**
 * Whether a mutant belongs to the sample: the same ones for the same sources. Those left out end in an error, which counts
 * for nothing.
 *
 * @param {string} id
 */
const isChosen = (id) => createHash('sha256').update(id).digest().readUInt32BE() / 2 ** 32 < SHARE;

/** @param {unknown} injector */
function createRunner(injector) {
  const runner = jest.factory(injector);
  const { dryRun, mutantRun, run } = runner;
  /**
   * How many mutants of a source each test file noticed.
   *
   * @type {Map<string, Map<string, number>>}
   */
  const noticedBy = new Map();
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
      const { testFilter, sandboxFileName, activeMutant } = options;
      if (!isChosen(activeMutant.id)) return { status: 'error', errorMessage: NOT_CHOSEN };
      if (testFilter === undefined) return mutantRun.call(runner, options);
      /** @type {Record<string, string[]>} */
      const list = JSON.parse(readFileSync(listFile(), 'utf8'));
      const noticed = noticedBy.get(sandboxFileName) ?? new Map();
      noticedBy.set(sandboxFileName, noticed);
      const files = [...new Set(testFilter.flatMap((id) => list[id] ?? []))].sort(
        (one, other) => rank(other) - rank(one),
      );
      /** @param {string} file */
      function rank(file) {
        return (
          (noticed.get(file) ?? 0) + (wordsOf(file).some((word) => wordsOf(sandboxFileName).includes(word)) ? 0.5 : 0)
        );
      }
      for (let [from, count] = [0, 1]; ; from += count, count *= 2) {
        const result = await runFiles(options, files.slice(from, from + count));
        const [noticedIn] = [result.killedBy ?? []].flat().flatMap((id) => list[id] ?? []);
        if (noticedIn !== undefined) noticed.set(noticedIn, (noticed.get(noticedIn) ?? 0) + 1);
        if (result.status !== 'survived' || from + count >= files.length) return result;
      }
    },
    /** @param {object} settings */
    run: (settings) => run.call(runner, { ...settings, ...(testFiles === undefined ? {} : { testFiles }) }),
  });
}
createRunner.inject = jest.factory.inject;

export const strykerPlugins = [{ ...jest, name: 'jest-by-file', factory: createRunner }];
export { strykerValidationSchema };
