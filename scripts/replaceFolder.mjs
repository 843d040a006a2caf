import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** On the same disk as every `dist/`, so that a folder moves there at once. */
const workshop = 'node_modules/.cache/bossdesk-build';

/**
 * Fills a folder anew. Whoever reads it meanwhile, a second build or a running test, meets the folder before or the one
 * after, never one that is half full; where filling fails, the one before stays.
 *
 * @param {string} folder
 * @param {(fresh: string) => Promise<void>} fill
 */
export async function replaceFolder(folder, fill) {
  mkdirSync(workshop, { recursive: true });
  mkdirSync(dirname(folder), { recursive: true });
  const own = mkdtempSync(join(workshop, 'build-'));
  try {
    await fill(join(own, 'fresh'));
    takePlace(join(own, 'fresh'), folder, join(own, 'old'));
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/**
 * @param {string} fresh
 * @param {string} folder
 * @param {string} old
 */
function takePlace(fresh, folder, old) {
  for (let left = 9; ; left -= 1) {
    rmSync(old, { recursive: true, force: true });
    ignore(['ENOENT'], () => renameSync(folder, old));
    // Another build may have been faster in between.
    if (ignore(left > 0 ? ['ENOTEMPTY', 'EEXIST', 'EPERM'] : [], () => renameSync(fresh, folder))) return;
  }
}

/**
 * @param {string[]} codes of failures that are no reason to give up
 * @param {() => void} run
 * @returns {boolean} whether it did not fail
 */
function ignore(codes, run) {
  try {
    run();
    return true;
  } catch (error) {
    if (codes.includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) return false;
    throw error;
  }
}
