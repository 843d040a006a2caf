import { DatabaseSync } from 'node:sqlite';
import { parse } from 'flatted';
import type { IRunExecutionData } from 'n8n-workflow';

/** Numbers of the tickets that each execution was given by its trigger, by the id of the execution. */
export type GivenTickets = Map<number, ReadonlySet<number>>;

/**
 * Adds what the executions of n8n's database were given to what is known. To be read before n8n starts again: of one that
 * was killed it then replaces all data by `isArtificialRecoveredEventItem`.
 *
 * @param file the database of an n8n that is not running.
 */
export function readGivenTickets(file: string, trigger: string, known: GivenTickets): void {
  const database = new DatabaseSync(file);
  try {
    const rows = database.prepare('select executionId, data from execution_data').all();
    noteGivenTickets(
      rows.map(({ executionId, data }) => ({ executionId: Number(executionId), data: String(data) })),
      trigger,
      known,
    );
  } finally {
    database.close();
  }
}

/** A row of the table in which n8n keeps the data of executions. */
export interface ExecutionRow {
  readonly executionId: number;
  readonly data: string;
}

/** Adds what executions were given, unless that is known. */
export function noteGivenTickets(rows: readonly ExecutionRow[], trigger: string, known: GivenTickets): void {
  for (const { executionId, data } of rows) {
    if (known.has(executionId)) continue;
    known.set(executionId, new Set(listTickets(parse(data) as IRunExecutionData, trigger)));
  }
}

/** One that did not get far holds them as what it was to begin with. */
function listTickets({ resultData, executionData }: IRunExecutionData, trigger: string): number[] {
  const task = resultData.runData[trigger]?.at(0);
  const start = executionData?.nodeExecutionStack.find(({ node }) => node.name === trigger);
  const items = (task?.data ?? start?.data)?.['main']?.[0] ?? [];
  return items.map(({ json }) => Number(json['friendly_id']));
}
