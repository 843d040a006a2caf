import { isBossDeskError, mayHaveHappened, type OperationId, type Row } from 'bossdesk-client';
import { describeFinding, lookAfter } from './lookAfter.js';
import { isCancelled, type ToolContext, ToolError } from './tool.js';

/** What came of a write. */
export interface Sent {
  /** The API's, or in its place the record as it was read. */
  readonly answer: unknown;
  /** How it is known that it was done, where no answer said so. */
  readonly note: string;
  /** What the API said meanwhile. */
  readonly said: readonly string[];
}

/**
 * Sends a write once. Where no answer tells whether it was done, what it was about is read.
 *
 * @throws ToolError that says so where it was not done, or nobody can tell; BossDeskError where it was refused.
 */
export async function sendOnce(
  context: Pick<ToolContext, 'client' | 'signal' | 'now'>,
  id: OperationId,
  input: Row,
): Promise<Sent> {
  const sentAt = context.now();
  try {
    return { answer: await context.client.call(id, input, { signal: context.signal }), note: '', said: [] };
  } catch (error) {
    if (!isBossDeskError(error) || !mayHaveHappened(error) || isCancelled(context.signal)) throw error;
    const finding = await lookAfter(context, { id, input, sentAt }, error);
    const { words, data } = describeFinding(error, finding);
    if (finding.is !== 'done') throw new ToolError(words, data);
    return { answer: finding.record, note: words, said: data };
  }
}
