import { setTimeout as sleep } from 'node:timers/promises';
import { withCredential } from 'bossdesk-recipes';
import { openCatcher } from '../trigger/catcher.js';
import { haveGoneOn, isPoll } from '../trigger/polls.js';
import { buildWorkflow, TRIGGER } from '../trigger/workflow.js';
import { collectGiven } from './executions.js';
import type { QueueStage } from './stage.js';

export interface TriggerCounts {
  readonly tickets: number;
  /** In no execution. */
  readonly missed: number;
  /** In more than one. */
  readonly repeated: number;
  /** In an execution that was killed before it came to them. */
  readonly cutOff: number;
}

/** The trigger, waiting for new tickets on the same n8n. */
export interface WatchedTrigger {
  /** Resolves when it polls and keeps what it found. */
  begun(): Promise<void>;
  /** Waits until it has given so many of the desk's tickets as it will, and counts. */
  count(tickets: readonly number[]): Promise<TriggerCounts>;
  close(): Promise<void>;
}

const FIRST_POLL_LIMIT_MS = 180_000;
const GIVEN_LIMIT_MS = 120_000;

/** One poll more, and until its executions are there: what is given twice is given by then. */
const NEXT_POLL_MS = 15_000;

export async function watchTrigger({ n8n, editor, sandbox, credential }: QueueStage): Promise<WatchedTrigger> {
  const catcher = await openCatcher();
  const workflow = await editor.save(withCredential(buildWorkflow(catcher.url), credential));
  await editor.publish(workflow);
  const collected = collectGiven(n8n.postgres, workflow, TRIGGER);
  const listGiven = () => [...collected.given.values()].flatMap((numbers) => [...numbers]);
  return {
    async begun() {
      const until = Date.now() + FIRST_POLL_LIMIT_MS;
      while (!haveGoneOn(sandbox.requests.filter(isPoll))) {
        if (Date.now() > until) throw new Error(`n8n did not poll:\n${n8n.log()}`);
        await sleep(100);
      }
      // Until what that poll read is kept.
      await sleep(1000);
    },
    async count(tickets) {
      const until = Date.now() + GIVEN_LIMIT_MS;
      const isMissed = (number: number) => !listGiven().includes(number);
      while (tickets.some(isMissed) && Date.now() < until) await sleep(500);
      await sleep(NEXT_POLL_MS);
      await collected.stop();
      const given = listGiven();
      const once = new Set(given);
      return {
        tickets: tickets.length,
        missed: tickets.filter(isMissed).length,
        repeated: given.length - once.size,
        cutOff: [...once].filter((number) => !catcher.numbers.includes(number)).length,
      };
    },
    async close() {
      catcher.close();
      await collected.stop();
    },
  };
}
