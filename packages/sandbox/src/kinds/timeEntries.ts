import { hidden } from '../model/field.js';
import { defineKind } from '../model/kind.js';
import { blankRecord, type RecordOf } from '../model/record.js';
import { reference } from '../model/references.js';
import { computed, count, day, flag, id, integer, text } from '../model/values.js';
import { wholeView } from '../model/view.js';
import { between, chance, daysAgo } from '../seed/random.js';
import type { SeedWorld } from '../seed/seedWorld.js';
import type { TaskRecord } from './tasks.js';
import { userRef } from './users.js';

/** doc L2088-2105 */
const fields = {
  id: id(),
  date: day(),
  /** Minutes. */
  duration: count(),
  task_id: integer(),
  billable: flag(),
  agent_id: reference('users', userRef),
  task: computed(showTask),
  /** Never shown (notes 5.51). */
  note: hidden(text()),
};

export type TimeEntryRecord = RecordOf<typeof fields>;

export const timeEntries = defineKind(fields, ['timeEntries.create', 'timeEntries.update']);

export const showTimeEntry = wholeView(timeEntries);

function showTask(
  { task_id }: { readonly task_id: number | null },
  ticket: { readonly tasks: readonly TaskRecord[] },
): Pick<TaskRecord, 'id' | 'title'> | null {
  const task = ticket.tasks.find(({ id }) => id === task_id);
  return task === undefined ? null : { id: task.id, title: task.title };
}

export const seedTimeEntry = (
  world: SeedWorld,
  taskId: number | null,
  agentId: number,
  age: number,
): TimeEntryRecord => ({
  ...blankRecord(timeEntries.fields),
  id: world.nextNestedId(),
  date: daysAgo(age).slice(0, 10),
  duration: between(1, 16) * 15,
  billable: chance(0.3),
  task_id: taskId,
  agent_id: agentId,
});
