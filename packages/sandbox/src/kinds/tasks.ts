import { defineKind } from '../model/kind.js';
import { blankRecord, type RecordOf } from '../model/record.js';
import { lookup, reference } from '../model/references.js';
import { id, moment, text, time, wholeText } from '../model/values.js';
import { viewWithout } from '../model/view.js';
import { chance, daysAgo, pick } from '../seed/random.js';
import type { SeedWorld } from '../seed/seedWorld.js';
import { taskTitles } from '../seed/ticketTexts.js';
import { userRef } from './users.js';

/** In the order of a task inside its ticket (doc L1564-1588). */
const fields = {
  id: id(),
  title: wholeText(),
  note: text(),
  due_at: moment(),
  closed_at: moment(),
  type_id: lookup('task_types'),
  team_id: lookup('teams'),
  agent_id: reference('users', userRef),
  created_at: time(),
  created_by_id: reference('users', userRef),
};

export type TaskRecord = RecordOf<typeof fields>;

export const tasks = defineKind(fields, ['tasks.create', 'tasks.update', 'tasks.close']);

/** A task by itself says neither when nor by whom it was created (doc L1177-1198). */
export const taskAlone = viewWithout(tasks, ['created_at', 'created_by_id']);

export function seedTask(
  world: SeedWorld,
  ticket: { readonly due_at: string | null; readonly closed_at: string | null; readonly team_id: number | null },
  agentId: number,
  age: number,
): TaskRecord {
  return {
    ...blankRecord(tasks.fields),
    id: world.nextNestedId(),
    title: pick(taskTitles),
    note: '',
    created_at: daysAgo(age),
    due_at: ticket.due_at,
    closed_at: chance(0.8) || ticket.closed_at !== null ? daysAgo(age) : null,
    type_id: pick(world.lookups.task_types).id,
    team_id: ticket.team_id,
    agent_id: agentId,
    created_by_id: agentId,
  };
}
