import type { Workflow } from 'bossdesk-recipes';

/** Seconds between two polls: n8n takes no shorter schedule than a minute, but several of them. The durable one looks every five. */
const EVERY_SECONDS = 10;

/** Name of the trigger. */
export const TRIGGER = 'BOSSDesk Trigger';

/** The trigger, and a node that tells of each item that reaches it. */
export function buildWorkflow(effectUrl: string): Workflow & { readonly active: boolean } {
  const item = Array.from({ length: 60 / EVERY_SECONDS }, (_, index) => ({
    mode: 'custom',
    cronExpression: `${index * EVERY_SECONDS} * * * * *`,
  }));
  return {
    id: 'newTickets1',
    name: 'Tell of new tickets',
    active: false,
    settings: { executionOrder: 'v1' },
    nodes: [
      {
        id: 'trigger',
        name: TRIGGER,
        type: 'n8n-nodes-bossdesk.bossDeskTrigger',
        typeVersion: 1,
        position: [0, 0],
        parameters: { pollTimes: { item }, event: 'ticketCreated' },
        credentials: { bossDeskApi: { id: 'bossdeskSandbox1', name: 'BOSSDesk sandbox' } },
      },
      {
        id: 'effect',
        name: 'Tell',
        type: 'n8n-nodes-base.httpRequest',
        typeVersion: 4.2,
        position: [220, 0],
        parameters: {
          method: 'POST',
          url: effectUrl,
          sendBody: true,
          specifyBody: 'json',
          jsonBody: '={{ JSON.stringify({ number: $json.friendly_id }) }}',
          options: {},
        },
      },
    ],
    connections: { [TRIGGER]: { main: [[{ node: 'Tell', type: 'main', index: 0 }]] } },
  };
}
