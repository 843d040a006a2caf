import { type Operation, type RansackQuery } from 'bossdesk-client';
import { type IExecuteFunctions, type IPollFunctions, NodeOperationError } from 'n8n-workflow';
import { resolveWords } from '../BossDesk/names.js';
import { readQuery } from '../BossDesk/panel/readQuery.js';
import { type ItemSettings, readSettings } from '../BossDesk/panel/readSettings.js';
import { isEmpty } from '../BossDesk/panel/values.js';
import { readWorkflowTimes } from '../BossDesk/times.js';
import type { Desk } from './desk.js';
import { events, findEvent, type TriggerEvent } from './events.js';
import { lookUpNames } from './lookups.js';

/**
 * A poll as the readers of the node's panel know it: a trigger has no items, so that every parameter is that of the first
 * and only one.
 */
export function asPanel(context: IPollFunctions): IExecuteFunctions {
  const getNodeParameter = (name: string, _itemIndex: number, fallback?: unknown) =>
    context.getNodeParameter(name, fallback);
  return Object.assign(Object.create(context) as IExecuteFunctions, { getNodeParameter });
}

/** @throws NodeOperationError for a value that stands for no event. */
export function readEvent(context: IPollFunctions): { readonly name: string; readonly event: TriggerEvent } {
  const name = context.getNodeParameter('event') as unknown;
  const event = findEvent(name);
  if (event !== undefined) return { name: String(name), event };
  throw new NodeOperationError(context.getNode(), `There is no event "${String(name)}"`, {
    description: `Choose one of the events that the parameter Event offers: ${Object.keys(events).join(', ')}.`,
  });
}

/**
 * The conditions that the panel gives, with ids in place of names. What is new decides the order, so sorts are left out.
 *
 * @throws InvalidInputError or NodeOperationError for conditions that cannot work.
 */
export async function readFilter(context: IPollFunctions, desk: Desk): Promise<RansackQuery> {
  const panel = asPanel(context);
  const { operation, client } = desk;
  const given = readQuery(panel, 0);
  if (given === undefined) return {};
  const names = lookUpNames(context, client);
  const { input } = await resolveWords(names, operation, await readTimes(panel, operation, given));
  const { s, sorts, ...conditions } = input['q'] as RansackQuery;
  return s === undefined && sorts === undefined ? (input['q'] as RansackQuery) : conditions;
}

const readTimes = (panel: IExecuteFunctions, operation: Operation, q: RansackQuery) =>
  readWorkflowTimes(panel, operation, { q });

/** What of a record is shown. */
export function readShape(context: IPollFunctions): Pick<ItemSettings, 'fields' | 'simplify'> {
  return readSettings(asPanel(context), 0);
}

/**
 * How many items a poll gives at most; no limit by default.
 *
 * @throws NodeOperationError for what is no whole number from 1.
 */
export function readMaxItems(context: IPollFunctions): number {
  const given = context.getNodeParameter('options.maxItems', null) as unknown;
  if (isEmpty(given) || given === 0) return Number.POSITIVE_INFINITY;
  const limit = Number(given);
  if (Number.isInteger(limit) && limit >= 1) return limit;
  throw new NodeOperationError(
    context.getNode(),
    `Max Items takes a whole number from 1, not ${JSON.stringify(given)}`,
    { description: 'Remove it to get all that is new with each poll.' },
  );
}
