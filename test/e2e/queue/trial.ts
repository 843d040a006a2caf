import type { Outcome } from '../editor.js';
import { engines } from '../trigger/trial.js';
import { makeAlerts, sendAlerts, type Sent } from './alerts.js';
import { countTickets, listTicketNumbers, type TicketCounts } from './countTickets.js';
import { type StatusCounts, watchExecutions } from './executions.js';
import { openQueueStage, type QueueStage } from './stage.js';
import { type TriggerCounts, watchTrigger } from './watchTrigger.js';

export interface TrialPlan {
  readonly executions: number;
  /** How many different alerts they are of. */
  readonly alerts: number;
  /** How many alerts are on their way at the same time. */
  readonly atOnce: number;
  /** After so many answers a worker is killed. */
  readonly killAfter: number;
  /** After so many the main is restarted. Where that comes before the kill, alerts wait for it, so that the kill hits some. */
  readonly restartAfter: number;
  /** Settings of n8n's own. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface TrialResult {
  /** How the first round was answered: by status, `none` where the connection broke off. */
  readonly answers: StatusCounts;
  /** How often an n8n that was starting answered 200 without taking an alert; it was sent again. */
  readonly early: number;
  /** Executions of the first round, by status. */
  readonly executions: StatusCounts;
  /** What stopped those that failed: status and message. */
  readonly failures: StatusCounts;
  /** Seconds from the kill until the last execution was shown as failed. */
  readonly secondsToReport: number;
  readonly afterFirstRound: TicketCounts;
  /** What became of them by n8n's Retry. */
  readonly retries: StatusCounts;
  /** How those that were not answered with 200 were answered when they were sent again. */
  readonly sentAgain: StatusCounts;
  readonly afterSecondRound: TicketCounts;
  /** Writes on the desk when the same are sent a third time. */
  readonly writesOfThirdRound: number;
  readonly trigger: TriggerCounts;
  /** The queue at the end, as the main shows it under `/metrics`. */
  readonly metrics: Readonly<Record<string, number>>;
}

const SETTLE_LIMIT_MS = 300_000;

/**
 * Sends alerts to the recipe on an n8n in queue mode with two workers, of which one is killed, while the main is restarted
 * once; then runs again what failed, and counts on the desk. Beside it the trigger waits for the tickets.
 *
 * @param tell is told what goes on.
 */
export async function runTrial(plan: TrialPlan, tell: (line: string) => void = () => undefined): Promise<TrialResult> {
  const began = Date.now();
  const say = (line: string) => tell(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  const stage = await openQueueStage({ environment: { ...engines.durable, ...queueMetrics, ...plan.environment } });
  try {
    return await runOn(stage, plan, say);
  } finally {
    await stage.close();
  }
}

async function runOn(stage: QueueStage, plan: TrialPlan, say: (line: string) => void): Promise<TrialResult> {
  const { n8n, editor, sandbox, client, hook } = stage;
  const { atOnce } = plan;
  const trigger = await watchTrigger(stage);
  try {
    say('the main is there');
    await Promise.all([n8n.startWorker(), n8n.startWorker(), trigger.begun()]);
    say('two workers are there, and the trigger polls');

    const executions = watchExecutions(n8n.postgres, stage.alertWorkflow);
    const alerts = makeAlerts(plan.executions, plan.alerts);
    const disturbances = disturb(stage, plan, say);
    const first = await sendAlerts(hook, alerts, atOnce, (answered) => disturbances.onAnswer(answered));
    const killedAt = await disturbances.done();
    say('all are answered');
    await executions.settle(SETTLE_LIMIT_MS);
    const secondsToReport = Math.round(((await executions.lastFailure()) - killedAt) / 1000);
    const firstExecutions = await executions.count();
    const afterFirstRound = await countTickets(client, alerts);
    say('each execution is a success or a failure');

    const failedIds = await executions.listFailed();
    const failures = countEach(await describeEach(failedIds, (id) => editor.read(id)));
    const retries = countEach(await describeEach(failedIds, (id) => editor.retry(id)));
    const failed = first.filter(({ status }) => status !== 200).map(({ alert }) => alert);
    const sentAgain = countAnswers(await sendAlerts(hook, failed, atOnce));
    await executions.settle(SETTLE_LIMIT_MS);
    const afterSecondRound = await countTickets(client, alerts);
    const writes = () => sandbox.requests.filter(({ method }) => method !== 'GET').length;
    const before = writes();
    await sendAlerts(hook, failed, atOnce);
    const writesOfThirdRound = writes() - before;
    say('what failed was run again, twice');

    const counts = await trigger.count(await listTicketNumbers(client));
    say('the trigger has given all tickets');
    return {
      answers: countAnswers(first),
      early: first.reduce((sum, { early }) => sum + early, 0),
      executions: firstExecutions,
      failures,
      secondsToReport,
      afterFirstRound,
      retries,
      sentAgain,
      afterSecondRound,
      writesOfThirdRound,
      trigger: counts,
      metrics: await readMetrics(n8n.url),
    };
  } finally {
    await trigger.close();
  }
}

/** Kills a worker and restarts the main while alerts are answered. */
function disturb({ n8n }: QueueStage, plan: TrialPlan, say: (line: string) => void) {
  let killedAt: number | undefined;
  let kill: Promise<void> | undefined;
  let restart: Promise<void> | undefined;
  return {
    onAnswer(answered: number) {
      if (answered >= plan.killAfter && kill === undefined) {
        say('a worker is killed');
        killedAt = Date.now();
        kill = n8n.workers[0]?.stop('SIGKILL');
      }
      if (answered >= plan.restartAfter && restart === undefined) {
        say('the main is restarted');
        restart = n8n.restartMain().then(() => say('the main is there again'));
        // Told where it is waited for.
        restart.catch(() => undefined);
      }
      return kill === undefined ? restart : undefined;
    },
    /** @returns when the worker was killed. */
    async done(): Promise<number> {
      await Promise.all([kill, restart]);
      if (killedAt === undefined || restart === undefined) throw new Error('Nothing was killed or restarted');
      return killedAt;
    },
  };
}

const queueMetrics = {
  N8N_METRICS: 'true',
  N8N_METRICS_INCLUDE_QUEUE_METRICS: 'true',
  N8N_METRICS_QUEUE_METRICS_INTERVAL: '1',
};

async function readMetrics(url: string): Promise<Record<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.matchAll(/^(n8n_scaling_mode_queue_\w+) (\d+)$/gm);
  return Object.fromEntries([...lines].map(([, name = '', value]) => [name, Number(value)]));
}

async function describeEach(ids: readonly number[], look: (id: number) => Promise<Outcome>): Promise<string[]> {
  const lines: string[] = [];
  for (const id of ids) {
    const { status, message } = await look(id).catch((error: unknown) => ({
      status: 'refused',
      message: error instanceof Error ? error.message : String(error),
    }));
    lines.push([status, ...(message === undefined ? [] : [message])].join(': '));
  }
  return lines;
}

const countAnswers = (sent: readonly Sent[]): StatusCounts =>
  countEach(sent.map(({ status }) => (status === undefined ? 'none' : String(status))));

function countEach(names: readonly string[]): StatusCounts {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
