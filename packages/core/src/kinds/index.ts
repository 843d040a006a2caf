import type { Operation, OperationId } from '../operations/index.js';
import type { FilterField, Kind } from './kind.js';
import { type KindName, kinds } from './kinds.js';

export type { FilterField, Kind, OwnerClass } from './kind.js';
export {
  type AttributeFacts,
  describeAttribute,
  findGrouping,
  listFilters,
  listGroupings,
  listSorts,
  sortAttributeOf,
} from './attributes.js';
export { type KindName, kinds } from './kinds.js';

/** A kind whose operations exist, which `generate` makes sure of. */
export type KnownKind = Kind & {
  readonly list?: OperationId;
  readonly read?: OperationId;
  readonly byCode?: { readonly operation: OperationId };
};

const table: Readonly<Record<KindName, KnownKind>> = kinds;

/** What is known of a kind of record. */
export function getKind(name: KindName): KnownKind {
  return table[name];
}

/** The names of all kinds that fit. */
export function findKinds(fits: (kind: KnownKind) => boolean): KindName[] {
  return (Object.keys(kinds) as KindName[]).filter((name) => fits(table[name]));
}

/** The operation that reads the whole record that an operation lists or changes, e.g. `tickets.get` for `tickets.update`. */
export function readerOf({ kind }: Pick<Operation, 'kind'>): OperationId | undefined {
  return table[kind].read;
}

/** What the rows of a list are; a saved search finds records of several kinds. */
export function rowKindsOf({ kind, rows }: Pick<Operation, 'kind' | 'rows'>): readonly KindName[] {
  return rows ?? [kind];
}

/** Fields that remain of an operation's records when they are simplified; undefined for kinds that are short anyway. */
export function simpleFieldsOf(operation: Pick<Operation, 'kind' | 'rows' | 'success'>): readonly string[] | undefined {
  return pickSimple(rowKindsOf(operation), operation.success.body === 'list' ? 'row' : 'whole');
}

/** The same of the whole records behind the rows of a list. */
export function simpleFieldsOfWhole(operation: Pick<Operation, 'kind' | 'rows'>): readonly string[] | undefined {
  return pickSimple(rowKindsOf(operation), 'whole');
}

function pickSimple(names: readonly KindName[], shape: 'row' | 'whole'): readonly string[] | undefined {
  const fields = new Set(names.flatMap((name) => table[name].simple?.[shape] ?? []));
  return fields.size === 0 ? undefined : [...fields];
}

/** An attribute that records of a kind can be filtered by, if it is a known one. */
export function findFilter(kind: KindName, attribute: string): FilterField | undefined {
  return table[kind].filters?.find((filter) => filter.attribute === attribute);
}
