import { type Client, defaultLimits, type Redactor } from 'bossdesk-client';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isLogin, openAccount } from '../account.js';
import { describeFailure, type NodeError, sayWhatIsDone, toNodeError } from '../errors.js';
import { createNameReader } from '../names.js';
import { type ActionId, operationsOf } from '../panel/parameters.js';
import { readItemsAtOnce, readSettings, readSwitch } from '../panel/readSettings.js';
import { runAction } from './handlers.js';
import { createHints } from './hints.js';
import { workInOrder } from './inOrder.js';
import type { Run } from './run.js';

/**
 * Runs the chosen action for every input item, in order. Items that only read go several at once; the client keeps as many
 * requests under way as the server bears. Writes go one by one unless the person wants several at once.
 */
export async function runItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const items = context.getInputData();
  const hint = createHints(context);
  const account = openOnce(context, items.length, hint);
  const signal = context.getExecutionCancelSignal();
  const names = createNameReader(async () => (await account()).client, signal === undefined ? {} : { signal });

  let redact: Redactor | undefined;
  const runItem = async (itemIndex: number, itemSignal: AbortSignal): Promise<INodeExecutionData[]> => {
    try {
      const action = readAction(context, itemIndex);
      readItemsAtOnce(context, itemIndex);
      const { client, openLenientClient } = await account();
      ({ redact } = client);
      const settings = readSettings(context, itemIndex);
      const options = { signal: itemSignal };
      const shared = { context, client, openLenientClient, names, hint };
      const results = await runAction({ ...shared, action, itemIndex, settings, options });
      return results.map((result) => ({ ...result, pairedItem: { item: itemIndex } }));
    } catch (error) {
      const failure = toNodeError(context.getNode(), error, redact, { index: itemIndex, count: items.length });
      if (!context.continueOnFail()) throw failure;
      return [{ json: describeFailure(failure, error), pairedItem: { item: itemIndex } }];
    }
  };

  const { results, failure } = await workInOrder({
    count: items.length,
    planOf: (index) => ({ ...planItem(context, index), run: (itemSignal) => runItem(index, itemSignal) }),
    signal,
  });
  if (failure !== undefined)
    throw sayWhatIsDone(failure.error as NodeError, doneWrites(context, results), failure.index);
  return [results.flatMap((result) => result ?? [])];
}

/** All items share a client, but each is told of a credential that cannot be used: failures leave item by item. */
function openOnce(context: IExecuteFunctions, count: number, hint: Run['hint']) {
  const open = async () => {
    const atOnce = planItem(context, 0).itemsAtOnce ?? defaultLimits.concurrency;
    const account = await openAccount(context, { atOnce, remembersReads: count > 1 });
    let lenient: Client | undefined;
    const openLenientClient = () =>
      (lenient ??= account.createClient((error) => {
        hint([error.message, error.hint].filter(Boolean).join('. '), 'warning');
      }));
    return { client: account.createClient(), openLenientClient };
  };
  let opened: ReturnType<typeof open> | undefined;
  return () => (opened ??= open());
}

/** How an item goes along with others. One that cannot be read goes alone, and fails where it is run. */
function planItem(context: IExecuteFunctions, itemIndex: number) {
  try {
    const canBeGivenUp = !changes(context, itemIndex);
    const itemsAtOnce = readItemsAtOnce(context, itemIndex);
    // A login that fails must not be tried for every item at once.
    const isFirst = itemIndex === 0 && isLogin(context);
    const usual = canBeGivenUp ? defaultLimits.concurrency : 1;
    return { atOnce: isFirst ? 1 : (itemsAtOnce ?? usual), canBeGivenUp, itemsAtOnce };
  } catch {
    return { atOnce: 1, canBeGivenUp: false, itemsAtOnce: undefined };
  }
}

/** The items that changed something. */
function doneWrites(context: IExecuteFunctions, results: readonly unknown[]): number[] {
  return [...results.keys()].filter((index) => results[index] !== undefined && changes(context, index));
}

function readAction(context: IExecuteFunctions, itemIndex: number): ActionId {
  return `${readName(context, 'resource', itemIndex)}.${readName(context, 'operation', itemIndex)}`;
}

/** A dry run only reads. */
function changes(context: IExecuteFunctions, itemIndex: number): boolean {
  const isWrite = operationsOf(readAction(context, itemIndex)).some(({ change }) => change !== undefined);
  return isWrite && !readSwitch(context, itemIndex, 'options.dryRun', 'Dry Run');
}

function readName(context: IExecuteFunctions, parameter: 'resource' | 'operation', itemIndex: number): string {
  return context.getNodeParameter(parameter, itemIndex);
}
