import { runTrial, type TrialResult } from './queue/trial.js';

jest.setTimeout(20 * 60_000);

// With n8n's own waiting times, and ten times as many alerts: `npm run proof -- queue`.
describe('the alert recipe and the trigger on an n8n in queue mode, one worker killed and the main restarted', () => {
  const alerts = 40;
  let result: TrialResult;
  beforeAll(async () => {
    result = await runTrial({
      executions: 50,
      alerts,
      restartAfter: 12,
      killAfter: 30,
      // A worker that is gone is noticed in some seconds, in place of 60 to 90.
      environment: {
        QUEUE_WORKER_LOCK_DURATION: '5000',
        QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
        QUEUE_WORKER_STALLED_INTERVAL: '2000',
      },
    });
  });

  it('ends each execution as a success or a reported failure', () => {
    expect(result).toEqual({});
  });
});
