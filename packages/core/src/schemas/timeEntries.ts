import { z } from 'zod';
import {
  createBody,
  booleanField,
  countField,
  dateField,
  type FieldMeta,
  idField,
  outId,
  textField,
  updateBody,
  userRef,
} from './fields.js';
import type { OperationSchemas } from './schema.js';
import { ticketNumber } from './parents.js';

/** `duration` is in minutes (assumed, notes 5.50); the note that was written never comes back (notes 5.51). */
export const timeEntryRecord = () =>
  z
    .looseObject({
      id: outId(),
      date: z.string().meta({ description: 'YYYY-MM-DD' }),
      duration: z.number().meta({ description: 'Minutes' }),
      billable: z.boolean().nullish(),
      task_id: outId().nullish(),
      agent: userRef().nullish(),
      task: z.looseObject({ id: outId(), title: z.string() }).nullish(),
    })
    .meta({ title: 'Time Entry' });

/** The most that one entry holds: a week, in minutes. More is seconds taken for minutes, or a slip of the hand. */
const MAX_MINUTES = 7 * 24 * 60;

const date = (leftOut: Pick<FieldMeta, 'leftOut'> = {}) =>
  dateField({ title: 'Date', description: 'YYYY-MM-DD', years: { back: 20, ahead: 10 }, ...leftOut });
const duration = () => countField(1, MAX_MINUTES, { title: 'Duration (Minutes)' });

const optionalEntryFields = () => ({
  agent_id: idField({ title: 'Agent', references: 'agents', description: 'Left out, the API user' }),
  billable: booleanField({ title: 'Billable', description: 'Left out, not billable' }),
  task_id: idField({ title: 'Task', references: 'tasks' }).nullable(),
  note: textField({ title: 'Note', description: 'Written only: no answer shows it' }),
});

const entryOfTicket = () => ticketNumber().extend({ id: idField({ title: 'Time Entry ID' }) });

/** doc L2064-2147: time entries are listed by the ticket they belong to (notes 5.35) */
export const timeEntrySchemas = {
  'timeEntries.create': {
    params: ticketNumber(),
    body: createBody({ date: date({ leftOut: 'today' }), duration: duration() }, optionalEntryFields()),
    output: timeEntryRecord(),
  },
  'timeEntries.update': {
    params: entryOfTicket(),
    body: updateBody({ date: date(), duration: duration(), ...optionalEntryFields() }),
    output: z.undefined(),
  },
  'timeEntries.delete': { params: entryOfTicket(), output: z.undefined() },
} satisfies Record<string, OperationSchemas>;
