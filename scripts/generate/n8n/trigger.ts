import type { INodeProperties } from 'n8n-workflow';
import { events, type TriggerEvent } from '../../../nodes/BossDeskTrigger/events.js';
import { buildCollection } from './collections.js';
import { fieldsToReturn, filters, rawQuery, simplify } from './lists.js';

const event: INodeProperties = {
  displayName: 'Event',
  name: 'event',
  type: 'options',
  noDataExpression: true,
  options: Object.entries<TriggerEvent>(events)
    .map(([value, { name, description }]) => ({ name, value, description }))
    .sort((a, b) => a.name.localeCompare(b.name)),
  default: 'ticketCreated',
};

const maxItems: INodeProperties = {
  displayName: 'Max Items',
  name: 'maxItems',
  type: 'number',
  typeOptions: { minValue: 1 },
  default: 100,
  description: 'How many items a poll gives at most; the rest comes with the next one. Without it, all that is new.',
};

/** Every parameter of the trigger but the authentication, those of lists as the node has them. */
export const triggerProperties: readonly INodeProperties[] = [
  event,
  filters,
  rawQuery,
  simplify,
  buildCollection('Options', 'options', 'Add Option', [fieldsToReturn('title,status,agent'), maxItems]),
];
