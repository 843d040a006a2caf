import { setTimeout as sleep } from 'node:timers/promises';
import { type ExecutionRow, type GivenTickets, noteGivenTickets } from '../trigger/givenTickets.js';
import type { Postgres } from './services.js';

/** How many executions of a workflow have each status. */
export type StatusCounts = Readonly<Record<string, number>>;

const UNFINISHED = ['new', 'running', 'waiting', 'unknown'];

/** What n8n's database says of the executions of one workflow. */
export interface Executions {
  count(): Promise<StatusCounts>;
  /** Ids of those that failed and were not run again. */
  listFailed(): Promise<number[]>;
  /** When the last one failed, in milliseconds since 1970. */
  lastFailure(): Promise<number>;
  /** Resolves when each is a success or a failure. */
  settle(limitMs: number): Promise<void>;
}

export function watchExecutions({ query }: Postgres, workflowId: string): Executions {
  const ofWorkflow = `from execution_entity where "workflowId" = '${workflowId}'`;
  const hasFailed = `status in ('error', 'crashed', 'canceled')`;
  const count = async (): Promise<StatusCounts> => {
    const rows = await query<{ status: string; count: number }>(
      `select status, count(*)::int as count ${ofWorkflow} group by status order by status`,
    );
    return Object.fromEntries(rows.map((row) => [row.status, row.count]));
  };
  return {
    count,
    async listFailed() {
      const rows = await query<{ id: number }>(`select id ${ofWorkflow} and ${hasFailed} and "retrySuccessId" is null`);
      return rows.map(({ id }) => id);
    },
    async lastFailure() {
      const [row] = await query<{ at: string | null }>(`select max("stoppedAt") as at ${ofWorkflow} and ${hasFailed}`);
      return Date.parse(row?.at ?? '');
    },
    async settle(limitMs) {
      const until = Date.now() + limitMs;
      for (;;) {
        const counts = await count();
        if (!UNFINISHED.some((status) => (counts[status] ?? 0) > 0)) return;
        if (Date.now() > until) throw new Error(`Executions are left unfinished: ${JSON.stringify(counts)}`);
        await sleep(500);
      }
    },
  };
}

/** How often it is looked what the trigger was given; what n8n keeps of an execution that stalls is replaced later. */
const LOOK_MS = 1000;

/** Collects what the executions of a trigger were given, as they come. */
export function collectGiven(
  { query }: Postgres,
  workflowId: string,
  trigger: string,
): { readonly given: GivenTickets; stop(): Promise<void> } {
  const given: GivenTickets = new Map();
  const look = async () => {
    const known = [0, ...given.keys()].join(', ');
    const rows = await query<ExecutionRow>(
      `select "executionId", data from execution_data join execution_entity on id = "executionId"
       where "workflowId" = '${workflowId}' and id not in (${known})`,
    );
    noteGivenTickets(rows, trigger, given);
  };
  const stopped = new AbortController();
  const looking = (async () => {
    while (!stopped.signal.aborted) {
      await look();
      await sleep(LOOK_MS);
    }
    await look();
  })();
  // Whoever stops it is told.
  looking.catch(() => undefined);
  return {
    given,
    async stop() {
      stopped.abort();
      await looking;
    },
  };
}
