import { z } from 'zod';
import {
  createBody,
  idField,
  momentField,
  namedRef,
  outId,
  requiredText,
  textField,
  timestamp,
  updateBody,
  userRef,
} from './fields.js';
import type { OperationSchemas } from './schema.js';
import { ticketNumber } from './parents.js';

/** A task; only inside a ticket does it say when and by whom it was created (doc L1164-1198, L1564-1588). */
export const taskRecord = () =>
  z
    .looseObject({
      id: outId(),
      title: z.string(),
      note: z.string().nullish(),
      created_at: timestamp().nullish(),
      due_at: timestamp().nullish(),
      closed_at: timestamp().nullish(),
      type: namedRef().nullish(),
      team: namedRef().nullish(),
      agent: userRef().nullish(),
      created_by: userRef().nullish(),
    })
    .meta({ title: 'Task' });

const taskTitle = () => requiredText({ title: 'Title' });
const note = () => textField({ title: 'Note' });

const optionalTaskFields = () => ({
  type_id: idField({ title: 'Type', references: 'task_types' }).nullable(),
  team_id: idField({ title: 'Team', references: 'teams' }).nullable(),
  agent_id: idField({ title: 'Agent', references: 'agents' }).nullable(),
  note: note(),
  due_at: momentField({
    title: 'Due At',
    description: 'ISO 8601; without a zone it is UTC',
    years: { back: 20, ahead: 20 },
  }).nullable(),
});

const taskOfTicket = () => ticketNumber().extend({ id: idField({ title: 'Task', references: 'tasks' }) });

/** doc L1153-1320: tasks are listed by the ticket they belong to (notes 5.35) */
export const taskSchemas = {
  'tasks.create': {
    params: ticketNumber(),
    body: createBody({ title: taskTitle() }, optionalTaskFields()),
    output: taskRecord(),
  },
  'tasks.update': {
    params: taskOfTicket(),
    body: updateBody({ title: taskTitle(), ...optionalTaskFields() }),
    output: z.undefined(),
  },
  'tasks.close': {
    params: taskOfTicket(),
    // The doc's only example sends a note; nothing says that it must (L1240-1246, notes 5.33).
    body: z.strictObject({ note: note().optional() }),
    output: taskRecord(),
  },
  'tasks.reopen': { params: taskOfTicket(), output: taskRecord() },
  'tasks.delete': { params: taskOfTicket(), output: z.undefined() },
} satisfies Record<string, OperationSchemas>;
