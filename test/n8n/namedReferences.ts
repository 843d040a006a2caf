import { byId } from './support.js';

// Items that name what a ticket refers to, and a node that takes the names by expression.

export const ticket = {
  resource: 'ticket',
  operation: 'create',
  title: 'x',
  typeId: byId(11_001),
  priorityId: byId(12_003),
};

export const named = {
  type: ' incident',
  priority: 'HIGH',
  agent: 'aldente@example.com',
  requester: 'don  key',
  tags: 'VIP, remote',
};
export const byExpression = {
  ...ticket,
  typeId: byId('={{ $json.type }}'),
  priorityId: byId('={{ $json.priority }}'),
  additionalFields: {
    agentId: byId('={{ $json.agent }}'),
    requesterId: byId('={{ $json.requester }}'),
    tagIds: '={{ $json.tags }}',
  },
};
