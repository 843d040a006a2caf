import type { Sandbox } from 'bossdesk-sandbox';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchSandbox } from '../../../packages/sandbox/src/launchSandbox.js';
import { REFERENCE_TIME } from '../../../packages/sandbox/src/seed/random.js';
import { REPOSITORY_ROOT } from '../../../scripts/repositoryRoot.js';
import { connectTo, type Host } from '../support.js';
import type { Call } from './task.js';
import { tasks } from './tasks.js';

// Each task is played by a real client on a fresh desk. The calls are right when the whole desk afterwards is the one that
// the gold calls leave, and the replies hold what the person asked for. The desk's clock stands where its data ends.

let folder: string;
let port: number;
let host: Host;

const openDesk = (options: Parameters<typeof launchSandbox>[0]) =>
  launchSandbox(options, { now: () => REFERENCE_TIME });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bossdesk-fitness-'));
  const first = await openDesk({});
  port = Number(new URL(first.url).port);
  host = await connectTo(first, {
    args: ['--toolsets', 'all', '--me', 'jackpot'],
    elicit: () => ({ action: 'accept', content: {} }),
  });
  await first.stop();
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

interface Played {
  readonly replies: readonly string[];
  /** How many calls were answered by an error. */
  readonly refusals: number;
  /** All that the desk holds. */
  readonly desk: string;
}

const played = new Map<readonly Call[], Promise<Played>>();

/** Each sequence once. */
function play(calls: readonly Call[]): Promise<Played> {
  const known = played.get(calls) ?? playAnew(calls);
  played.set(calls, known);
  return known;
}

let runs = 0;

async function playAnew(calls: readonly Call[]): Promise<Played> {
  const data = join(folder, `desk${String((runs += 1))}.json`);
  const sandbox: Sandbox = await openDesk({ port, data });
  const replies: string[] = [];
  let refusals = 0;
  try {
    for (const [tool, args] of calls) {
      const { text, isError } = await host.call(tool, args);
      replies.push(text);
      if (isError) refusals += 1;
    }
  } finally {
    await sandbox.stop();
  }
  return { replies, refusals, desk: readFileSync(data, 'utf8') };
}

const lacking = ({ replies }: Played, facts: readonly RegExp[]) =>
  facts.filter((fact) => !replies.some((reply) => fact.test(reply)));

describe.each(tasks)('$says', ({ gold, plain, facts, wrong }) => {
  let wanted: Played;
  beforeAll(async () => {
    wanted = await play(gold);
  });

  it('is done', () => {
    expect(lacking(wanted, facts)).toEqual([]);
  });

  it('is done by plainer tools too', async () => {
    expect(plain === undefined || (await play(plain)).desk === wanted.desk).toBe(true);
  });

  it.each(Object.entries(wrong))('is not done where %s', async (_, calls) => {
    const other = await play(calls);
    expect(other.desk !== wanted.desk || lacking(other, facts).length > 0).toBe(true);
  });
});

/** Characters of what is asked and answered, by four, as tokens are reckoned everywhere here. */
const tokensOf = (calls: readonly Call[], { replies }: Played) =>
  Math.round((JSON.stringify(calls).length + replies.join('').length) / 4);

interface Cost {
  readonly calls: number;
  readonly tokens: number;
}

const costOf = async (calls: readonly Call[]): Promise<Cost> => ({
  calls: calls.length,
  tokens: tokensOf(calls, await play(calls)),
});

const add = (costs: readonly Cost[]): Cost => ({
  calls: costs.reduce((sum, { calls }) => sum + calls, 0),
  tokens: costs.reduce((sum, { tokens }) => sum + tokens, 0),
});

it('costs what the documentation says: at most two thirds of the calls and half of the tokens of plainer tools', async () => {
  const rows: (readonly [string, Cost, Cost])[] = [];
  for (const { says, gold, plain = gold } of tasks) rows.push([says, await costOf(plain), await costOf(gold)]);
  const [before, after] = [add(rows.map(([, cost]) => cost)), add(rows.map(([, , cost]) => cost))];
  const lines = [...rows, ['In all', before, after] as const].map(
    ([says, was, is]) => `| ${[says, was.calls, is.calls, was.tokens, is.tokens].join(' | ')} |`,
  );
  // Prettier sets tables out.
  const documented = readFileSync(join(REPOSITORY_ROOT, 'docs/fitness.md'), 'utf8').replace(/ {2,}/g, ' ');
  expect(documented).toContain(lines.join('\n'));
  expect(after.calls).toBeLessThanOrEqual((before.calls * 2) / 3);
  expect(after.tokens).toBeLessThanOrEqual(before.tokens / 2);
});

const wrongWays = tasks.flatMap(({ wrong }) => Object.entries(wrong));

it('has thirty requests, and wrong ways for each', () => {
  expect(new Set(tasks.map(({ says }) => says)).size).toBe(30);
  expect(tasks.filter(({ wrong }) => Object.keys(wrong).length < 2)).toEqual([]);
  expect(wrongWays.length).toBeGreaterThanOrEqual(60);
});

it.each(wrongWays.filter(([how]) => /guessed|made up/.test(how)))(
  'refuses what does not exist: %s',
  async (_, calls) => {
    expect((await play(calls)).refusals).toBeGreaterThan(0);
  },
);

it('leaves the same desk when it is done twice', async () => {
  const gold = tasks.find(({ says }) => says.startsWith('My laptop'))?.gold ?? [];
  expect((await playAnew(gold)).desk).toBe((await play(gold)).desk);
});
