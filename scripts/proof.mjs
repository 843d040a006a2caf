// The proofs that take longer than anybody waits for, `npm run proof [-- NAME [ARGUMENT…]]`: by default all of them, one
// after another. Each prints what it found, and what it promises decides the exit code.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { NOT_CHOSEN } from '../test/mutation/sample.mjs';

/** Of the planted faults, the tests have to notice as many. */
const LEAST_PERCENT = 80;

/** @type {Record<string, { what: string, run: (args: readonly string[]) => boolean }>} */
const proofs = {
  mutants: { what: 'faults put into the sources are noticed by the tests [core, node, server]', run: proveMutants },
  queue: {
    what: 'n8n in queue mode, a worker killed and the main restarted: one open ticket an alert [executions, alerts]',
    run: proveQueue,
  },
  sizing: { what: 'executions a second in queue mode, as a table [alerts]', run: measureQueue },
  kills: { what: 'n8n killed while the trigger polls: nothing lost, nothing repeated [times]', run: proveKills },
};

const [name, ...args] = process.argv.slice(2);
const chosen = Object.entries(proofs).filter(([known]) => name === undefined || known === name);
if (chosen.length === 0) {
  console.error(`There is no proof "${name ?? ''}". There are:`);
  for (const [known, { what }] of Object.entries(proofs)) console.error(`  ${known.padEnd(8)} ${what}`);
  process.exit(1);
}
const results = chosen.map(([known, { run }]) => ({ known, holds: run(args) }));
for (const { known, holds } of results) console.log(`${holds ? 'ok' : 'FAILED'} ${known}`);
process.exitCode = results.every(({ holds }) => holds) ? 0 : 1;

/**
 * Runs StrykerJS on each target; what did not change since the last run is taken from it (`coverage/mutation`). With
 * `MUTATION_SHARE=0.1` it tries a tenth of the mutants.
 *
 * @param {readonly string[]} targets all of them by default
 */
function proveMutants(targets) {
  const all = targets.length === 0 ? ['core', 'node', 'server'] : targets;
  const outcomes = all.map((target) => {
    const started = Date.now();
    rmSync(reportOf(target), { force: true });
    spawnSync('stryker', ['run', `test/mutation/${target}.config.mjs`], { stdio: 'inherit' });
    const minutes = ((Date.now() - started) / 60_000).toFixed(0);
    if (!existsSync(reportOf(target))) return { holds: false, line: `${target}: the run was not finished` };
    const { percent, words } = readScore(target);
    return { holds: percent >= LEAST_PERCENT, line: `${target}: ${words} (${minutes} min)` };
  });
  for (const { line } of outcomes) console.log(line);
  return outcomes.every(({ holds }) => holds);
}

/** @param {string} target */
function reportOf(target) {
  return `coverage/mutation/${target}.json`;
}

/**
 * Stryker's own score would count what a sample leaves out.
 *
 * @param {string} target
 */
function readScore(target) {
  /** @type {{ files: Record<string, { mutants: { status: string, statusReason?: string }[] }> }} */
  const { files } = JSON.parse(readFileSync(reportOf(target), 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (/** @type {string[]} */ ...statuses) => mutants.filter((one) => statuses.includes(one.status)).length;
  const [noticed, survived, unreached] = [count('Killed', 'Timeout'), count('Survived'), count('NoCoverage')];
  const notTried = mutants.filter(({ statusReason }) => statusReason?.includes(NOT_CHOSEN)).length;
  // Those that no test reaches are known of all of them.
  const reached = 1 - unreached / (noticed + survived + unreached + notTried);
  const percent = (100 * reached * noticed) / (noticed + survived);
  const of = notTried === 0 ? '' : `, a sample of the ${noticed + survived + notTried} that tests reach`;
  const words = `${percent.toFixed(1)} %: ${noticed} of ${noticed + survived} mutants noticed${of}; ${unreached} not reached, ${count('Ignored')} left out`;
  return { percent, words };
}

/**
 * Kills a real n8n in the middle of polling, on each of its engines. The durable one must lose and repeat nothing; what
 * the other does is printed, for docs/trigger.md.
 *
 * @param {readonly string[]} args how many times, 50 by default
 */
function proveKills([times = '50']) {
  // The trial loads the packages as built.
  if (spawnSync('node', ['--run', 'build'], { stdio: 'inherit' }).status !== 0) return false;
  const outcomes = ['durable', 'default'].map((engine) => {
    const script = ['--import', 'tsx', 'test/e2e/trigger/proveKills.ts', engine, times];
    const { status, stdout } = spawnSync('node', script, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    process.stdout.write(stdout);
    const last = stdout.trim().split('\n').at(-1) ?? '';
    /** @type {{ created: number, lost: number, repeated: number } | undefined} */
    const counts = status === 0 ? JSON.parse(last) : undefined;
    const holds = counts !== undefined && (engine === 'default' || counts.lost + counts.repeated === 0);
    return { holds, line: `${engine}: ${times} kills, ${last}` };
  });
  for (const { line } of outcomes) console.log(line);
  return outcomes.every(({ holds }) => holds);
}

/**
 * Sends alerts to the alert recipe on an n8n in queue mode, for docs/queue-mode.md. The script itself says what must hold.
 *
 * @param {readonly string[]} args how many executions, 500 by default, and of how many alerts, 400 by default
 */
function proveQueue(args) {
  return runBuilt('test/e2e/queue/proveQueue.ts', args);
}

/**
 * Prints the table of docs/queue-mode.md anew.
 *
 * @param {readonly string[]} args how many alerts to measure with, 300 by default
 */
function measureQueue(args) {
  return runBuilt('test/e2e/queue/measureQueue.ts', args);
}

/**
 * Runs a script that loads the packages as built.
 *
 * @param {string} script
 * @param {readonly string[]} args
 */
function runBuilt(script, args) {
  if (spawnSync('node', ['--run', 'build'], { stdio: 'inherit' }).status !== 0) return false;
  return spawnSync('node', ['--import', 'tsx', script, ...args], { stdio: 'inherit' }).status === 0;
}
