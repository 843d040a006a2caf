import type { Sandbox } from 'bossdesk-sandbox';
import { chainNodes, runWorkflow } from '../support/n8nInProcess.js';
import { say, sayStep } from './transcript.js';

const shownFields = {
  'Find Ticket': ['friendly_id', 'title', 'status', 'priority', 'requester'],
  'Add Comment': ['body', 'is_public'],
  'Close Ticket': ['friendly_id', 'status', 'closed_at'],
};

/** Runs a workflow on n8n's own engine, with the built node: finds the ticket by its title, comments on it, closes it. */
export async function closeTicketInN8n(
  { url, apiKey }: Sandbox,
  { title, comment }: { title: string; comment: string },
): Promise<void> {
  say('A workflow, on the engine of n8n with the built node');
  const foundNumber = { __rl: true, mode: 'id', value: "={{ $('Find Ticket').item.json.friendly_id }}" };
  const type = 'n8n-nodes-bossdesk.bossDesk';
  const run = await runWorkflow({
    credentials: { bossDeskApi: { url, apiKey } },
    workflow: chainNodes(
      {
        name: 'Find Ticket',
        type,
        parameters: {
          resource: 'ticket',
          operation: 'getAll',
          filters: {
            conditions: [
              { field: 'title', predicate: 'eq', value: title },
              { field: 'status', predicate: 'not_eq', value: 'closed' },
            ],
          },
        },
      },
      {
        name: 'Add Comment',
        type,
        parameters: {
          resource: 'ticket',
          operation: 'addComment',
          ticketNumber: foundNumber,
          body: `=Dear {{ $json.requester }}: ${comment}`,
          isPublic: true,
        },
      },
      { name: 'Close Ticket', type, parameters: { resource: 'ticket', operation: 'close', ticketNumber: foundNumber } },
    ),
  });
  if (run.error !== undefined) throw new Error(`the workflow stopped: ${run.error.message}`);
  for (const [name, shown] of Object.entries(shownFields)) {
    const [item, ...others] = run.node(name).items;
    if (item === undefined || others.length > 0) throw new Error(`"${name}" did not give one item.`);
    sayStep(name, shown.map((field) => `${field}: ${item.json[field] as string | number | boolean}`).join('\n'));
  }
}
