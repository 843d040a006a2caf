import { nameTarget } from './tools/nameTarget.js';
import { type Tool, type ToolArguments, type ToolContext, ToolError } from './tools/tool.js';

/** What a person said to a question, or what came in place of that. */
export type Answer = 'accepted' | 'declined' | 'cancelled' | 'unanswered' | 'unclear';

/** Asks the person at the host; there where the host can show a question. */
export interface Consent {
  /** Undefined while the question is on its way: the call comes again with the answer. */
  ask(question: string): Promise<Answer | undefined>;
}

const refusals: Readonly<Record<Exclude<Answer, 'accepted'>, string>> = {
  declined: 'the user declined',
  cancelled: 'the user closed the question without an answer',
  unanswered:
    'the user was asked and did not answer in time. Where the host shows no questions, the operator can set BOSSDESK_DESTRUCTIVE to allow',
  unclear: 'the user was asked, and what the host answered is neither yes nor no',
};

/** Whether a deletion may go on. False while the question to the person is on its way. */
export async function agreeOnDeletion(
  context: Pick<ToolContext, 'client' | 'signal'>,
  tool: Tool,
  args: ToolArguments,
  consent: Consent,
): Promise<boolean> {
  const [id] = tool.operations;
  if (id === undefined) return true;
  const target = await nameTarget(context, id, args);
  const answer = await consent.ask(`Delete ${target}? This cannot be undone.`);
  if (answer === undefined) return false;
  if (answer !== 'accepted') throw new ToolError(`Nothing was deleted: ${refusals[answer]}.`);
  return true;
}

/** Where no person can be asked, the model says that it did. */
export function refuseUnconfirmed(tool: Tool, args: ToolArguments): void {
  if (args['confirm'] === true) return;
  throw new ToolError(
    `Nothing was deleted. Deleting ${tool.target?.(args) ?? 'this'} cannot be undone: ask the user, and call ${tool.name} again with confirm true once they agree.`,
  );
}
