/** What one run of one side took. */
export interface Sample {
  /** Milliseconds by the clock, or whatever the measure's unit is. */
  readonly amount: number;
  /** Of the process that did it, where that can be told. */
  readonly cpuSeconds?: number | undefined;
}

/** Two ways of doing the same, ready to be run again and again. */
export interface Trial {
  ours(): Promise<Sample>;
  /** Undefined where a fixed amount stands in its place. */
  readonly peer?: (() => Promise<Sample>) | undefined;
  close(): Promise<void>;
}

/**
 * What must be reached: `faster` is how many times as fast as the peer we are at least, `share` how much of what the peer
 * takes we take at most, `most` an amount that is not to be exceeded.
 */
export type Goal = Readonly<{ kind: 'faster' | 'share'; ratio: number } | { kind: 'most'; amount: number }>;

export interface Measure {
  /** What it is called on the command line. */
  readonly name: string;
  readonly what: string;
  readonly peer: string;
  /** Default `ms`. */
  readonly unit?: string;
  readonly goal: Goal;
  /** How often each side is run, by turns; default 5. */
  readonly rounds?: number;
  /** How often each side is run before the first round, which does not count; default once. */
  readonly warmUps?: number;
  open(): Promise<Trial>;
}

export interface Result {
  readonly measure: Measure;
  readonly ours: number;
  readonly peer: number;
  readonly ratio: number;
  /** The ratios of the single rounds: how far they lie apart. */
  readonly rounds: readonly number[];
  readonly cpuSeconds: { readonly ours: number | undefined; readonly peer: number | undefined };
  readonly holds: boolean;
}

const ROUNDS = 5;

/** Runs both sides by turns, each first every other time, after runs that do not count. */
export async function runMeasure(measure: Measure, say: (line: string) => void): Promise<Result> {
  const trial = await measure.open();
  const fixed = measure.goal.kind === 'most' ? { amount: measure.goal.amount } : undefined;
  const ours: Sample[] = [];
  const peer: Sample[] = [];
  const runOurs = async () => ours.push(await trial.ours());
  const runPeer = async () => {
    const sample = (await trial.peer?.()) ?? fixed;
    if (sample === undefined) throw new Error(`${measure.name} has nothing to be compared with`);
    peer.push(sample);
  };
  try {
    for (let run = 0; run < (measure.warmUps ?? 1); run += 1) {
      await runOurs();
      await runPeer();
    }
    [ours.length, peer.length] = [0, 0];
    for (let round = 0; round < (measure.rounds ?? ROUNDS); round += 1) {
      for (const run of round % 2 === 0 ? [runOurs, runPeer] : [runPeer, runOurs]) await run();
      say(`${measure.name}, round ${round + 1}: ${toText(ours.at(-1)?.amount)} against ${toText(peer.at(-1)?.amount)}`);
    }
  } finally {
    await trial.close();
  }
  return compare(measure, ours, peer);
}

/** Small amounts with two decimals. */
export const toText = (amount = Number.NaN): string => amount.toFixed(amount < 10 ? 2 : 0);

function compare(measure: Measure, ours: readonly Sample[], peer: readonly Sample[]): Result {
  const { goal } = measure;
  const divide = (mine: number, other: number) => (goal.kind === 'faster' ? other / mine : mine / other);
  const amounts = { ours: medianOf(ours), peer: medianOf(peer) };
  const ratio = divide(amounts.ours, amounts.peer);
  const rounds = ours.map(({ amount }, index) => divide(amount, peer[index]?.amount ?? Number.NaN));
  const holds = goal.kind === 'faster' ? ratio >= goal.ratio : ratio <= (goal.kind === 'share' ? goal.ratio : 1);
  return { measure, ...amounts, ratio, rounds, cpuSeconds: { ours: cpuOf(ours), peer: cpuOf(peer) }, holds };
}

const medianOf = (samples: readonly Sample[]): number => median(samples.map(({ amount }) => amount));

function cpuOf(samples: readonly Sample[]): number | undefined {
  const known = samples.flatMap(({ cpuSeconds }) => cpuSeconds ?? []);
  return known.length === 0 ? undefined : median(known);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Times what is done in this process. */
export async function time(work: () => Promise<unknown>): Promise<Sample> {
  const [cpu, since] = [process.cpuUsage(), performance.now()];
  await work();
  const amount = performance.now() - since;
  const { user, system } = process.cpuUsage(cpu);
  return { amount, cpuSeconds: (user + system) / 1_000_000 };
}
