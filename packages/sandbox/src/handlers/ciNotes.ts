import { refuseIfInvalid, type ValidationErrors } from '../rails/failures.js';
import type { NoteRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { userRef } from '../views/references.js';
import type { Handlers } from './handler.js';
import { checkPresence, findCi, findNested, removeFrom } from './shared.js';

type CiNoteOperation = `ciNotes.${'create' | 'update' | 'delete'}`;

export const ciNoteHandlers: Handlers<CiNoteOperation> = {
  'ciNotes.create': (context, permit) => {
    const { state, user, now } = context;
    const ci = findCi(context);
    const text = requireText(permit().text);
    const note = { id: state.nextNestedId(), text, created_at: now, updated_at: now, created_by_id: user.id };
    ci.notes.push(note);
    return renderNote(state, note);
  },

  'ciNotes.update': (context, permit) => {
    const note = findNested(context, findCi(context).notes);
    const { text } = permit();
    if (text !== undefined) Object.assign(note, { text: requireText(text), updated_at: context.now });
    return renderNote(context.state, note);
  },

  'ciNotes.delete': (context) => {
    const { notes } = findCi(context);
    const note = findNested(context, notes);
    removeFrom(notes, note);
    return renderNote(context.state, note);
  },
};

function requireText(text: string | null | undefined): string {
  const errors: ValidationErrors = {};
  checkPresence(errors, { text: text ?? null }, 'text');
  refuseIfInvalid(errors);
  return text ?? '';
}

/** doc L966-980 */
const renderNote = (state: State, note: NoteRecord) => ({
  id: note.id,
  text: note.text,
  created_at: note.created_at,
  updated_at: note.updated_at,
  created_by: userRef(state, note.created_by_id),
});
