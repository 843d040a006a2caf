// Runs the package.json scripts named on the command line, whatever fails, as many at once as there are cores, and ends
// with one line `N passed, N failed`. A script counts as one, except jest's, whose tests count each. What a script
// prints is shown when it fails.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ code: number | null, output: string }} Outcome */

const cores = availableParallelism();
const scripts = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
// Tests load what `build` writes, so it goes first and they wait for it. They take longest, so they go next.
const build = scripts.includes('build') ? runScript('build') : Promise.resolve();
const isJest = (/** @type {string} */ script) => script.startsWith('jest');
const others = scripts.filter((script) => script !== 'build' && !isJest(script));
await Promise.all([
  build.then(() => runEach(scripts.filter(isJest), runJest)),
  ...Array.from({ length: Math.max(1, cores - 1) }, () => runEach(others, runScript)),
]);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * One after another; several that share a list share the work.
 *
 * @param {string[]} list
 * @param {(script: string) => Promise<void>} run
 */
async function runEach(list, run) {
  for (let script = list.shift(); script !== undefined; script = list.shift()) await run(script);
}

/** @param {string} script */
async function runScript(script) {
  const started = Date.now();
  const outcome = await runToEnd(script);
  report(script, started, outcome, outcome.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/** @param {string} script */
async function runJest(script) {
  const folder = mkdtempSync(join(tmpdir(), 'bossdesk-jest-'));
  const started = Date.now();
  try {
    const file = join(folder, 'report.json');
    // `--ci`: a snapshot that is missing fails, where jest would otherwise write it down.
    const args = ['--ci', `--maxWorkers=${workers()}`, '--json', `--outputFile=${file}`];
    const outcome = await runToEnd(script, args);
    report(script, started, outcome, countTests(file, outcome.code));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Jest's own default leaves one core for itself, which has little to do; of two that is half. */
function workers() {
  return Math.min(cores, Math.max(2, cores - 1));
}

/**
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<Outcome>}
 */
function runToEnd(script, args = []) {
  const child = spawn(process.execPath, ['--run', script, '--', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const output = [];
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => output.push(chunk));
  child.stderr.on('data', (/** @type {Buffer} */ chunk) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(output).toString() }));
  });
}

/**
 * @param {string} script
 * @param {number} started
 * @param {Outcome} outcome
 * @param {Counts} counts
 */
function report(script, started, { output }, { passed, failed }) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${script} … ${failed === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (failed > 0) console.log(output);
  total.passed += passed;
  total.failed += failed;
}

/**
 * @param {string} file
 * @param {number | null} code
 * @returns {Counts}
 */
function countTests(file, code) {
  try {
    /** @type {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number }} */
    const result = JSON.parse(readFileSync(file, 'utf8'));
    // A suite that does not load has no tests to count, yet it failed.
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return { passed: result.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
  } catch {
    console.log('FAILED jest wrote no report');
    return { passed: 0, failed: 1 };
  }
}
