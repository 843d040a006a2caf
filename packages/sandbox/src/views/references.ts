import type { LookupRecord, Lookups } from '../state/lookupRecords.js';
import type { UserRecord } from '../state/records.js';
import type { State } from '../state/state.js';

/** Records as they stand inside others. */

/** A type, not an interface: only types fit the index signatures of the schemas' outputs. */
export type NamedRef = Pick<LookupRecord, 'id' | 'name'>;

export function namedRef(state: State, kind: keyof Lookups, id: number | null): NamedRef | null {
  const record = state.lookup(kind, id);
  return record === undefined ? null : { id: record.id, name: record.name };
}

export const namedRefs = (state: State, kind: keyof Lookups, ids: readonly number[]): NamedRef[] =>
  ids.flatMap((id) => namedRef(state, kind, id) ?? []);

export function userRef(state: State, id: number | null) {
  const user = id === null ? undefined : state.users.byId(id);
  return user === undefined ? null : { ...requesterSideRef(user), username: user.username };
}

/** Answers for end-users leave the user name out (doc L1862-1867). */
export function userRefWithoutName(state: State, id: number | null) {
  const user = id === null ? undefined : state.users.byId(id);
  return user === undefined ? null : requesterSideRef(user);
}

const requesterSideRef = ({ id, friendly_id, first_name, last_name }: UserRecord) => ({
  id,
  friendly_id,
  first_name,
  last_name,
});

export function ticketTypeRef(state: State, id: number | null) {
  const type = state.lookup('ticket_types', id);
  return type === undefined ? null : { id: type.id, name: type.name, shortcut: type.shortcut };
}

export function priorityRef(state: State, id: number | null) {
  const priority = state.lookup('helpdesk_priorities', id);
  return priority === undefined ? null : { id: priority.id, name: priority.name, color: priority.color };
}

export function categoryRef(state: State, id: number | null) {
  const category = state.lookup('helpdesk_categories', id);
  if (category === undefined) return null;
  return { id: category.id, name: category.name, color: category.color, icon: category.icon };
}

export function ciTypeRef(state: State, id: number | null) {
  const type = state.lookup('ci_types', id);
  return type === undefined ? null : { id: type.id, name: type.name, icon: type.icon };
}

/** With its colour, which `GET /cis` leaves out (doc L302-305). */
export function ciStatusRef(state: State, id: number | null) {
  const status = state.lookup('ci_statuses', id);
  return status === undefined ? null : { id: status.id, name: status.name, color: status.color };
}
