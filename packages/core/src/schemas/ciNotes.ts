import { z } from 'zod';
import { idField, outId, requiredText, timestamp, userRef } from './fields.js';
import type { OperationSchemas } from './schema.js';
import { ciNumber } from './parents.js';

/** Only the answers to writes show a note: no route reads them (notes 5.27). */
const note = () =>
  z
    .looseObject({
      id: outId(),
      text: z.string(),
      created_at: timestamp(),
      updated_at: timestamp().nullish(),
      created_by: userRef().nullish(),
    })
    .meta({ title: 'CI Note' });

const noteBody = () => z.strictObject({ text: requiredText({ title: 'Text' }) });
const noteOfCi = () => ciNumber().extend({ id: idField({ title: 'Note ID' }) });

/** doc L947-1050: a delete answers with the note that is gone */
export const ciNoteSchemas = {
  'ciNotes.create': { params: ciNumber(), body: noteBody(), output: note() },
  'ciNotes.update': { params: noteOfCi(), body: noteBody(), output: note() },
  'ciNotes.delete': { params: noteOfCi(), output: note() },
} satisfies Record<string, OperationSchemas>;
