// Kills n8n in the middle of polling, again and again: tsx proveKills.ts <engine> <times>. Prints a line a kill, and what
// was lost and repeated in the end; the last line is JSON.
import { engines, type Engine, killWhilePolling, openTrial } from './trial.js';

const [engine = 'durable', times = '50'] = process.argv.slice(2);
if (!Object.hasOwn(engines, engine))
  throw new Error(`There is no engine "${engine}": ${Object.keys(engines).join(', ')}`);
const trial = await openTrial(engine as Engine);
// Its n8n and its folders go with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void trial.close().then(() => process.exit(1)));
try {
  const counts = await killWhilePolling(trial, Number(times), ({ created, lost, repeated, undone }, kill) => {
    console.log(`kill ${kill}: ${created} tickets, ${lost} not yet given, ${repeated} repeated, ${undone} cut off`);
  });
  console.log(JSON.stringify(counts));
} finally {
  await trial.close();
}
