import { checkLimit, readList, readYesNo } from 'bossdesk-client';
import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { isEmpty } from './values.js';

/** How a person wants an item worked on and shown. Read once per item: n8n copies deeply whatever it is asked for. */
export interface ItemSettings {
  readonly simplify: boolean;
  /** Names of fields to return in place of a simplified record; none are chosen when empty. */
  readonly fields: readonly string[];
  readonly fetchFullRecords: boolean;
  readonly protectAgainstOverwrites: boolean;
  readonly returnRecord: boolean;
  readonly warnsOfIgnoredFilter: boolean;
  /** Nothing but reads may leave. */
  readonly isDryRun: boolean;
  readonly ifNothingFound: 'nothing' | 'item' | 'fail';
  /** Name of the field of the input item to put each record in; undefined where the item does not go on. */
  readonly keepInputUnder: string | undefined;
}

export function readSettings(context: IExecuteFunctions, itemIndex: number): ItemSettings {
  const options = context.getNodeParameter('options', itemIndex, {});
  const readOption = (name: string, label: string) => toSwitch(context, itemIndex, label, options[name]);
  const { fields } = options;
  return {
    simplify: readSwitch(context, itemIndex, 'simplify', 'Simplify'),
    fields: readList(fields).map(String),
    fetchFullRecords: readOption('fetchFullRecords', 'Fetch Full Records'),
    protectAgainstOverwrites: readOption('protectAgainstOverwrites', 'Protect Against Overwrites'),
    returnRecord: readOption('returnRecord', 'Return Updated Record'),
    isDryRun: readOption('dryRun', 'Dry Run'),
    warnsOfIgnoredFilter: options['onIgnoredFilter'] === 'warn',
    ifNothingFound: readIfNothingFound(context, itemIndex),
    keepInputUnder: readFieldName(context, itemIndex, options['keepInput']),
  };
}

/**
 * How many items are worked on at the same time; undefined where the person leaves that to the node.
 *
 * @throws NodeOperationError for what is no width.
 */
export function readItemsAtOnce(context: IExecuteFunctions, itemIndex: number): number | undefined {
  const given = context.getNodeParameter('options.itemsAtOnce', itemIndex, null) as unknown;
  if (isEmpty(given)) return undefined;
  const fault = checkLimit('concurrency', Number(given));
  if (fault === undefined) return Number(given);
  throw new NodeOperationError(context.getNode(), `Items at Once ${fault}, not ${JSON.stringify(given)}`, {
    itemIndex,
    description: 'Remove the option to let the node choose.',
  });
}

function readIfNothingFound(context: IExecuteFunctions, itemIndex: number): ItemSettings['ifNothingFound'] {
  const given = context.getNodeParameter('ifNothingFound', itemIndex, 'nothing') as unknown;
  if (given === 'nothing' || given === 'item' || given === 'fail') return given;
  if (isEmpty(given)) return 'nothing';
  throw new NodeOperationError(
    context.getNode(),
    `If Nothing Is Found takes nothing, item or fail, not ${JSON.stringify(given)}`,
    { itemIndex, description: 'Check its expression.' },
  );
}

/** A name, or yes for the name of what the node works with. */
function readFieldName(context: IExecuteFunctions, itemIndex: number, given: unknown): string | undefined {
  if (isEmpty(given) || given === false || given === 'false') return undefined;
  if (given === true || given === 'true') return context.getNodeParameter('resource', itemIndex);
  if (typeof given === 'string') return given.trim();
  throw new NodeOperationError(
    context.getNode(),
    `Keep Input takes the name of a field, not ${JSON.stringify(given)}`,
    {
      itemIndex,
      description: 'Check its expression.',
    },
  );
}

/** A switch of the panel's; off where an action has none. Expressions and AI models give one as text too. */
export function readSwitch(context: IExecuteFunctions, itemIndex: number, name: string, label: string): boolean {
  return toSwitch(context, itemIndex, label, context.getNodeParameter(name, itemIndex, false));
}

/** @throws NodeOperationError for what is neither yes nor no: "false" would be as good as true. */
function toSwitch(context: IExecuteFunctions, itemIndex: number, label: string, value: unknown): boolean {
  const yesNo = isEmpty(value) ? false : readYesNo(value);
  if (yesNo !== undefined) return yesNo;
  throw new NodeOperationError(context.getNode(), `${label} takes true or false, not ${JSON.stringify(value)}`, {
    itemIndex,
    description: 'Check its expression.',
  });
}
