import type { ExecutionStatus, IRun } from 'n8n-workflow';

/** What a workflow did. */
export interface Execution {
  readonly status: ExecutionStatus;
  /** What stopped it: the node's name and what it says. Undefined where nothing did. */
  readonly failure: { readonly node: string | undefined; readonly message: string } | undefined;
  /** JSON of the items of one output of a node, of all its runs. */
  readonly items: (node: string, output?: number) => Record<string, unknown>[];
  /** How long a node took by n8n's clock, all its runs together, in milliseconds. */
  readonly took: (node: string) => number;
  /** Names of the nodes that ran, in no order. */
  readonly nodes: readonly string[];
}

export function toExecution({ status, data }: Pick<IRun, 'status' | 'data'>): Execution {
  const { runData, error } = data.resultData;
  return {
    status,
    failure:
      error === undefined
        ? undefined
        : { node: 'node' in error ? error.node?.name : undefined, message: error.message },
    items(node, index = 0) {
      const tasks = runData[node];
      if (tasks === undefined)
        throw new Error(`Node "${node}" did not run; these did: ${Object.keys(runData).join(', ')}`);
      return tasks.flatMap((task) => {
        if (task.error !== undefined) throw new Error(`Node "${node}" failed: ${task.error.message}`);
        return (task.data?.['main']?.[index] ?? []).map(({ json }) => json);
      });
    },
    took: (node) => (runData[node] ?? []).reduce((sum, { executionTime }) => sum + executionTime, 0),
    nodes: Object.keys(runData),
  };
}

/** Log lines come before and after the JSON of the execution, whose outer braces alone stand at the start of a line. */
export function readPrintedExecution(output: string): Execution {
  const [json] = /^\{[^]*?^\}/m.exec(output) ?? [];
  if (json === undefined) throw new Error(`n8n printed no execution:\n${output}`);
  return toExecution(JSON.parse(json) as IRun);
}
