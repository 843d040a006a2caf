import { isBossDeskError, type OperationOutput } from 'bossdesk-client';
import * as z from 'zod';
import { buildReply, roomForData } from '../render/reply.js';
import { renderTickets, ticketParts } from '../render/severalTickets.js';
import { recordArgument } from './fields.js';
import { defineTool, type ToolContext, ToolError } from './tool.js';

/** More would leave too little of each. */
const MOST = 10;

export const getTickets = defineTool({
  name: 'get_tickets',
  toolset: 'tickets',
  title: 'Get several tickets',
  operations: ['tickets.get'],
  description:
    'Shows several tickets (up to ten) to compare, with their comments, time entries or tasks; for one use get_ticket.',
  input: {
    ticket_numbers: z.array(recordArgument('tickets')).min(1).max(MOST).meta({ description: 'Ticket numbers' }),
    show: z.array(z.enum(ticketParts)).default([]).meta({ description: 'What to list of each' }),
  },
  async run(context, { ticket_numbers, show }) {
    const numbers = [...new Set(ticket_numbers)];
    const found = await Promise.all(numbers.map((number) => readTicket(context, number)));
    const tickets = found.filter((ticket) => ticket !== undefined);
    const missing = numbers.filter((_, index) => found[index] === undefined);
    if (tickets.length === 0) throw new ToolError(`There is no ticket ${missing.join(', ')}.`);
    const head = tickets.length === 1 ? '1 ticket:' : `${tickets.length} tickets:`;
    // As long as it can get.
    const feet = (cut: readonly number[]) =>
      [
        cut.length === 0 ? '' : `Cut: ${cut.join(', ')}. get_ticket shows the whole of one.`,
        missing.length === 0 ? '' : `There is no ticket ${missing.join(', ')}.`,
      ]
        .filter((line) => line !== '')
        .join('\n');
    const { lines, cut } = await renderTickets(tickets, show, roomForData({ head, foot: feet(numbers) }));
    return buildReply({ head, data: lines, foot: feet(cut) });
  },
});

async function readTicket(
  { client, signal }: ToolContext,
  friendly_id: number,
): Promise<OperationOutput<'tickets.get'> | undefined> {
  try {
    return await client.tickets.get({ friendly_id }, { signal });
  } catch (error) {
    if (isBossDeskError(error, 'NotFoundError')) return undefined;
    throw error;
  }
}
