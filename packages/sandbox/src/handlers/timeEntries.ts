import { refuseIfInvalid, type ValidationErrors } from '../rails/failures.js';
import type { TicketRecord, TimeEntryRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { renderTimeEntry } from '../views/tickets.js';
import type { Handlers } from './handler.js';
import { checkPresence, checkReferences, findNested, findTicket, givenFields, removeFrom } from './shared.js';
import { touchTicket } from './tickets.js';

type TimeEntryOperation = `timeEntries.${'create' | 'update' | 'delete'}`;

export const timeEntryHandlers: Handlers<TimeEntryOperation> = {
  'timeEntries.create': (context, permit) => {
    const { state, user, now } = context;
    const ticket = findTicket(context);
    const body = permit();
    const fields = validateTimeEntry(state, ticket, {
      date: body.date ?? null,
      duration: body.duration ?? null,
      billable: body.billable ?? false,
      task_id: body.task_id ?? null,
      agent_id: body.agent_id ?? user.id,
      note: body.note ?? null,
    });
    const entry = { id: state.nextNestedId(), ...fields };
    ticket.time_entries.push(entry);
    touchTicket(ticket, now);
    return renderTimeEntry(state, ticket, entry);
  },

  'timeEntries.update': (context, permit) => {
    const ticket = findTicket(context);
    const entry = findNested(context, ticket.time_entries);
    const body = permit();
    const given = givenFields(body, 'date', 'duration', 'task_id', 'agent_id', 'note');
    const billable = body.billable === undefined ? entry.billable : body.billable === true;
    Object.assign(entry, validateTimeEntry(context.state, ticket, { ...entry, ...given, billable }));
    touchTicket(ticket, context.now);
  },

  'timeEntries.delete': (context) => {
    const ticket = findTicket(context);
    removeFrom(ticket.time_entries, findNested(context, ticket.time_entries));
    touchTicket(ticket, context.now);
  },
};

type Draft = Omit<TimeEntryRecord, 'id' | 'date' | 'duration'> & { date: string | null; duration: number | null };

function validateTimeEntry(state: State, ticket: TicketRecord, draft: Draft): Omit<TimeEntryRecord, 'id'> {
  const errors: ValidationErrors = {};
  const { date, duration } = draft;
  checkPresence(errors, draft, 'date');
  if (duration === null) errors['duration'] = ["can't be blank"];
  else if (duration < 1) errors['duration'] = ['must be greater than 0'];
  checkReferences(state, errors, { agent: ['users', draft.agent_id] });
  if (draft.task_id !== null && !ticket.tasks.some(({ id }) => id === draft.task_id)) errors['task'] = ['must exist'];
  refuseIfInvalid(errors);
  return { ...draft, date: date ?? '', duration: duration ?? 0 };
}
