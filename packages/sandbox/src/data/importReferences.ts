import {
  isLookupName,
  type KindName,
  type LookupName,
  lookupNames,
  type LookupRecord,
  type Lookups,
} from '../kinds/index.js';
import { type UserRecord, users as userKind } from '../kinds/users.js';
import { importWithExtra } from '../model/kind.js';
import { UNSAID } from '../model/values.js';
import { isJson, type Json, numberIn, recordsIn, textIn } from './fields.js';
import { FIRST_UNSAID_ID, importLookup } from './importLookups.js';
import type { References } from './importSource.js';
import { nextNumber } from './numberRecords.js';

/** What a data file's records name becomes records too. */
export interface NotedReferences extends References {
  readonly users: UserRecord[];
  addUser(json: Json): UserRecord;
}

/**
 * A record without an id is found by its name; what is known of one is completed by what others say of it; what only
 * occurs inside others becomes a record of its own, except where a kind has a table: those go by their ids.
 */
export function noteReferences(lookups: Lookups): NotedReferences {
  const known = new Map<LookupName, Map<number, LookupRecord>>(
    lookupNames.map((name) => [name, new Map(lookups[name].map((record) => [record.id, record]))]),
  );
  const users: UserRecord[] = [];
  const usersById = new Map<number, UserRecord>();

  const noteLookup = (kind: LookupName, value: Json): number => {
    const records: LookupRecord[] = lookups[kind];
    const id = numberIn(value, 'id');
    const found = id === null ? findByText(records, 'name', value) : known.get(kind)?.get(id);
    if (found !== undefined) {
      completeTexts(found, value);
      return found.id;
    }
    const record = importLookup(kind, value, nextNumber(records, 'id', FIRST_UNSAID_ID), records.length);
    records.push(record);
    known.get(kind)?.set(record.id, record);
    return record.id;
  };

  const noteUser = (value: Json): number => {
    const id = numberIn(value, 'id');
    const found = id === null ? findByText(users, 'username', value) : usersById.get(id);
    if (found === undefined) return addUser(value).id;
    completeTexts(found, value);
    found.group_id ??= references.one('groups', value, 'group');
    return found.id;
  };

  const addUser = (json: Json): UserRecord => {
    const user = importWithExtra(userKind.fields, json, { references, nextId: () => UNSAID, index: users.length });
    if (user.id === UNSAID) user.id = nextNumber(users, 'id', userKind.firstId);
    if (user.friendly_id === UNSAID) user.friendly_id = nextNumber(users, 'friendly_id', 1);
    if (user.username === '') user.username = `user${user.id}`;
    users.push(user);
    usersById.set(user.id, user);
    return user;
  };

  const note = (kind: KindName, value: Json, more: Json): number | null => {
    const json = { ...more, ...value };
    if (kind === 'users') return noteUser(json);
    return isLookupName(kind) ? noteLookup(kind, json) : numberIn(value, 'id');
  };
  const references: NotedReferences = {
    users,
    addUser,
    one: (kind, json, name) => {
      const value = json[name];
      return isJson(value) ? note(kind, value, name === 'agent' ? { is_agent: true } : {}) : null;
    },
    many: (kind, json, name, more = {}) => recordsIn(json, name).flatMap((value) => note(kind, value, more) ?? []),
  };
  return references;
}

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
