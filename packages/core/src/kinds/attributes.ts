import { type AttributeType, guessType } from '../query/attributes.js';
import type { FilterField, Kind } from './kind.js';
import { type KindName, kinds } from './kinds.js';

/** What the table of kinds tells of an attribute that a list is filtered or sorted by. */
export interface AttributeFacts {
  /** Undefined where nobody knows. */
  readonly type: AttributeType | undefined;
  /** A record can be without it. */
  readonly nullable: boolean;
  /** A record may have several, or nobody knows whether it does. */
  readonly many: boolean;
}

const filtersOf = (kind: KindName): readonly FilterField[] => (kinds[kind] as Kind).filters ?? [];

/** What is known of an attribute, of one of a record that is referred to (`requester_created_at`), or by its name. */
export function describeAttribute(kind: KindName, attribute: string): AttributeFacts {
  const known = findAttribute(kind, attribute);
  if (known !== undefined) return known;
  return { type: guessType(attribute), nullable: false, many: true };
}

function findAttribute(kind: KindName, attribute: string): AttributeFacts | undefined {
  const own = filtersOf(kind).find((filter) => filter.attribute === attribute);
  if (own !== undefined) return { type: own.type, nullable: own.nullable === true, many: own.many === true };
  const reference = filtersOf(kind).find(
    (filter) => filter.references !== undefined && attribute.startsWith(`${baseOf(filter)}_`),
  );
  if (reference === undefined) return undefined;
  const inner = findAttribute(reference.references as KindName, attribute.slice(baseOf(reference).length + 1));
  if (inner === undefined) return undefined;
  return {
    type: inner.type,
    nullable: reference.nullable === true || inner.nullable,
    many: reference.many === true || inner.many,
  };
}

/** `agent` of `agent_id`: the record that is referred to. */
const baseOf = ({ attribute }: FilterField): string => attribute.replace(/_id$/, '');

/** The attribute that a sort means: `priority` is the level of the priority, `type` the name of the type. */
export function sortAttributeOf(kind: KindName, name: string): string {
  const reference = filtersOf(kind).find(
    (filter) => filter.references !== undefined && filter.many !== true && baseOf(filter) === name,
  );
  if (reference === undefined) return name;
  const { rank = 'name' } = kinds[reference.references as KindName] as Kind;
  return `${name}_${rank}`;
}

/** What a list can be sorted by, for people: attributes of which a record has one, and the records that it refers to. */
export function listSorts(kind: KindName): string[] {
  const single = filtersOf(kind).filter(({ many }) => many !== true);
  const referred = single.filter(({ references }) => references !== undefined).map(baseOf);
  return [...single.map(({ attribute }) => attribute), ...referred].sort();
}

/** By what the records of a list can be counted, for people: `agent`, `status`, `tags`. */
export function listGroupings(kind: KindName): string[] {
  return filtersOf(kind).filter(isGrouping).map(baseOf).sort();
}

/** The attribute that records are counted by under a name; its `_id` may be written. */
export function findGrouping(kind: KindName, name: string): FilterField | undefined {
  const wanted = name.trim().toLowerCase();
  return filtersOf(kind).find((filter) => isGrouping(filter) && [baseOf(filter), filter.attribute].includes(wanted));
}

/** Its values are few, or names: not one for each record. */
const isGrouping = ({ references, values, type }: FilterField): boolean =>
  references !== undefined || values !== undefined || type === 'boolean';

/** What a list can be filtered by. */
export function listFilters(kind: KindName): string[] {
  return filtersOf(kind).map(({ attribute }) => attribute);
}
