import type { ReferredKind } from '../model/field.js';
import { type Json, numberIn, recordIn, recordsIn } from './fields.js';

/** What a record out of a data file is read with. */
export interface ImportSource {
  readonly references: References;
  /** An id for a record that comes without. */
  nextId(): number;
  /** Its place in the list that it comes in. */
  readonly index: number;
}

/** Turns the records inside others into ids. */
export interface References {
  one(kind: ReferredKind, json: Json, name: string): number | null;
  /** `more`: what a record is besides, if it is known from here only. */
  many(kind: ReferredKind, json: Json, name: string, more?: Json): number[];
}

/** Takes them by the ids that they come with. */
export const idsOnly: References = {
  one: (_, json, name) => numberIn(recordIn(json, name) ?? {}, 'id'),
  many: (_, json, name) => recordsIn(json, name).flatMap((record) => numberIn(record, 'id') ?? []),
};
