import { ciNotes, showCiNote } from '../kinds/ciNotes.js';
import type { Handlers } from './handler.js';
import { changeRecord, draftRecord } from './records.js';
import { findCi, findNested, removeFrom } from './shared.js';

type CiNoteOperation = `ciNotes.${'create' | 'update' | 'delete'}`;

export const ciNoteHandlers: Handlers<CiNoteOperation> = {
  'ciNotes.create': (context, permit) => {
    const { state } = context;
    const ci = findCi(context);
    const note = { ...draftRecord(context, ciNotes, permit()), id: state.nextNestedId() };
    ci.notes.push(note);
    return showCiNote(state, note);
  },

  'ciNotes.update': (context, permit) => {
    const note = findNested(context, findCi(context).notes);
    const body = permit();
    if (Object.keys(body).length > 0) {
      Object.assign(note, changeRecord(context, ciNotes, note, body), { updated_at: context.now });
    }
    return showCiNote(context.state, note);
  },

  'ciNotes.delete': (context) => {
    const { notes } = findCi(context);
    const note = findNested(context, notes);
    removeFrom(notes, note);
    return showCiNote(context.state, note);
  },
};
