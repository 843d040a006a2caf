import type { INodeProperties } from 'n8n-workflow';
import { events, type TriggerEvent } from '../../../nodes/BossDeskTrigger/events.js';
import { buildCollection } from './collections.js';
import { buildFilters } from './filters.js';
import { fieldsToReturn, rawQuery, simplify } from './lists.js';

const event: INodeProperties = {
  displayName: 'Event',
  name: 'event',
  type: 'options',
  noDataExpression: true,
  options: Object.entries<TriggerEvent>(events)
    .map(([value, { name, description }]) => ({ name, value, description }))
    .sort((a, b) => a.name.localeCompare(b.name)),
  default: 'ticketCreated',
  description: 'What starts the workflow',
};

const maxItems: INodeProperties = {
  displayName: 'Max Items',
  name: 'maxItems',
  type: 'number',
  typeOptions: { minValue: 1 },
  default: 100,
  description: 'How many items a poll gives at most; the rest comes with the next one. Without it, all that is new.',
};

/** The filters of each list that an event is looked for in. */
const filters = [...new Set(Object.values<TriggerEvent>(events).map(({ kind }) => kind))].flatMap((kind) => {
  const names = Object.entries<TriggerEvent>(events).flatMap(([name, one]) => (one.kind === kind ? [name] : []));
  return buildFilters(kind).map((property) => ({ ...property, displayOptions: { show: { event: names } } }));
});

/** Every parameter of the trigger but the authentication, those of lists as the node has them. */
export const triggerProperties: readonly INodeProperties[] = [
  event,
  ...filters,
  rawQuery,
  simplify,
  buildCollection('options', [fieldsToReturn('title,status,agent'), maxItems]),
];
