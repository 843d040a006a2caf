import type { RecordOf } from '../model/record.js';
import { cis } from './cis.js';
import { lookupKinds } from './lookups.js';
import { tickets } from './tickets.js';
import { users } from './users.js';

/**
 * The kinds with a table of their own, by the first part of their path. A kind that is in here has its table, its
 * list in the data file, its search, and an answer to each of its plain routes. A data file is read in this order.
 */
export const tableKinds = { users, tickets, cis };

export { lookupKinds };

export type TableName = keyof typeof tableKinds;
export type LookupName = keyof typeof lookupKinds;
export type KindName = TableName | LookupName;

/** What is kept of each kind. */
export type Records = {
  [Name in TableName]: RecordOf<(typeof tableKinds)[Name]['fields']>;
} & { [Name in LookupName]: RecordOf<(typeof lookupKinds)[Name]['fields']> };

export type Lookups = { [Name in LookupName]: Records[Name][] };

/** The records of every table. */
export type TableRows = { readonly [Name in TableName]: readonly Records[Name][] };

/** Any record of reference data. */
export type LookupRecord = Records['groups'];

export const tableNames = Object.keys(tableKinds) as TableName[];
/** Makes the records of every table. */
export const makeTables = (make: (name: TableName) => readonly object[]): TableRows =>
  Object.fromEntries(tableNames.map((name) => [name, make(name)])) as unknown as TableRows;

export const lookupNames = Object.keys(lookupKinds) as LookupName[];
export const isLookupName = (name: KindName): name is LookupName => name in lookupKinds;
