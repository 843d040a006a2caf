import { type Json, numberIn, recordIn, recordsIn, textIn } from '../data/fields.js';
import type { Field, FieldTable } from './field.js';
import { importRecord, type Kind } from './kind.js';
import type { RecordOf, ViewOf } from './record.js';
import { showRecord } from './view.js';

/** The records of a kind that lie inside another. */
export const nested = <Fields extends FieldTable>(
  kind: Kind<Fields>,
): Field<RecordOf<Fields>[], ViewOf<Fields>[]> & { readonly nested: Kind<Fields> } => ({
  initial: () => [],
  read: (json, name, source) => recordsIn(json, name).map((record) => importRecord(kind.fields, record, source)),
  show: (records, { state, record: owner, forFile }) =>
    records.map((record) => showRecord(kind.fields, record, { state, owner, forFile }) as ViewOf<Fields>),
  nested: kind,
});

/** One record that the sandbox does not keep (a problem, a purchase order), but for what it is called. */
export const link = <Name extends string>(called: Name): Field<Link<Name> | null> => ({
  initial: () => null,
  read: (json, name) => readLink(recordIn(json, name), called),
  show: (stored) => stored,
  link: true,
});

type Link<Name extends string> = { [Key in 'id' | 'friendly_id' | Name]: Key extends Name ? string : number };

function readLink<Name extends string>(json: Json | null, called: Name): Link<Name> | null {
  if (json === null) return null;
  const numbers = { id: numberIn(json, 'id') ?? 0, friendly_id: numberIn(json, 'friendly_id') ?? 0 };
  return { ...numbers, [called]: textIn(json, called) ?? '' } as Link<Name>;
}

/** A record inside another, with its kind. */
export interface NestedRecord {
  readonly kind: Kind;
  readonly record: { readonly id: number };
}

/** Everything that lies inside a record, at any depth. */
export const listNested = (fields: FieldTable, record: object): NestedRecord[] =>
  Object.entries(fields).flatMap(([name, { nested: kind }]) => {
    if (kind === undefined) return [];
    const inside = (record as Readonly<Record<string, NestedRecord['record'][]>>)[name] ?? [];
    return inside.flatMap((item) => [{ kind, record: item }, ...listNested(kind.fields, item)]);
  });
