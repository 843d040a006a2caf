import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createNodeClient } from '../client.js';
import { describeFailure, toNodeError } from '../errors.js';
import { getAttachment, uploadAttachment } from './attachments.js';
import { listRecords, listReferenceData, listTicketPart } from './lists.js';
import { type ActionId, onlyOperationOf } from './parameters.js';
import { callOperation } from './records.js';
import { createLookup } from './references.js';
import type { Handler, Run } from './run.js';

/** Actions that are more than one call of one operation. */
const SPECIAL: Readonly<Record<ActionId, Handler>> = {
  'attachment.get': getAttachment,
  'attachment.upload': uploadAttachment,
  'reference.getAll': listReferenceData,
  'task.getAll': listTicketPart('tasks'),
  'timeEntry.getAll': listTicketPart('time_entries'),
};

function handlerOf(action: ActionId): Handler {
  const special = SPECIAL[action];
  if (special !== undefined) return special;
  const operation = onlyOperationOf(action);
  return operation.success.body === 'list'
    ? (run) => listRecords(run, operation)
    : (run) => callOperation(run, operation);
}

/** Runs the chosen action for every input item, in order. */
export async function routeItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const client = await createNodeClient(context);
  const signal = context.getExecutionCancelSignal();
  const options = signal === undefined ? {} : { signal };
  const lookup = createLookup(client, options);
  const items = context.getInputData();
  const output: INodeExecutionData[] = [];
  for (const itemIndex of items.keys()) {
    const run: Run = {
      context,
      client,
      action: `${readName(context, 'resource', itemIndex)}.${readName(context, 'operation', itemIndex)}`,
      itemIndex,
      options,
      lookup,
    };
    try {
      const results = await handlerOf(run.action)(run);
      output.push(...results.map((result) => ({ ...result, pairedItem: { item: itemIndex } })));
    } catch (error) {
      const failure = toNodeError(context.getNode(), error, { index: itemIndex, count: items.length });
      if (!context.continueOnFail()) throw failure;
      output.push({ json: describeFailure(failure, error), pairedItem: { item: itemIndex } });
    }
  }
  return [output];
}

function readName(context: IExecuteFunctions, parameter: 'resource' | 'operation', itemIndex: number): string {
  return context.getNodeParameter(parameter, itemIndex);
}
