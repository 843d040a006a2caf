import { lookupKinds, type LookupName, tableKinds, tableNames } from '../kinds/index.js';
import { exportFiles } from '../kinds/storedFiles.js';
import type { FieldTable } from '../model/field.js';
import { nobody, showRecord } from '../model/view.js';
import type { State } from '../state/state.js';

/** The state as `--data` keeps it: records as the API shows them, with what it does not show beside it. */
export function exportState(state: State): Record<string, unknown> {
  const [auth] = state.keys;
  const exportAll = (fields: FieldTable, records: readonly { readonly extra?: object }[]) =>
    records.map((record) => ({
      ...record.extra,
      ...showRecord(fields, record, { state, owner: nobody, forFile: true }),
    }));
  return {
    auth,
    account: state.account,
    ...Object.fromEntries(tableNames.map((name) => [name, exportAll(tableKinds[name].fields, state[name].all)])),
    // In the order of the state, not of the kinds: so a file stays as it was written.
    lookups: Object.fromEntries(
      Object.entries(state.lookups).map(([name, records]) => [
        name,
        exportAll(lookupKinds[name as LookupName].fields, records),
      ]),
    ),
    files: exportFiles(state.files),
  };
}
