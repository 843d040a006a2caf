import { lookupKinds, type LookupName, lookupNames, type LookupRecord, type Lookups } from '../kinds/index.js';
import { importWithExtra } from '../model/kind.js';
import { idsOnly, type References } from './importSource.js';
import { type Json, recordsIn } from './fields.js';

/** Reference data as a file has it: each kind's records as the API lists them. */
export const importLookups = (json: Json): Lookups =>
  Object.fromEntries(
    lookupNames.map((name) => [
      name,
      recordsIn(json, name).map((record, index) => importLookup(name, record, FIRST_UNSAID_ID + index, index)),
    ]),
  ) as unknown as Lookups;

export const FIRST_UNSAID_ID = 900_001;

/** A record of a kind out of what is said of it, in a list or inside another record. */
export const importLookup = (name: LookupName, json: Json, unsaidId: number, index: number): LookupRecord =>
  importWithExtra(lookupKinds[name].fields, json, { references: idsOnly, nextId: () => unsaidId, index });

/** Reference data names other reference data (doc L717-722, L818-827), which becomes records too. */
export function noteInLookups(json: Json, references: References): void {
  for (const name of lookupNames) {
    const source = { references, nextId: () => FIRST_UNSAID_ID, index: 0 };
    for (const record of recordsIn(json, name)) importWithExtra(lookupKinds[name].fields, record, source);
  }
}
