// Times the house beside what people would use otherwise, by turns in one run: npm run bench [-- NAME…].
import { Command } from 'commander';
import { type Result, runMeasure } from './measure.js';
import { measures } from './measures.js';
import { toRow, toTable, writePage } from './report.js';

await new Command('bench')
  .description('Times the house beside its peers. Without names: everything, and writes docs/benchmarks.md.')
  .argument('[names...]', `some of: ${measures.map(({ name }) => name).join(', ')}`)
  .action(run)
  .parseAsync();

async function run(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !measures.some((measure) => measure.name === name));
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
  process.stdout.write(`${toTable(results)}\n`);
  if (names.length === 0) await writePage(results);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
