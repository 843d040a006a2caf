import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../../scripts/repositoryRoot.js';
import { connectTo, type Host } from '../support.js';
import type { Call } from './task.js';
import { tasks } from './tasks.js';

// Each task is played by a real client on a fresh desk. The calls are right when the whole desk afterwards is the one that
// the gold calls leave, and the replies hold what the person asked for.

let folder: string;
let port: number;
let host: Host;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bossdesk-fitness-'));
  const first = await startSandbox();
  port = Number(new URL(first.url).port);
  host = await connectTo(first, { args: ['--toolsets', 'all', '--me', 'jackpot'] });
  await first.stop();
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

interface Played {
  readonly replies: readonly string[];
  /** All that the desk holds, but for moments, which no two runs share. */
  readonly desk: string;
}

let runs = 0;

async function play(calls: readonly Call[]): Promise<Played> {
  const data = join(folder, `desk${String((runs += 1))}.json`);
  const sandbox: Sandbox = await startSandbox({ port, data });
  const replies: string[] = [];
  try {
    for (const [tool, args] of calls) replies.push((await host.call(tool, args)).text);
  } finally {
    await sandbox.stop();
  }
  return { replies, desk: withoutMoments(readFileSync(data, 'utf8')) };
}

/** Times of this run are later than all that was seeded. */
const withoutMoments = (desk: string): string =>
  desk.replace(/"(\d{4}-\d{2}-\d{2}T[^"]*)"/g, (whole, time: string) =>
    Date.now() - Date.parse(time) < 3_600_000 ? '"NOW"' : whole,
  );

const lacking = ({ replies }: Played, facts: readonly RegExp[]) =>
  facts.filter((fact) => !replies.some((reply) => fact.test(reply)));

describe.each(tasks)('$says', ({ gold, facts, wrong }) => {
  let wanted: Played;
  beforeAll(async () => {
    wanted = await play(gold);
  });

  it('is done', () => {
    expect(lacking(wanted, facts)).toEqual([]);
  });

  it.each(Object.entries(wrong))('is not done where %s', async (_, calls) => {
    const played = await play(calls);
    expect(played.desk !== wanted.desk || lacking(played, facts).length > 0).toBe(true);
  });
});

/** Characters of what is asked and answered, by four, as tokens are reckoned everywhere here. */
const tokensOf = (calls: readonly Call[], { replies }: Played) =>
  Math.round((JSON.stringify(calls).length + replies.join('').length) / 4);

it('costs what the documentation says', async () => {
  const rows: string[] = [];
  for (const { says, gold } of tasks)
    rows.push(`| ${says} | ${String(gold.length)} | ${String(tokensOf(gold, await play(gold)))} |`);
  const calls = tasks.reduce((sum, { gold }) => sum + gold.length, 0);
  // Prettier sets tables out.
  const documented = readFileSync(join(repositoryRoot, 'docs/fitness.md'), 'utf8').replace(/ {2,}/g, ' ');
  expect(documented).toContain(rows.join('\n'));
  expect(documented).toContain(`| In all | ${String(calls)} |`);
});

it('has wrong ways for every request', () => {
  expect(tasks.filter(({ wrong }) => Object.keys(wrong).length < 2)).toEqual([]);
  expect(tasks.flatMap(({ wrong }) => Object.keys(wrong)).length).toBeGreaterThanOrEqual(40);
});

it('leaves the same desk when it is done twice', async () => {
  const [first, second] = [await play(tasks[3]?.gold ?? []), await play(tasks[3]?.gold ?? [])];
  expect(first.desk).toBe(second.desk);
});
