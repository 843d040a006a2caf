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
    killAfter: count * 0.4,
    // While nobody has found out yet that the worker's jobs stand still.
    restartAfter: count * 0.6,
    environment: { N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '1' },
  },
  (line) => console.log(line),
);
console.log(JSON.stringify(result, null, 2));
