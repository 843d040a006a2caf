import type { Tool } from './tool.js';
import { writeTool } from './writeTool.js';

const addTask = writeTool({
  name: 'add_task',
  toolset: 'work',
  operation: 'tasks.create',
  description: 'Adds a new task to a ticket, to give to an agent or team. Edit it by update_task.',
  done: ({ target, id }) => `Added task ${id} to ${target}.`,
  tellsNew: true,
});

const updateTask = writeTool({
  name: 'update_task',
  toolset: 'work',
  operation: 'tasks.update',
  description:
    'Changes the given fields of a task (due date, who is assigned); none empties one. Its id is in get_ticket.',
  done: ({ target }) => `Updated ${target}.`,
});

const closeTask = writeTool({
  name: 'close_task',
  toolset: 'work',
  operation: 'tasks.close',
  description: 'Marks a task as done. Its id is in get_ticket.',
  describe: { note: 'Replaces the note' },
  done: ({ target }) => `Closed ${target}.`,
});

const reopenTask = writeTool({
  name: 'reopen_task',
  toolset: 'work',
  operation: 'tasks.reopen',
  description: 'Reopens a task that close_task closed.',
  done: ({ target }) => `Reopened ${target}.`,
});

const addTimeEntry = writeTool({
  name: 'add_time_entry',
  toolset: 'work',
  operation: 'timeEntries.create',
  description: 'Logs or books time: minutes of work spent on a ticket. Read it by get_ticket.',
  describe: { duration: 'Minutes', task_id: 'Task id' },
  done: ({ target, id, args }) => `Logged ${args['duration'] ?? ''} minutes on ${target} (time entry ${id}).`,
  tellsNew: true,
});

const updateTimeEntry = writeTool({
  name: 'update_time_entry',
  toolset: 'work',
  operation: 'timeEntries.update',
  description:
    'Corrects minutes or date of a time entry that was logged wrong; none empties a field. Its id is in get_ticket.',
  describe: { duration: 'Minutes', task_id: 'Task id' },
  done: ({ target }) => `Updated ${target}.`,
});

export const workTools: readonly Tool[] = [addTask, updateTask, closeTask, reopenTask, addTimeEntry, updateTimeEntry];
