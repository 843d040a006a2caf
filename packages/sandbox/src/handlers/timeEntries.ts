import type { TicketRecord } from '../kinds/tickets.js';
import { showTimeEntry, timeEntries, type TimeEntryRecord } from '../kinds/timeEntries.js';
import type { ValidationErrors } from '../rails/failures.js';
import { wholeNumberErrors } from '../rails/numericality.js';
import { valueBeforeCast } from '../rails/permitBody.js';
import type { Handlers } from './handler.js';
import { changeRecord, draftRecord } from './records.js';
import { findNested, findTicket, removeFrom } from './shared.js';
import { touchTicket } from './tickets.js';

type TimeEntryOperation = `timeEntries.${'create' | 'update' | 'delete'}`;

export const timeEntryHandlers: Handlers<TimeEntryOperation> = {
  'timeEntries.create': (context, permit) => {
    const { state, user, now } = context;
    const ticket = findTicket(context);
    const body = permit();
    const given = { ...body, agent_id: body.agent_id ?? user.id };
    const entry = {
      ...draftRecord(context, timeEntries, given, {}, checkIn(ticket, body)),
      id: state.nextNestedId(),
    };
    ticket.time_entries.push(entry);
    touchTicket(ticket, now);
    return showTimeEntry(state, entry, ticket);
  },

  'timeEntries.update': (context, permit) => {
    const ticket = findTicket(context);
    const entry = findNested(context, ticket.time_entries);
    const body = permit();
    Object.assign(entry, changeRecord(context, timeEntries, entry, body, checkIn(ticket, body)));
    touchTicket(ticket, context.now);
  },

  'timeEntries.delete': (context) => {
    const ticket = findTicket(context);
    removeFrom(ticket.time_entries, findNested(context, ticket.time_entries));
    touchTicket(ticket, context.now);
  },
};

const checkIn =
  (ticket: TicketRecord, body: object) =>
  ({ duration, task_id }: TimeEntryRecord, errors: ValidationErrors): void => {
    const given = valueBeforeCast(body, 'duration') ?? duration;
    if (errors['duration'] === undefined) Object.assign(errors, wholeNumberErrors('duration', given, { above: 0 }));
    if (task_id !== null && !ticket.tasks.some(({ id }) => id === task_id)) errors['task'] = ['must exist'];
  };
