import type { Tool } from './tool.js';
import { writeTool } from './writeTool.js';

const addTask = writeTool({
  name: 'add_task',
  toolset: 'work',
  operation: 'tasks.create',
  description: 'Adds a task to a ticket.',
  done: ({ target, id }) => `Added task ${id} to ${target}.`,
  tellsNew: true,
});

const updateTask = writeTool({
  name: 'update_task',
  toolset: 'work',
  operation: 'tasks.update',
  description: 'Changes the given fields of a task; none empties one. Task ids are in get_ticket.',
  done: ({ target }) => `Updated ${target}.`,
});

const closeTask = writeTool({
  name: 'close_task',
  toolset: 'work',
  operation: 'tasks.close',
  description: 'Closes a task. Task ids are in get_ticket.',
  describe: { note: 'Replaces the note' },
  done: ({ target }) => `Closed ${target}.`,
});

const reopenTask = writeTool({
  name: 'reopen_task',
  toolset: 'work',
  operation: 'tasks.reopen',
  description: 'Reopens a closed task.',
  done: ({ target }) => `Reopened ${target}.`,
});

const addTimeEntry = writeTool({
  name: 'add_time_entry',
  toolset: 'work',
  operation: 'timeEntries.create',
  description: 'Logs time spent on a ticket.',
  describe: { duration: 'Minutes', task_id: "The task's id" },
  done: ({ target, id, args }) => `Logged ${args['duration'] ?? ''} minutes on ${target} (time entry ${id}).`,
  tellsNew: true,
});

const updateTimeEntry = writeTool({
  name: 'update_time_entry',
  toolset: 'work',
  operation: 'timeEntries.update',
  description: 'Corrects logged time; none empties a field. Time entry ids are in get_ticket.',
  describe: { duration: 'Minutes', task_id: "The task's id" },
  done: ({ target }) => `Updated ${target}.`,
});

export const workTools: readonly Tool[] = [addTask, updateTask, closeTask, reopenTask, addTimeEntry, updateTimeEntry];
