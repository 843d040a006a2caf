import { runTrial, type TrialResult } from './queue/trial.js';

/** The first time, n8n itself is installed. */
const LIMIT_MS = 30 * 60_000;

// With n8n's own waiting times, and ten times as many alerts: `npm run proof -- queue`.
describe('alerts to an n8n in queue mode, of which a worker is killed and the main restarted', () => {
  const executions = 50;
  const alerts = 40;
  let result: TrialResult;
  beforeAll(async () => {
    result = await runTrial({
      executions,
      alerts,
      atOnce: 16,
      restartAfter: 8,
      killAfter: 30,
      // A worker that is gone is noticed in some seconds, in place of 60 to 90.
      environment: {
        QUEUE_WORKER_LOCK_DURATION: '5000',
        QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
        QUEUE_WORKER_STALLED_INTERVAL: '2000',
      },
    });
  }, LIMIT_MS);

  it('end as a success or a reported failure each', () => {
    const { success = 0, error = 0, crashed = 0, ...others } = result.executions;
    expect(others).toEqual({});
    expect(success + error + crashed).toBeGreaterThanOrEqual(executions - (result.answers['none'] ?? 0));
    // The worker had something to do when it was killed.
    expect(error + crashed).toBeGreaterThan(0);
  });

  it('have one open ticket each when those that failed were run again, and each event stands in it', () => {
    expect(result.afterSecondRound).toMatchObject({
      alerts,
      withOneOpenTicket: alerts,
      closedOtherwise: 0,
      eventsMissing: 0,
      eventsRepeated: 0,
    });
  });

  it('change nothing when they are sent once more', () => {
    expect(result.writesOfThirdRound).toBe(0);
  });

  it('start the trigger, on the durable engine, once for each ticket', () => {
    expect(result.trigger).toMatchObject({ missed: 0, repeated: 0 });
    expect(result.trigger.tickets).toBeGreaterThanOrEqual(alerts);
  });

  it('show in the metrics that the page on queue mode names', () => {
    expect(result.metrics).toMatchObject({
      n8n_scaling_mode_queue_jobs_waiting: 0,
      n8n_scaling_mode_queue_jobs_active: 0,
      n8n_scaling_mode_queue_jobs_completed: expect.any(Number),
      n8n_scaling_mode_queue_jobs_failed: expect.any(Number),
    });
  });
});
