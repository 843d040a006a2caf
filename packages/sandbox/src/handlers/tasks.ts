import { taskAlone, tasks } from '../kinds/tasks.js';
import { ValidationFailure } from '../rails/failures.js';
import type { Handlers } from './handler.js';
import { changeRecord, draftRecord } from './records.js';
import { findNested, findTicket, removeFrom } from './shared.js';
import { touchTicket } from './tickets.js';

type TaskOperation = `tasks.${'create' | 'update' | 'close' | 'reopen' | 'delete'}`;

export const taskHandlers: Handlers<TaskOperation> = {
  'tasks.create': (context, permit) => {
    const { state, now } = context;
    const ticket = findTicket(context);
    const task = { ...draftRecord(context, tasks, permit()), id: state.nextNestedId() };
    ticket.tasks.push(task);
    touchTicket(ticket, now);
    return taskAlone(state, task);
  },

  'tasks.update': (context, permit) => {
    const ticket = findTicket(context);
    const task = findNested(context, ticket.tasks);
    Object.assign(task, changeRecord(context, tasks, task, permit()));
    touchTicket(ticket, context.now);
  },

  'tasks.close': (context, permit) => {
    const ticket = findTicket(context);
    const task = findNested(context, ticket.tasks);
    if (task.closed_at !== null)
      throw new ValidationFailure({ base: ["can't be closed because it is closed already"] });
    Object.assign(task, changeRecord(context, tasks, task, permit()), { closed_at: context.now });
    touchTicket(ticket, context.now);
    return taskAlone(context.state, task);
  },

  'tasks.reopen': (context) => {
    const ticket = findTicket(context);
    const task = findNested(context, ticket.tasks);
    if (task.closed_at === null) throw new ValidationFailure({ base: ["can't be opened because it is not closed"] });
    task.closed_at = null;
    touchTicket(ticket, context.now);
    return taskAlone(context.state, task);
  },

  'tasks.delete': (context) => {
    const ticket = findTicket(context);
    const task = findNested(context, ticket.tasks);
    removeFrom(ticket.tasks, task);
    for (const entry of ticket.time_entries) if (entry.task_id === task.id) entry.task_id = null;
    touchTicket(ticket, context.now);
  },
};
