// Times the house beside what people would use otherwise, by turns in one run: npm run bench [-- NAME…].
import { Command } from 'commander';
import { type Result, runMeasure } from './measure.js';
import { measures } from './measures.js';
import { type Block, toRow, toTable, writePage } from './report.js';
import { driftTable } from './tables/drift.js';
import { throttleTable } from './tables/throttle.js';

const tables = [throttleTable, driftTable];
const known = [...measures, ...tables].map(({ name }) => name);

await new Command('bench')
  .description('Times the house beside its peers. Without names: everything, and writes docs/benchmarks.md.')
  .argument('[names...]', `some of: ${known.join(', ')}`)
  .action(run)
  .parseAsync();

async function run(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no measure ${unknown.join(', ')}; see --help`);
  const results: Result[] = [];
  for (const measure of measures) {
    if (names.length > 0 && !names.includes(measure.name)) continue;
    try {
      const result = await runMeasure(measure, say);
      say(toRow(result));
      results.push(result);
    } catch (error) {
      // What the others took an hour for is not lost.
      say(`${measure.name} could not be measured: ${String(error)}`);
      process.exitCode = 1;
    }
  }
  const blocks: Block[] = results.length === 0 ? [] : [{ title: 'Beside peers', lines: toTable(results) }];
  for (const table of tables) {
    if (names.length > 0 && !names.includes(table.name)) continue;
    blocks.push({ title: table.title, lines: await table.run(say) });
  }
  for (const { title, lines } of blocks) process.stdout.write(`\n${title}\n\n${lines.join('\n')}\n`);
  if (names.length === 0) await writePage(blocks);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
