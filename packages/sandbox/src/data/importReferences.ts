import { referenceTime } from '../seed/random.js';
import type { LookupRecord, Lookups } from '../state/lookupRecords.js';
import type { UserRecord } from '../state/records.js';
import { firstIds } from '../state/state.js';
import { extraIn, flagIn, isJson, type Json, numberIn, recordsIn, textIn } from './fields.js';
import { firstUnsaidId, makeLookup } from './importLookups.js';

/**
 * Turns the records inside others into ids. One without an id is found by its name; what is known of a record is
 * completed by what others say of it; what only occurs inside others becomes a record of its own.
 */
export interface References {
  readonly lookups: Lookups;
  readonly users: UserRecord[];
  lookup(kind: keyof Lookups, json: Json, name: string): number | null;
  lookupList(kind: keyof Lookups, json: Json, name: string): number[];
  /** The ids of `tags`, which belong to one kind of record (doc L1151). */
  tagList(ownerClass: 'ci' | 'ticket' | 'user', json: Json): number[];
  user(json: Json, name: string): number | null;
  userList(json: Json, name: string): number[];
}

export const importTime = new Date(referenceTime).toISOString();

export function createReferences(lookups: Lookups, userRecords: readonly Json[]): References {
  const known = new Map<keyof Lookups, Map<number, LookupRecord>>(
    (Object.keys(lookups) as (keyof Lookups)[]).map((kind) => [kind, indexById<LookupRecord>(lookups[kind])]),
  );
  const users: UserRecord[] = [];
  const usersById = new Map<number, UserRecord>();

  const noteLookup = (kind: keyof Lookups, value: unknown, defaults: Json = {}): number | null => {
    if (!isJson(value)) return null;
    const records = lookups[kind] as LookupRecord[];
    const id = numberIn(value, 'id');
    const found = id === null ? findByText(records, 'name', value) : known.get(kind)?.get(id);
    if (found !== undefined) {
      completeTexts(found, value);
      return found.id;
    }
    const record = makeLookup(kind, { ...defaults, ...value }, nextNumber(records, 'id', firstUnsaidId));
    records.push(record);
    known.get(kind)?.set(record.id, record);
    return record.id;
  };
  const lookupList = (kind: keyof Lookups, json: Json, name: string, defaults?: Json): number[] =>
    listOf(json, name, (item) => noteLookup(kind, item, defaults));
  const tagList: References['tagList'] = (ownerClass, json) =>
    lookupList('tags', json, 'tags', { owner_class: ownerClass });

  const noteUser = (value: unknown, defaults: Json = {}): number | null => {
    if (!isJson(value)) return null;
    const id = numberIn(value, 'id');
    const found = id === null ? findByText(users, 'username', value) : usersById.get(id);
    if (found === undefined) return addUser({ ...defaults, ...value }).id;
    completeTexts(found, value);
    found.group_id ??= noteLookup('groups', value['group']);
    return found.id;
  };

  const addUser = (json: Json): UserRecord => {
    const id = numberIn(json, 'id') ?? nextNumber(users, 'id', firstIds.users);
    const user: UserRecord = {
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
      tag_ids: tagList('user', json),
      role_ids: lookupList('roles', json, 'roles'),
    };
    Object.assign(user, extraIn(json, user));
    users.push(user);
    usersById.set(id, user);
    return user;
  };

  for (const json of userRecords) addUser(json);
  return {
    lookups,
    users,
    lookup: (kind, json, name) => noteLookup(kind, json[name]),
    lookupList,
    tagList,
    user: (json, name) => noteUser(json[name], { is_agent: name === 'agent' }),
    userList: (json, name) => listOf(json, name, noteUser),
  };
}

const listOf = (json: Json, name: string, read: (item: Json) => number | null): number[] =>
  recordsIn(json, name).flatMap((item) => read(item) ?? []);

const indexById = <Row extends { id: number }>(rows: readonly Row[]): Map<number, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** The record with the text that another gives under a name. */
function findByText<Name extends string, Row extends Readonly<Record<Name, string>>>(
  rows: readonly Row[],
  name: Name,
  json: Json,
): Row | undefined {
  const text = textIn(json, name);
  return text === null ? undefined : rows.find((row) => row[name] === text);
}

/** Fills in texts that are not known yet: lists leave out what records inside others show (doc L681-688, L297-301). */
function completeTexts(record: object, json: Json): void {
  for (const [name, value] of Object.entries(record)) {
    const text = textIn(json, name);
    if (value === null && text !== null) Object.assign(record, { [name]: text });
  }
}

/** The number after the highest that records have. */
export const nextNumber = <Name extends string>(
  records: readonly Readonly<Record<Name, number>>[],
  name: Name,
  first: number,
): number => records.reduce((last, record) => Math.max(last, record[name]), first - 1) + 1;
