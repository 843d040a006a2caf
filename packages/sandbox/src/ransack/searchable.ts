import type { ColumnType, Comparable } from './castValue.js';

/**
 * What of a kind of record may be searched and sorted by (`ransackable_attributes`, `ransackable_associations`).
 * Methods, not function properties, so that a `Searchable<Ticket>` can stand where any record is meant.
 */
export interface Searchable<Row> {
  readonly columns: Readonly<Record<string, Column<Row>>>;
  readonly associations: Readonly<Record<string, Association<Row>>>;
}

export interface Column<Row> {
  readonly type: ColumnType;
  read(row: Row): Comparable;
}

export type Association<Row> =
  | { readonly many: false; target(): Searchable<never>; read(row: Row): object | null }
  | { readonly many: true; target(): Searchable<never>; read(row: Row): readonly object[] };

/** One attribute, reached through associations: `requester_group_name`. */
export interface AttributePath {
  readonly name: string;
  readonly type: ColumnType;
  readonly steps: readonly Step[];
  readonly column: Column<never>;
}

export interface Step {
  /** Names of the associations up to here; two attributes with the same key share a join. */
  readonly key: string;
  readonly association: Association<never>;
}

/**
 * Finds the attribute that a name stands for, or null when the record allows none such. A column wins over an
 * association, the longest association over a shorter one (`Context#get_parent_and_attribute_name`).
 */
export function resolveAttribute(
  searchable: Searchable<never>,
  name: string,
  steps: readonly Step[] = [],
): AttributePath | null {
  const column = own(searchable.columns, name);
  if (column !== undefined) {
    return { name: [...steps.map((step) => step.key), name].join('_'), type: column.type, steps, column };
  }
  const parts = name.split('_');
  for (let length = parts.length - 1; length > 0; length--) {
    const associationName = parts.slice(0, length).join('_');
    const association = own(searchable.associations, associationName);
    if (association === undefined) continue;
    const key = [steps.at(-1)?.key, associationName].filter(Boolean).join('.');
    const found = resolveAttribute(association.target(), parts.slice(length).join('_'), [
      ...steps,
      { key, association },
    ]);
    if (found !== null) return found;
  }
  return null;
}

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
