import { getOperation, type KindName } from 'bossdesk-client';
import type { Tool } from './tool.js';

/** A field of a record that people ask to change and the API does not take (notes 5.38). */
interface FixedField {
  /** What it is called in arguments. */
  readonly called: RegExp;
  readonly why: string;
}

const fixed: Partial<Record<KindName, readonly FixedField[]>> = {
  tickets: [
    { called: /^(due|due_at|due_date|deadline)$/, why: 'BOSSDesk sets when a ticket is due, and its API cannot' },
    { called: /^(status|state)$/, why: 'a ticket changes its status by close_ticket and reopen_ticket alone' },
    {
      called: /^((linked_)?(cis?|assets?)|ci_(ids?|numbers?)|asset_ids?)$/,
      why: 'CIs are linked to tickets in BOSSDesk, not by its API',
    },
    { called: /^(problem|change)(_id|_number)?$/, why: 'tickets are linked to each other in BOSSDesk, not by its API' },
  ],
  tasks: [
    {
      called: /^(status|state|closed|closed_at)$/,
      why: 'a task changes its status by close_task and reopen_task alone',
    },
  ],
  cis: [{ called: /^(archived|archived_at|archive)$/, why: 'CIs are archived in BOSSDesk, not by its API' }],
  users: [
    { called: /^(archived|archived_at|archive)$/, why: 'users are archived in BOSSDesk, not by its API' },
    { called: /^(password|is_agent)$/, why: 'it is changed in BOSSDesk, not by its API' },
  ],
};

/** Why a tool that writes does not take an argument, where it is more than an unknown one. */
export function reasonOfFixed({ operations: [id] }: Tool, argument: string): string | undefined {
  const operation = id === undefined ? undefined : getOperation(id);
  if (operation?.change === undefined) return undefined;
  return fixed[operation.kind]?.find(({ called }) => called.test(argument.toLowerCase()))?.why;
}
