import { defineKind } from '../model/kind.js';
import { nested } from '../model/nested.js';
import { blankRecord, type RecordOf } from '../model/record.js';
import { reference } from '../model/references.js';
import { flag, id, sureFlag, text, time, wholeText } from '../model/values.js';
import { wholeView } from '../model/view.js';
import { between, chance, daysAgo, pick } from '../seed/random.js';
import type { SeedWorld } from '../seed/seedWorld.js';
import { agentComments, requesterComments } from '../seed/ticketTexts.js';
import { attachments, seedAttachment } from './attachments.js';
import { userRef, type UserRecord } from './users.js';

/** doc L1756-1772 */
const fields = {
  id: id(),
  body: wholeText(),
  created_at: time(),
  is_public: sureFlag(),
  from_agent: flag(),
  source: text(),
  created_by_id: reference('users', userRef),
  attachments: nested(attachments),
};

export type CommentRecord = RecordOf<typeof fields>;

export const comments = defineKind(fields, ['tickets.addComment', 'myTickets.addComment']);

export const showComment = wholeView(comments);

/** What is said about a ticket so many days old, between its agent and its requester. */
export function seedComments(
  world: SeedWorld,
  requester: UserRecord,
  agent: UserRecord | null,
  age: number,
  updatedAge: number,
): CommentRecord[] {
  const count = between(0, 3);
  return Array.from({ length: count }, (_, index) => {
    const author = agent !== null && index % 2 === 0 ? agent : requester;
    const created = daysAgo(age - ((age - updatedAge) * (index + 1)) / (count + 1));
    return seedComment(world, author, author !== requester, created);
  });
}

function seedComment(world: SeedWorld, author: UserRecord, fromAgent: boolean, created: string): CommentRecord {
  return {
    ...blankRecord(comments.fields),
    id: world.nextNestedId(),
    body: `<p>${pick(fromAgent ? agentComments : requesterComments)}</p>`,
    created_at: created,
    is_public: !fromAgent || chance(0.7),
    from_agent: fromAgent,
    source: fromAgent ? 'web_portal' : 'user_portal',
    created_by_id: author.id,
    attachments: chance(0.06) ? [seedAttachment(world, author, created)] : [],
  };
}
