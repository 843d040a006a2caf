import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createNodeClient } from '../account.js';
import { describeFailure, sayWhatIsDone, toNodeError } from '../errors.js';
import { createNameReader } from '../names.js';
import { type ActionId, operationsOf } from '../panel/parameters.js';
import { readSettings } from '../panel/readSettings.js';
import { runAction } from './handlers.js';
import { createHints } from './hints.js';

/** Runs the chosen action for every input item, in order. */
export async function runItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  // All items share a client, but each is told of a credential that cannot be used: failures leave item by item.
  let opened: ReturnType<typeof createNodeClient> | undefined;
  const openClient = () => (opened ??= createNodeClient(context));
  const signal = context.getExecutionCancelSignal();
  const options = signal === undefined ? {} : { signal };
  const names = createNameReader(openClient, options);
  const hint = createHints(context);
  const items = context.getInputData();
  const output: INodeExecutionData[] = [];
  for (const itemIndex of items.keys()) {
    try {
      const action = readAction(context, itemIndex);
      const client = await openClient();
      const settings = readSettings(context, itemIndex);
      const results = await runAction({ context, client, action, itemIndex, settings, options, names, hint });
      output.push(...results.map((result) => ({ ...result, pairedItem: { item: itemIndex } })));
    } catch (error) {
      const failure = toNodeError(context.getNode(), error, { index: itemIndex, count: items.length });
      if (!context.continueOnFail()) throw sayWhatIsDone(failure, changes(context, itemIndex) ? itemIndex : 0);
      output.push({ json: describeFailure(failure, error), pairedItem: { item: itemIndex } });
    }
  }
  return [output];
}

function readAction(context: IExecuteFunctions, itemIndex: number): ActionId {
  return `${readName(context, 'resource', itemIndex)}.${readName(context, 'operation', itemIndex)}`;
}

function changes(context: IExecuteFunctions, itemIndex: number): boolean {
  return operationsOf(readAction(context, itemIndex)).some(({ change }) => change !== undefined);
}

function readName(context: IExecuteFunctions, parameter: 'resource' | 'operation', itemIndex: number): string {
  return context.getNodeParameter(parameter, itemIndex);
}
