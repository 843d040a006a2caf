import { checkLimit, readList } from 'bossdesk-client';
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
    warnsOfIgnoredFilter: options['onIgnoredFilter'] === 'warn',
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

/** A switch of the panel's; off where an action has none. Expressions and AI models give one as text too. */
export function readSwitch(context: IExecuteFunctions, itemIndex: number, name: string, label: string): boolean {
  return toSwitch(context, itemIndex, label, context.getNodeParameter(name, itemIndex, false));
}

/** @throws NodeOperationError for what is neither yes nor no: "false" would be as good as true. */
function toSwitch(context: IExecuteFunctions, itemIndex: number, label: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (isEmpty(value)) return false;
  const text = String(value).trim().toLowerCase();
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw new NodeOperationError(context.getNode(), `${label} takes true or false, not ${JSON.stringify(value)}`, {
    itemIndex,
    description: 'Check its expression.',
  });
}
