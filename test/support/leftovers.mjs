import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What tools that tests start keep for the next time, wherever the temporary folder is. */
const keptByTools = /^(node-compile-cache|tsx-\d+|pnpm-\w+-\w+-locks-\d+|pnpm-modules-swaps-\d+|npx-.*)$/;

/**
 * A reporter of jest: gives the run a temporary folder of its own, which processes that it starts inherit, and fails
 * the run when a test leaves something there.
 */
export default class Leftovers {
  /** @type {Error | undefined} */
  #error;
  #before = tmpdir();
  #own = this.#before;

  onRunStart() {
    this.#error = undefined;
    this.#own = mkdtempSync(join(this.#before, 'bossdesk-run-'));
    useAsTmpdir(this.#own);
  }

  onRunComplete() {
    const left = readdirSync(this.#own).filter((name) => !keptByTools.test(name));
    useAsTmpdir(this.#before);
    rmSync(this.#own, { recursive: true, force: true });
    if (left.length === 0) return;
    this.#error = new Error(`Tests left in the temporary folder: ${left.sort().join(', ')}`);
    console.error(`\n${this.#error.message}`);
  }

  /** Jest fails a run where this gives something. */
  getLastError() {
    return this.#error;
  }
}

/** @param {string} folder */
function useAsTmpdir(folder) {
  for (const variable of process.platform === 'win32' ? ['TEMP', 'TMP'] : ['TMPDIR']) process.env[variable] = folder;
}
