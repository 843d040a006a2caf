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
  peer(): Promise<Sample>;
  close(): Promise<void>;
}

export interface Measure {
  /** What it is called on the command line. */
  readonly name: string;
  readonly what: string;
  readonly peer: string;
  /** Default `ms`. */
  readonly unit?: string;
  /**
   * What the ratio must reach: how many times as fast as the peer we are at least (`faster`), or how much of what the peer
   * takes we take at most (`share`).
   */
  readonly goal: { readonly kind: 'faster' | 'share'; readonly ratio: number };
  /** How often each side is run, by turns; default 5. */
  readonly rounds?: number;
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

/** Runs both sides by turns, each first every other time, after one run of each that does not count. */
export async function runMeasure(measure: Measure, say: (line: string) => void): Promise<Result> {
  const trial = await measure.open();
  const ours: Sample[] = [];
  const peer: Sample[] = [];
  const runOurs = async () => ours.push(await trial.ours());
  const runPeer = async () => peer.push(await trial.peer());
  try {
    await runOurs();
    await runPeer();
    [ours.length, peer.length] = [0, 0];
    for (let round = 0; round < (measure.rounds ?? ROUNDS); round += 1) {
      for (const run of round % 2 === 0 ? [runOurs, runPeer] : [runPeer, runOurs]) await run();
      say(`${measure.name}, round ${round + 1}: ${format(ours.at(-1))} against ${format(peer.at(-1))}`);
    }
  } finally {
    await trial.close();
  }
  return compare(measure, ours, peer);
}

const format = (sample: Sample | undefined): string =>
  (sample?.amount ?? Number.NaN).toFixed(sample && sample.amount < 10 ? 2 : 0);

function compare(measure: Measure, ours: readonly Sample[], peer: readonly Sample[]): Result {
  const isFaster = measure.goal.kind === 'faster';
  const divide = (mine: number, other: number) => (isFaster ? other / mine : mine / other);
  const amounts = { ours: median(ours.map(({ amount }) => amount)), peer: median(peer.map(({ amount }) => amount)) };
  const ratio = divide(amounts.ours, amounts.peer);
  const rounds = ours.map(({ amount }, index) => divide(amount, peer[index]?.amount ?? Number.NaN));
  const holds = isFaster ? ratio >= measure.goal.ratio : ratio <= measure.goal.ratio;
  return { measure, ...amounts, ratio, rounds, cpuSeconds: { ours: cpuOf(ours), peer: cpuOf(peer) }, holds };
}

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
