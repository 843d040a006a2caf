import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What tools that tests start keep for the next time, wherever the temporary folder is. */
const keptByTools = /^(node-compile-cache|tsx-\d+|pnpm-\w+-\w+-locks-\d+|pnpm-modules-swaps-\d+|npx-.*)$/;

const OWN = 'bossdesk-run-';

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
    removeAbandoned(this.#before);
    this.#own = mkdtempSync(join(this.#before, `${OWN}${process.pid}-`));
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

/**
 * A run that was killed could not clean up.
 *
 * @param {string} folder
 */
function removeAbandoned(folder) {
  for (const name of readdirSync(folder)) {
    const [, pid] = new RegExp(`^${OWN}(\\d+)-`).exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One of another user is there as well.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} folder */
function useAsTmpdir(folder) {
  for (const variable of process.platform === 'win32' ? ['TEMP', 'TMP'] : ['TMPDIR']) process.env[variable] = folder;
}
