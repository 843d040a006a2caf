import { refuseIfInvalid, ValidationFailure, type ValidationErrors } from '../rails/failures.js';
import type { TaskRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { renderTask } from '../views/tickets.js';
import type { Handlers } from './handler.js';
import { checkPresence, checkReferences, findNested, findTicket, givenFields, removeFrom } from './shared.js';
import { touchTicket } from './tickets.js';

type TaskOperation = `tasks.${'create' | 'update' | 'close' | 'reopen' | 'delete'}`;

export const taskHandlers: Handlers<TaskOperation> = {
  'tasks.create': (context, permit) => {
    const { state, user, now } = context;
    const ticket = findTicket(context);
    const body = permit();
    const fields = {
      title: body.title ?? '',
      note: body.note ?? null,
      created_at: now,
      due_at: body.due_at ?? null,
      closed_at: null,
      type_id: body.type_id ?? null,
      team_id: body.team_id ?? null,
      agent_id: body.agent_id ?? null,
      created_by_id: user.id,
    };
    validateTask(state, fields);
    const task: TaskRecord = { id: state.nextNestedId(), ...fields };
    ticket.tasks.push(task);
    touchTicket(ticket, now);
    return renderTask(state, task);
  },

  'tasks.update': (context, permit) => {
    const ticket = findTicket(context);
    const task = findNested(context, ticket.tasks);
    const body = permit();
    const given = givenFields(body, 'note', 'due_at', 'type_id', 'team_id', 'agent_id');
    const changed = { ...task, ...given, title: body.title === undefined ? task.title : (body.title ?? '') };
    validateTask(context.state, changed);
    Object.assign(task, changed);
    touchTicket(ticket, context.now);
  },

  'tasks.close': (context, permit) => {
    const ticket = findTicket(context);
    const task = findNested(context, ticket.tasks);
    if (task.closed_at !== null)
      throw new ValidationFailure({ base: ["can't be closed because it is closed already"] });
    Object.assign(task, givenFields(permit(), 'note'), { closed_at: context.now });
    touchTicket(ticket, context.now);
    return renderTask(context.state, task);
  },

  'tasks.reopen': (context) => {
    const ticket = findTicket(context);
    const task = findNested(context, ticket.tasks);
    if (task.closed_at === null) throw new ValidationFailure({ base: ["can't be opened because it is not closed"] });
    task.closed_at = null;
    touchTicket(ticket, context.now);
    return renderTask(context.state, task);
  },

  'tasks.delete': (context) => {
    const ticket = findTicket(context);
    const task = findNested(context, ticket.tasks);
    removeFrom(ticket.tasks, task);
    for (const entry of ticket.time_entries) if (entry.task_id === task.id) entry.task_id = null;
    touchTicket(ticket, context.now);
  },
};

function validateTask(state: State, task: Omit<TaskRecord, 'id'>): void {
  const errors: ValidationErrors = {};
  checkPresence(errors, task, 'title');
  checkReferences(state, errors, {
    type: ['task_types', task.type_id],
    team: ['teams', task.team_id],
    agent: ['users', task.agent_id],
  });
  refuseIfInvalid(errors);
}
