import { defineKind } from '../model/kind.js';
import type { RecordOf } from '../model/record.js';
import { reference } from '../model/references.js';
import { changeTime, id, time, wholeText } from '../model/values.js';
import { wholeView } from '../model/view.js';
import { userRef } from './users.js';

/** doc L966-980 */
const fields = {
  id: id(),
  text: wholeText(),
  created_at: time(),
  updated_at: changeTime(),
  created_by_id: reference('users', userRef),
};

export type CiNoteRecord = RecordOf<typeof fields>;

export const ciNotes = defineKind(fields, ['ciNotes.create', 'ciNotes.update']);

export const showCiNote = wholeView(ciNotes);
