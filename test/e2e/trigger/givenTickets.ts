import { DatabaseSync } from 'node:sqlite';
import { parse } from 'flatted';
import type { IRunExecutionData } from 'n8n-workflow';

/**
 * Numbers of the tickets that each execution was given by its trigger, whatever became of the execution.
 *
 * @param file the database of an n8n that is not running.
 */
export function readGivenTickets(file: string, trigger: string): Set<number>[] {
  const database = new DatabaseSync(file);
  try {
    return database
      .prepare('select data from execution_data')
      .all()
      .map(({ data }) => new Set(listTickets(parse(String(data)) as IRunExecutionData, trigger)));
  } finally {
    database.close();
  }
}

/** One that did not get far holds them as what it was to begin with. */
function listTickets({ resultData, executionData }: IRunExecutionData, trigger: string): number[] {
  const task = resultData.runData[trigger]?.at(0);
  const start = executionData?.nodeExecutionStack.find(({ node }) => node.name === trigger);
  const items = (task?.data ?? start?.data)?.['main']?.[0] ?? [];
  return items.map(({ json }) => Number(json['friendly_id']));
}
