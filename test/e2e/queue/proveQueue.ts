// Kills a worker and restarts the main of an n8n in queue mode while alerts come in: tsx proveQueue.ts <executions> <alerts>.
// Prints what goes on, and as JSON what was counted.
import { closeAll } from './queueN8n.js';
import { runTrial } from './trial.js';

const [executions = '500', alerts = '400'] = process.argv.slice(2);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void closeAll().finally(() => process.exit(1)));
const count = Number(executions);
const result = await runTrial(
  {
    executions: count,
    alerts: Number(alerts),
    // Twice what two workers take.
    atOnce: 40,
    killAfter: count * 0.4,
    // While nobody has found out yet that the worker's jobs stand still.
    restartAfter: count * 0.6,
    environment: { N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '1' },
  },
  (line) => console.log(line),
);
console.log(JSON.stringify(result, null, 2));

const { afterSecondRound: counts, trigger } = result;
const promises: Readonly<Record<string, boolean>> = {
  'each alert has one open ticket': counts.withOneOpenTicket === counts.alerts && counts.alerts === Number(alerts),
  'each closed ticket names the first': counts.closedOtherwise === 0,
  'each event stands in its ticket, once': counts.eventsMissing + counts.eventsRepeated === 0,
  'those that failed write nothing when they are sent a third time': result.writesOfThirdRound === 0,
  'the trigger gave each ticket once': trigger.missed + trigger.repeated === 0,
};
for (const [promise, holds] of Object.entries(promises)) console.log(`${holds ? 'ok' : 'FAILED'} ${promise}`);
process.exitCode = Object.values(promises).every((holds) => holds) ? 0 : 1;
