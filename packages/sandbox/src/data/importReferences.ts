import { referenceTime } from '../seed/random.js';
import type { LookupRecord, Lookups } from '../state/lookupRecords.js';
import type { UserRecord } from '../state/records.js';
import { firstIds } from '../state/state.js';
import { flagIn, isJson, type Json, numberIn, recordsIn, textIn } from './fields.js';
import { makeLookup } from './importLookups.js';

/** Turns the records inside others into ids; what only occurs there becomes a record of its own. */
export interface References {
  readonly lookups: Lookups;
  readonly users: UserRecord[];
  lookup(kind: keyof Lookups, json: Json, name: string): number | null;
  lookupList(kind: keyof Lookups, json: Json, name: string): number[];
  user(json: Json, name: string): number | null;
  userList(json: Json, name: string): number[];
}

export const importTime = new Date(referenceTime).toISOString();

export function createReferences(lookups: Lookups, userRecords: readonly Json[]): References {
  const known = new Map<keyof Lookups, Set<number>>(
    (Object.keys(lookups) as (keyof Lookups)[]).map((kind) => [kind, new Set(lookups[kind].map(({ id }) => id))]),
  );
  const users: UserRecord[] = [];
  const userIds = new Set<number>();

  const noteLookup = (kind: keyof Lookups, value: unknown): number | null => {
    if (!isJson(value)) return null;
    const id = numberIn(value, 'id');
    const ids = known.get(kind);
    if (id !== null && ids?.has(id) === false) {
      ids.add(id);
      (lookups[kind] as LookupRecord[]).push(makeLookup(kind, value, 0));
    }
    return id;
  };

  const noteUser = (value: unknown): number | null => {
    if (!isJson(value)) return null;
    const id = numberIn(value, 'id');
    if (id !== null && !userIds.has(id)) addUser(value);
    return id;
  };

  const addUser = (json: Json): void => {
    const id = numberIn(json, 'id') ?? nextNumber(users, 'id', firstIds.users);
    userIds.add(id);
    users.push({
      id,
      friendly_id: numberIn(json, 'friendly_id') ?? nextNumber(users, 'friendly_id', 1),
      username: textIn(json, 'username') ?? `user${id}`,
      email: textIn(json, 'email'),
      first_name: textIn(json, 'first_name'),
      last_name: textIn(json, 'last_name'),
      domain_name: textIn(json, 'domain_name'),
      designation: textIn(json, 'designation'),
      phone: textIn(json, 'phone'),
      mobile: textIn(json, 'mobile'),
      other_email: textIn(json, 'other_email'),
      time_zone: textIn(json, 'time_zone'),
      is_agent: flagIn(json, 'is_agent'),
      archived_at: textIn(json, 'archived_at'),
      created_at: textIn(json, 'created_at') ?? importTime,
      updated_at: textIn(json, 'updated_at') ?? importTime,
      location_id: noteLookup('locations', json['location']),
      group_id: noteLookup('groups', json['group']),
      tag_ids: listOf(json, 'tags', (tag) => noteLookup('tags', tag)),
      role_ids: listOf(json, 'roles', (role) => noteLookup('roles', role)),
    });
  };

  for (const json of userRecords) addUser(json);
  return {
    lookups,
    users,
    lookup: (kind, json, name) => noteLookup(kind, json[name]),
    lookupList: (kind, json, name) => listOf(json, name, (item) => noteLookup(kind, item)),
    user: (json, name) => noteUser(json[name]),
    userList: (json, name) => listOf(json, name, noteUser),
  };
}

const listOf = (json: Json, name: string, read: (item: Json) => number | null): number[] =>
  recordsIn(json, name).flatMap((item) => read(item) ?? []);

/** The number after the highest that records have. */
export const nextNumber = <Name extends string>(
  records: readonly Readonly<Record<Name, number>>[],
  name: Name,
  first: number,
): number => records.reduce((last, record) => Math.max(last, record[name]), first - 1) + 1;
