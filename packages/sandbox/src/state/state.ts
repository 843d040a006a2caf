import type { AccountRecord } from '../kinds/account.js';
import type { ApiKey } from '../kinds/apiKeys.js';
import {
  isLookupName,
  type KindName,
  lookupNames,
  type Lookups,
  type Records,
  tableKinds,
  type TableName,
  type TableRows,
  tableNames,
} from '../kinds/index.js';
import type { StoredFile } from '../kinds/storedFiles.js';
import { listNested } from '../model/nested.js';
import type { ClockState } from './clock.js';
import { createTable, type Table } from './table.js';

/** Everything a sandbox knows; what `--data` saves. */
export interface StateSeed extends TableRows {
  readonly account: AccountRecord;
  readonly keys: readonly ApiKey[];
  readonly lookups: Lookups;
  readonly files: ReadonlyMap<string, StoredFile>;
  /** Left out, that of this machine. */
  readonly clock?: ClockState;
}

export type Tables = { readonly [Name in TableName]: Table<Records[Name]> };

export interface State extends Tables {
  readonly account: AccountRecord;
  readonly keys: ApiKey[];
  readonly lookups: Lookups;
  readonly files: Map<string, StoredFile>;
  readonly clock: ClockState;
  /** The record of an id. */
  find<Name extends KindName>(kind: Name, id: number | null): Records[Name] | undefined;
  /** The next id of what lies inside other records: comments, tasks, time entries, notes, attachments. */
  nextNestedId(): number;
}

/** Where the ids of what lies inside other records start. */
export const FIRST_NESTED_ID = 1_000_001;

export function createState(seed: StateSeed): State {
  const tables = Object.fromEntries(
    tableNames.map((name) => [name, createTable<Records[TableName]>(seed[name], tableKinds[name].firstId)]),
  ) as unknown as Tables;
  const lookups = seed.lookups;
  const indexes = Object.fromEntries(
    lookupNames.map((name) => [name, new Map(lookups[name].map((record) => [record.id, record]))]),
  );
  const nested = tableNames.flatMap((name) =>
    seed[name].flatMap((record) => listNested(tableKinds[name].fields, record)),
  );
  let lastNestedId = nested.reduce((last, { record }) => Math.max(last, record.id), FIRST_NESTED_ID - 1);

  return {
    ...tables,
    account: seed.account,
    keys: [...seed.keys],
    lookups,
    files: new Map(seed.files),
    clock: { ahead: 0, ...seed.clock },
    find: <Name extends KindName>(kind: Name, id: number | null) => {
      if (id === null) return undefined;
      const name: KindName = kind;
      const found = isLookupName(name) ? indexes[name]?.get(id) : tables[name].byId(id);
      return found as Records[Name] | undefined;
    },
    nextNestedId: () => ++lastNestedId,
  };
}
