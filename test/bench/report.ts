import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { type Goal, type Result, toText } from './measure.js';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const [BEGIN, END] = ['<!-- begin: written by npm run bench -->', '<!-- end -->'];

const HEAD = [
  '| measure | peer in the same run | ours | peer | ratio | rounds | must reach | CPU s |',
  '| --- | --- | --: | --: | --: | --- | --- | --- |',
];

export const toTable = (results: readonly Result[]): string[] => [...HEAD, ...results.map(toRow)];

/** A table of the page, under its heading. */
export interface Block {
  readonly title: string;
  readonly lines: readonly string[];
}

export function toRow({ measure, ours, peer, ratio, rounds, cpuSeconds, holds }: Result): string {
  const { what, peer: beside, unit = 'ms', goal } = measure;
  const spread = [Math.min(...rounds), Math.max(...rounds)].map((value) => value.toFixed(2)).join('–');
  const cpu = [cpuSeconds.ours, cpuSeconds.peer]
    .map((value) => value?.toFixed(2))
    .filter((value) => value !== undefined);
  const cells = [
    what,
    beside,
    `${toText(ours)} ${unit}`,
    `${toText(peer)} ${unit}`,
    `${ratio.toFixed(2)}${holds ? '' : ' (missed)'}`,
    spread,
    describeGoal(goal, unit),
    cpu.join(' / '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function describeGoal(goal: Goal, unit: string): string {
  if (goal.kind === 'most') return `≤ ${goal.amount} ${unit}`;
  return `${goal.kind === 'faster' ? '≥' : '≤'} ${goal.ratio} ×`;
}

/** Puts the tables and the machine into docs/benchmarks.md. */
export async function writePage(blocks: readonly Block[]): Promise<void> {
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  const processors = cpus();
  const machine = `${processors.length} × ${processors[0]?.model ?? 'an unknown processor'}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
  const sections = blocks.map(({ title, lines }) => `## ${title}\n\n${lines.join('\n')}`);
  const text = `${page.slice(0, before)}\n\n${machine}\n\n${sections.join('\n\n')}\n\n${page.slice(after)}`;
  writeFileSync(PAGE, await format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}
