// Runs the package.json scripts named on the command line, one after another whatever fails, and ends with one line
// `N passed, N failed`. A script counts as one, except jest's, whose tests count each.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const total = { passed: 0, failed: 0 };
for (const script of process.argv.slice(2)) {
  const { passed, failed } = script.startsWith('jest') ? runJest(script) : runScript(script);
  total.passed += passed;
  total.failed += failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** @param {string} script */
function runScript(script) {
  process.stdout.write(`${script} … `);
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--run', script], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (status !== 0) console.log(stdout + stderr);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {string} script */
function runJest(script) {
  const folder = mkdtempSync(join(tmpdir(), 'bossdesk-jest-'));
  const report = join(folder, 'report.json');
  try {
    // `--ci`: a snapshot that is missing fails, where jest would otherwise write it down.
    const args = ['--run', script, '--', '--ci', '--json', `--outputFile=${report}`];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    return countTests(report, status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} report
 * @param {number | null} status
 */
function countTests(report, status) {
  try {
    /** @type {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number }} */
    const result = JSON.parse(readFileSync(report, 'utf8'));
    // A suite that does not load has no tests to count, yet it failed.
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return { passed: result.numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) };
  } catch {
    console.log('FAILED jest wrote no report');
    return { passed: 0, failed: 1 };
  }
}
