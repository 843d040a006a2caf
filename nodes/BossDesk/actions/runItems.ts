import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createNodeClient } from '../account.js';
import { describeFailure, sayWhatIsDone, toNodeError } from '../errors.js';
import { createNameReader } from '../names.js';
import { type ActionId, onlyOperationOf, operationsOf } from '../panel/parameters.js';
import { readSettings } from '../panel/readSettings.js';
import { getAttachment, uploadAttachment } from './attachments.js';
import { callOperation } from './callOperation.js';
import { createHints } from './hints.js';
import { listRecords, listReferenceData } from './listRecords.js';
import type { Handler } from './run.js';
import { findTicketPart, listTicketPart } from './ticketParts.js';

/** Actions that are more than one call of one operation. */
const special: Readonly<Record<ActionId, Handler>> = {
  'attachment.get': getAttachment,
  'attachment.upload': uploadAttachment,
  'reference.getAll': listReferenceData,
};

function handlerOf(action: ActionId): Handler {
  const own = special[action];
  if (own !== undefined) return own;
  const part = findTicketPart(action);
  if (part !== undefined) return (run) => listTicketPart(run, part);
  const operation = onlyOperationOf(action);
  return operation.success.body === 'list'
    ? (run) => listRecords(run, operation)
    : (run) => callOperation(run, operation);
}

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
      const results = await handlerOf(action)({ context, client, action, itemIndex, settings, options, names, hint });
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
