import { seedAccount } from '../kinds/account.js';
import { defaultKey, importKey } from '../kinds/apiKeys.js';
import { attachments, type AttachmentRecord } from '../kinds/attachments.js';
import { makeTables, tableKinds, type TableName, tableNames, type TableRows } from '../kinds/index.js';
import { importFiles, type StoredFile, unknownFile } from '../kinds/storedFiles.js';
import { importWithExtra, type TableKind } from '../model/kind.js';
import { listNested } from '../model/nested.js';
import { FIRST_NESTED_ID, type StateSeed } from '../state/state.js';
import { type Json, numberIn, recordIn, recordsIn } from './fields.js';
import { importLookups, noteInLookups } from './importLookups.js';
import { noteReferences } from './importReferences.js';
import type { ImportSource } from './importSource.js';
import { numberRecords } from './numberRecords.js';

/**
 * The state in a data file, written by {@link exportState} or by hand. What is left out is made up: ids, numbers,
 * times, and records of reference data, users and CIs that only occur inside others.
 */
export function importState(json: Json): StateSeed {
  const lookups = importLookups(recordIn(json, 'lookups') ?? {});
  const references = noteReferences(lookups);
  for (const user of recordsIn(json, 'users')) references.addUser(user);
  noteInLookups(recordIn(json, 'lookups') ?? {}, references);

  let lastNestedId = FIRST_NESTED_ID * 2;
  const source = { references, nextId: () => ++lastNestedId, index: 0 };
  const tables = makeTables((name) => (name === 'users' ? references.users : importTable(name, json, source)));

  const key = importKey(recordIn(json, 'auth') ?? {}, defaultKey);
  if (!references.users.some((user) => user.username === key.username)) {
    references.addUser({ username: key.username, is_agent: true });
  }
  return {
    ...tables,
    account: { ...seedAccount(lookups), ...recordIn(json, 'account') },
    keys: [key],
    lookups,
    files: collectFiles(json, tables),
    clock: { ahead: numberIn(recordIn(json, 'clock') ?? {}, 'ahead') ?? 0 },
  };
}

function importTable(name: TableName, file: Json, source: ImportSource): object[] {
  const { fields, firstId, mentioned }: TableKind = tableKinds[name];
  const rows = [...recordsIn(file, name), ...(mentioned?.(file) ?? [])];
  return numberRecords(
    rows.map((row, index) => importWithExtra(fields, row, { ...source, index })),
    firstId,
  );
}

/** Every attachment's file, what is in it only if the data file says so. */
function collectFiles(file: Json, tables: TableRows): Map<string, StoredFile> {
  const nested = tableNames.flatMap((name) =>
    tables[name].flatMap((record) => listNested(tableKinds[name].fields, record)),
  );
  const attached = nested.filter(({ kind }) => kind === attachments).map(({ record }) => record as AttachmentRecord);
  return new Map([
    ...attached.map(({ storage_key, size }) => [storage_key, unknownFile(size)] as const),
    ...importFiles(recordIn(file, 'files') ?? {}),
  ]);
}
