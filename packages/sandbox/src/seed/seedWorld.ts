import type { Lookups } from '../kinds/index.js';
import type { StoredFile } from '../kinds/storedFiles.js';
import type { UserRecord } from '../kinds/users.js';

/** What records are made from, and where their files and nested ids come from. */
export interface SeedWorld {
  readonly lookups: Lookups;
  readonly agents: readonly UserRecord[];
  readonly requesters: readonly UserRecord[];
  readonly files: Map<string, StoredFile>;
  nextNestedId(): number;
}

export const idByName = (records: readonly { id: number; name: string }[], name: string): number | null =>
  records.find((record) => record.name === name)?.id ?? null;
