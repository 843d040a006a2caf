import * as z from 'zod';
import type { takePage } from '../render/pages.js';
import { buildReply, roomForData, type ToolReply } from '../render/reply.js';
import type { Detail } from '../render/ticket.js';

export const pageArgument = z.int().min(1).default(1).meta({ description: 'Of a long ticket, from 1' });

interface TicketHead {
  readonly number: number;
  /** Its id and whatever later calls need. */
  readonly about: string;
  readonly page: number;
  readonly detail?: Detail;
}

/** A page of a ticket that is too long for one reply, and how to get the next. */
export async function replyWithPage(
  { number, about, page, detail }: TicketHead,
  render: (room: number) => ReturnType<typeof takePage>,
): Promise<ToolReply> {
  const head = `Ticket ${number} (${about})${page === 1 ? '' : `, page ${page}`}.`;
  const foot = `Page ${page + 1} goes on${page === 1 && detail === 'summary' ? '; detail "full" shows more on page 1' : ''}.`;
  const shown = await render(roomForData({ head, foot }));
  if ('last' in shown) {
    return buildReply({
      head: `Ticket ${number} (${about}) has ${shown.last === 1 ? '1 page' : `${shown.last} pages`}: there is no page ${page}.`,
    });
  }
  return buildReply({ head, data: shown.lines, ...(shown.more ? { foot } : {}) });
}
