import type { INodeProperties } from 'n8n-workflow';
import { defaultLimits, type Operation } from '../../../packages/core/src/index.js';

/** How many items an action works on at the same time; nothing for what is the same for every item. */
export function itemsAtOnceOf(operation: Operation): INodeProperties[] {
  const isList = operation.success.body === 'list';
  if (operation.change === undefined && !isList && !operation.path.includes(':')) return [];
  const usual = operation.change === undefined ? defaultLimits.concurrency : 1;
  const why =
    operation.change === undefined
      ? 'How many items to work on at the same time, and the most requests at once'
      : 'How many items to work on at the same time. One by one keeps their order in BOSSDesk.';
  return [
    {
      displayName: 'Items at Once',
      name: 'itemsAtOnce',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 32, numberPrecision: 0 },
      default: usual,
      description: why,
    },
  ];
}
