import { fullNameOf, isRecord, startOfText } from 'bossdesk-client';
import { shownName } from '../model/field.js';
import { nobody } from '../model/view.js';
import type { State } from '../state/state.js';
import type { Subject } from './subject.js';

/** They follow from any change. */
const followers = new Set(['updated_at', 'lock_version', 'closed_at', 'barcode']);

/** What differs between two states of a record: `priority Low → High`. What lies inside it is not looked at. */
export function tellDifferences(state: State, before: Subject, after: Subject): string[] {
  return Object.entries(before.fields).flatMap(([name, field]) => {
    if (field.nested !== undefined || field.computed === true || followers.has(name)) return [];
    const [old, current] = [before.record[name], after.record[name]];
    if (JSON.stringify(old) === JSON.stringify(current)) return [];
    const show = (stored: unknown) =>
      inWords(field.show(stored, { state, record: after.record, owner: nobody, forFile: false }));
    const label = shownName(name, field).replaceAll('_', ' ');
    // Its values stand under the ids of fields, which say nothing.
    return [name === 'custom_fields' ? label : `${label} ${show(old)} → ${show(current)}`];
  });
}

const LONGEST = 60;

/** A value as people call it. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inWords).join(', ');
  if (isRecord(value)) return nameIn(value);
  return cut(typeof value === 'string' ? value : JSON.stringify(value));
}

function nameIn(value: Readonly<Record<string, unknown>>): string {
  const person = fullNameOf(value);
  if (person !== '') return person;
  const name = value['name'] ?? value['title'] ?? value['number'] ?? value['username'];
  return cut(typeof name === 'string' ? name : JSON.stringify(value));
}

export const cut = (text: string): string => startOfText(text, LONGEST);
