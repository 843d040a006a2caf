import { type BossDeskError, type Client, isBossDeskError, isRecord, mayHaveHappened } from 'bossdesk-client';
import * as z from 'zod';
import { buildReply, type ToolReply } from '../render/reply.js';
import { setApart } from '../render/apiWords.js';
import { oneLine } from '../render/text.js';
import { recordArgument } from './fields.js';
import { LOOK_MS } from './lookAfter.js';
import { sendOnce } from './sendOnce.js';
import { toDeskHtml } from './texts.js';
import { defineTool, isCancelled, type ToolContext, ToolError } from './tool.js';

export const closeTicket = defineTool({
  name: 'close_ticket',
  toolset: 'tickets',
  title: 'Close a ticket',
  operations: ['tickets.close', 'tickets.addComment'],
  description:
    'Closes a solved ticket, with a private word if given. The requester is told before, by add_ticket_comment.',
  input: {
    ticket_number: recordArgument('tickets'),
    comment: z.string().optional().meta({ description: 'Private; written as a comment' }),
  },
  async run(context, { ticket_number: friendly_id, comment }) {
    const { client, signal } = context;
    const added = comment === undefined ? undefined : await addComment(context, friendly_id, comment);
    try {
      const closed = await client.tickets.close({ friendly_id }, { signal });
      return reply(friendly_id, added, readStatusOf(closed));
    } catch (error) {
      if (!isBossDeskError(error) || isCancelled(signal)) throw error;
      return describeOutcome({ client, error, friendly_id, commentId: added });
    }
  },
});

/** Nothing is closed before its comment stands. */
async function addComment(context: ToolContext, friendly_id: number, comment: string): Promise<number | undefined> {
  const input = { friendly_id, body: await toDeskHtml(comment), is_public: false };
  try {
    const { answer } = await sendOnce(context, 'tickets.addComment', input);
    return isRecord(answer) && typeof answer['id'] === 'number' ? answer['id'] : undefined;
  } catch (error) {
    throw error instanceof ToolError
      ? new ToolError(`${error.message} Ticket ${friendly_id} was not closed.`, error.data)
      : error;
  }
}

/** The API may answer without a record (notes 5.12). */
function readStatusOf(answer: { readonly status?: unknown } | undefined): string | undefined {
  return typeof answer?.status === 'string' ? oneLine(answer.status, 40) : undefined;
}

function reply(number: number, commentId: number | undefined, status: string | undefined, foot = ''): ToolReply {
  const done = commentId === undefined ? 'Closed' : `Added private comment ${commentId} and closed`;
  const now = status === undefined ? '' : `; its status is ${status}`;
  return buildReply({ head: `${done} ticket ${number}${now}.`, foot });
}

interface Failure {
  readonly client: Client;
  readonly error: BossDeskError;
  readonly friendly_id: number;
  readonly commentId: number | undefined;
}

/** Looks at the ticket before saying how far it came: a connection may break after the ticket was closed. */
async function describeOutcome({ client, error, friendly_id, commentId }: Failure): Promise<ToolReply> {
  const status = await readStatus(client, friendly_id);
  const { head: failure, data } = setApart(error);
  const isUncertain = mayHaveHappened(error);
  if (isUncertain && status === CLOSED)
    return reply(friendly_id, commentId, status, `${failure} Read afterwards, the ticket is closed.`);
  if (commentId === undefined) {
    if (!isUncertain || status === undefined) throw error;
    throw new ToolError(`${failure} Ticket ${friendly_id} was not closed; its status is ${status}.`, data);
  }
  const added = `Half done: private comment ${commentId} was added to ticket ${friendly_id}`;
  if (status === CLOSED) throw new ToolError(`${added}, which was closed already. ${failure}`, data);
  const outcome =
    isUncertain && status === undefined ? 'and whether it was closed is not known' : 'but it was not closed';
  throw new ToolError(`${added}, ${outcome}. ${failure} To try again, call close_ticket without the comment.`, data);
}

const CLOSED = 'closed';

async function readStatus(client: Client, friendly_id: number): Promise<string | undefined> {
  try {
    return readStatusOf(await client.tickets.get({ friendly_id }, { signal: AbortSignal.timeout(LOOK_MS) }));
  } catch {
    return undefined;
  }
}
