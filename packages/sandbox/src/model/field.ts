import type { FieldRule } from 'bossdesk-client';
import type { Json } from '../data/fields.js';
import type { ImportSource } from '../data/importSource.js';
import type { ValidationErrors } from '../rails/failures.js';
import type { ColumnType } from '../ransack/castValue.js';
import type { State } from '../state/state.js';
import type { Kind } from './kind.js';

/**
 * One field of a kind of record, in all that the sandbox does with it. `Stored` is what a record keeps, `Shown` what
 * the API makes of that. Methods, not function properties, so that any field can stand in a {@link FieldTable}.
 */
export interface Field<Stored, Shown = Stored> {
  /** What a new record has. */
  initial(): Stored;
  /** What a data file says of it; `before` are the fields already read. */
  read(json: Json, name: string, source: ImportSource, before: Json): Stored;
  show(stored: Stored, context: ShowContext): Shown;
  /** What is kept of a value that a body gives. */
  store?(given: unknown, context: StoreContext): unknown;
  /** The type of its column, when it has one that may be searched and sorted by. */
  readonly column?: ColumnType;
  readonly reference?: { readonly kind: ReferredKind; readonly many: boolean };
  /** Of the records that lie inside. */
  readonly nested?: Kind;
  /** Holds what is known of one record that has no table here; its id may be searched as `<name>_id`. */
  readonly link?: boolean;
  /** Not among what the API shows of the whole record; a data file has it. */
  readonly hidden?: boolean;
  /** Worked out of the record's other fields, and not stored. */
  readonly computed?: boolean;
}

/** Kinds of record that lie inside others, or of which there is one: ids in bodies point to none of them by themselves. */
const inside = [
  'account',
  'attachments',
  'comments',
  'my_tickets',
  'notes',
  'sessions',
  'tasks',
  'time_entries',
] as const satisfies readonly CoreKind[];

type CoreKind = NonNullable<FieldRule['references']>;

/** What ids point to; agents are users. */
export type ReferredKind = Exclude<CoreKind, (typeof inside)[number] | 'agents'>;

/** Where the records are that a body's id points to; null where they lie inside others. */
export function referredKindOf({ references }: FieldRule): ReferredKind | null {
  if (references === undefined || isInside(references)) return null;
  return references === 'agents' ? 'users' : references;
}

function isInside(kind: CoreKind): kind is (typeof inside)[number] {
  return inside.some((one) => one === kind);
}

export interface ShowContext {
  readonly state: State;
  /** The record whose field it is, and the one that this record lies in. */
  readonly record: object;
  readonly owner: object;
  /** For a data file, which keeps hidden fields of nested records too. */
  readonly forFile: boolean;
}

export interface StoreContext {
  readonly state: State;
  readonly current: unknown;
  readonly errors: ValidationErrors;
}

export type FieldTable = Readonly<Record<string, Field<unknown, unknown>>>;

/** A field that holds an id or a list of them, shown as the records themselves: `type_id` as `type`. */
export type ReferenceField<Stored, Shown> = Field<Stored, Shown> & {
  readonly reference: { readonly kind: ReferredKind; readonly many: boolean };
};

export const hidden = <Of extends object>(field: Of): Of & { readonly hidden: true } => ({
  ...field,
  hidden: true,
});

/** Not among `ransackable_attributes` or `ransackable_associations`. */
export const unsearched = <Of extends object>(field: Of): Of & { readonly unsearched: true } => ({
  ...field,
  unsearched: true,
});

export const isSearched = (field: Field<unknown, unknown>): boolean => !('unsearched' in field);

/** What an id's field is called without saying that it is one: `type` for `type_id`, `tags` for `tag_ids`. */
export const baseName = (name: string): string => name.replace(/_id(s?)$/, '$1');

/** The name under which the API shows a field. */
export const shownName = (name: string, field: Field<unknown, unknown>): string =>
  field.reference === undefined ? name : baseName(name);
