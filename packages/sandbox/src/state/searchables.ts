import { type KindName, lookupKinds, type Records, tableKinds } from '../kinds/index.js';
import { baseName, type Field, type FieldTable, isSearched } from '../model/field.js';
import { parseMoment } from '../rails/time.js';
import type { Comparable } from '../ransack/castValue.js';
import type { Association, Column, Searchable } from '../ransack/searchable.js';
import type { State } from './state.js';

/** What may be searched and sorted by, by kind of record: the attributes and associations of notes 1. */
export type Searchables = { readonly [Name in KindName]: Searchable<Records[Name]> };

type Row = Readonly<Record<string, unknown>>;

export function createSearchables(state: State): Searchables {
  const kinds: Readonly<Record<string, { readonly fields: FieldTable }>> = { ...lookupKinds, ...tableKinds };
  const searchables: Record<string, Searchable<Row>> = {};
  const target = (name: KindName) => () => searchables[name] as Searchable<never>;
  for (const [kind, { fields }] of Object.entries(kinds)) {
    const searched = Object.entries(fields).filter(([, field]) => isSearched(field));
    searchables[kind] = {
      columns: Object.fromEntries(searched.flatMap(([name, field]) => listColumns(name, field))),
      associations: Object.fromEntries(
        searched.flatMap(([name, field]) => {
          const association = associate(state, name, field, target);
          return association === null ? [] : [[baseName(name), association]];
        }),
      ),
    };
  }
  return searchables as unknown as Searchables;
}

function listColumns(name: string, { column: type, link }: Field<unknown, unknown>): [string, Column<Row>][] {
  if (link === true) {
    return [[`${name}_id`, { type: 'integer', read: (row) => (row[name] as { id: number } | null)?.id ?? null }]];
  }
  if (type === undefined) return [];
  const read = (row: Row) => row[name] as Comparable;
  return [[name, { type, read: type === 'datetime' ? (row) => comparableMoment(row[name]) : read }]];
}

function associate(
  state: State,
  name: string,
  { reference }: Field<unknown, unknown>,
  target: (kind: KindName) => () => Searchable<never>,
): Association<Row> | null {
  if (reference === undefined) return null;
  const { kind, many } = reference;
  if (!many) return { many, target: target(kind), read: (row) => state.find(kind, row[name] as number | null) ?? null };
  return {
    many,
    target: target(kind),
    read: (row) => (row[name] as readonly number[]).flatMap((id) => state.find(kind, id) ?? []),
  };
}

/** Moments compare as text, so those that a data file has in another form are brought into the usual one. */
function comparableMoment(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return /\.\d{3}Z$/.test(value) ? value : (parseMoment(value, null) ?? value);
}
