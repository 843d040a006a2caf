import type { Lookups } from './lookupRecords.js';
import type { AccountRecord, ApiKey, CiRecord, StoredFile, TicketRecord, UserRecord } from './records.js';
import { createTable, type Table } from './table.js';

/** Everything a sandbox knows; what `--data` saves. */
export interface StateSeed {
  readonly account: AccountRecord;
  readonly keys: readonly ApiKey[];
  readonly users: readonly UserRecord[];
  readonly tickets: readonly TicketRecord[];
  readonly cis: readonly CiRecord[];
  readonly lookups: Lookups;
  readonly files: ReadonlyMap<string, StoredFile>;
}

export interface State {
  readonly account: AccountRecord;
  readonly keys: ApiKey[];
  readonly users: Table<UserRecord>;
  readonly tickets: Table<TicketRecord>;
  readonly cis: Table<CiRecord>;
  readonly lookups: Lookups;
  readonly files: Map<string, StoredFile>;
  /** Finds a record of reference data. */
  lookup<Kind extends keyof Lookups>(kind: Kind, id: number | null): Lookups[Kind][number] | undefined;
  /** The next id of what lies inside other records: comments, tasks, time entries, notes, attachments. */
  nextNestedId(): number;
}

/** Where ids start, by kind of record: far from the numbers people see, and from each other. */
export const firstIds = { users: 22_001, cis: 132_001, tickets: 185_001, nested: 1_000_001 } as const;

export function createState(seed: StateSeed): State {
  const lookups = seed.lookups;
  const indexes = new Map<keyof Lookups, ReadonlyMap<number, unknown>>(
    (Object.keys(lookups) as (keyof Lookups)[]).map((kind) => [
      kind,
      new Map(lookups[kind].map((record) => [record.id, record])),
    ]),
  );
  let lastNestedId = nestedIds(seed).reduce((last, id) => Math.max(last, id), firstIds.nested - 1);

  return {
    account: seed.account,
    keys: [...seed.keys],
    users: createTable(seed.users, firstIds.users),
    tickets: createTable(seed.tickets, firstIds.tickets),
    cis: createTable(seed.cis, firstIds.cis),
    lookups,
    files: new Map(seed.files),
    lookup: <Kind extends keyof Lookups>(kind: Kind, id: number | null) =>
      id === null ? undefined : (indexes.get(kind)?.get(id) as Lookups[Kind][number] | undefined),
    nextNestedId: () => ++lastNestedId,
  };
}

function nestedIds({ tickets, cis }: StateSeed): number[] {
  const nested = [
    ...tickets.flatMap((ticket) => [
      ...ticket.comments.flatMap((comment) => [comment, ...comment.attachments]),
      ...ticket.attachments,
      ...ticket.tasks,
      ...ticket.time_entries,
      ...ticket.approval_requests,
    ]),
    ...cis.flatMap((ci) => [...ci.notes, ...ci.attachments]),
  ];
  return nested.map((record) => record.id);
}
