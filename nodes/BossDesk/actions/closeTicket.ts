import {
  type BossDeskError,
  endSentence,
  getOperation,
  isBossDeskError,
  isNothing,
  mayHaveHappened,
  type Operation,
  type OperationOutput,
  previewCall,
  toHtml,
} from 'bossdesk-client';
import { NodeOperationError } from 'n8n-workflow';
import { toNodeError } from '../errors.js';
import { resolveNames } from '../names.js';
import { readInput } from '../panel/readInput.js';
import { readSwitch } from '../panel/readSettings.js';
import { readTextFormat } from '../panel/readTextFormat.js';
import { callOperation, describeDryRun, shapeAnswer } from './callOperation.js';
import type { ApiRecord, Handler, Output, Run } from './run.js';

interface Comment {
  readonly friendly_id: number;
  readonly body: string;
  readonly is_public: boolean;
}

/**
 * Closes a ticket, after a comment where one is given. The comment goes first: a ticket that stays open with its comment
 * is still on somebody's list, whereas one that is closed without it has lost why.
 *
 * @throws NodeOperationError or NodeApiError; where only the comment was added, it says so.
 */
export const closeTicket: Handler = async (run) => {
  const close = getOperation('tickets.close');
  const text = readComment(run);
  if (text === undefined) return callOperation(run, close);
  const { context, client, itemIndex, names, options, settings } = run;
  const { friendly_id } = (await resolveNames(names, close, readInput(context, itemIndex, close))) as {
    friendly_id: number;
  };
  const comment: Comment = { friendly_id, ...text };
  if (settings.isDryRun) return [describeBoth(close, comment)];
  const { id } = await client.tickets.addComment({ ...comment }, options);
  const closed = await client.tickets.close({ friendly_id }, options).catch((error: unknown) => {
    if (!isBossDeskError(error)) throw error;
    return settleHalfDone(run, { ...comment, id }, error);
  });
  return [await shapeAnswer(run, close, closed as ApiRecord)];
};

/** A comment of which nothing is given is none; models write "" for what they leave out. */
function readComment({ context, itemIndex }: Run): Omit<Comment, 'friendly_id'> | undefined {
  const given = context.getNodeParameter('additionalFields.comment', itemIndex, '') as unknown;
  if (isNothing(given)) return undefined;
  if (typeof given !== 'string' && typeof given !== 'number') {
    throw new NodeOperationError(context.getNode(), `Comment takes a text, not ${JSON.stringify(given)}`, {
      itemIndex,
      description: 'Check its expression.',
    });
  }
  return {
    body: toHtml(String(given), readTextFormat(context, itemIndex)),
    is_public: readSwitch(context, itemIndex, 'additionalFields.isPublic', 'Public'),
  };
}

/** Two requests would leave: the comment's comes first. */
function describeBoth(close: Operation, comment: Comment): Output {
  const adding = getOperation('tickets.addComment');
  const before = [{ operation: adding.id, ...previewCall(adding, { ...comment }) }] as ApiRecord[];
  const { json } = describeDryRun(close, { friendly_id: comment.friendly_id });
  return { json: { ...json, before } };
}

/** Looks at the ticket before saying how far it came: a connection may break after the ticket was closed. */
async function settleHalfDone(
  run: Run,
  { friendly_id, id, is_public }: Comment & { readonly id: number },
  error: BossDeskError,
): Promise<OperationOutput<'tickets.get'>> {
  const ticket = await run.client.tickets.get({ friendly_id }, run.options).catch(() => undefined);
  const isUncertain = mayHaveHappened(error);
  if (isUncertain && ticket?.status === CLOSED) return ticket;
  const failure = toNodeError(run.context.getNode(), error, run.client.redact);
  const comment = `Half done: the ${is_public ? 'public' : 'private'} comment ${id} was added to ticket ${friendly_id}`;
  const outcome =
    ticket?.status === CLOSED
      ? 'which was closed already'
      : isUncertain && ticket === undefined
        ? 'and whether it was closed is not known'
        : 'but it was not closed';
  throw Object.assign(failure, {
    message: `${comment}, ${outcome}. ${endSentence(failure.message)} Remove Comment before trying again: it would be added once more.`,
  });
}

const CLOSED = 'closed';
