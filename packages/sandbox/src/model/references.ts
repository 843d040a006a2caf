import type { Json } from '../data/fields.js';
import { baseName, type Field, type ReferenceField, type ReferredKind } from './field.js';
import type { ViewOf } from './record.js';
import type { View } from './view.js';

/** Fields that point to records elsewhere. */

/** A record of reference data inside another. */
export type NamedRef = ViewOf<{ id: Field<number>; name: Field<string> }>;

/** Texts that some references show beside the name. */
type Detail = 'color' | 'icon' | 'shortcut';

export const lookup = <Name extends Detail = never>(
  kind: ReferredKind,
  ...details: readonly Name[]
): ReferenceField<number | null, (NamedRef & Record<Name, string | null>) | null> =>
  reference(kind, showNames('id', 'name', ...details));

/** `more`: what records are besides that a data file has inside these only. */
export const lookups = (kind: ReferredKind, more?: Json): ReferenceField<number[], NamedRef[]> =>
  references(kind, showNames('id', 'name'), more);

/** Shows what it points to as `shown` does; the caller pairs the kind with a view of it. */
export const reference = <Row, Shown>(
  kind: ReferredKind,
  shown: View<Row, Shown>,
): ReferenceField<number | null, Shown | null> => ({
  initial: () => null,
  read: (json, name, source) => source.references.one(kind, json, baseName(name)),
  show: (stored, { state }) => {
    const record = state.find(kind, stored);
    return record === undefined ? null : shown(state, record as Row);
  },
  column: 'integer',
  reference: { kind, many: false },
});

export const references = <Row, Shown>(
  kind: ReferredKind,
  shown: View<Row, Shown>,
  more?: Json,
): ReferenceField<number[], Shown[]> => ({
  initial: () => [],
  read: (json, name, source) => source.references.many(kind, json, baseName(name), more),
  show: (stored, { state }) =>
    stored.flatMap((id) => {
      const record = state.find(kind, id);
      return record === undefined ? [] : [shown(state, record as Row)];
    }),
  reference: { kind, many: true },
});

/** How people know a record of any kind. */
const identifyingNames = ['id', 'friendly_id', 'name', 'title', 'number', 'first_name', 'last_name', 'username'];

/** What a reference shows of which nothing more is known. */
export const showIdentity: View<object, object> = (_, record) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => identifyingNames.includes(name)));

const showNames =
  <Shown>(...names: readonly string[]): View<Readonly<Record<string, unknown>>, Shown> =>
  (_, record) =>
    Object.fromEntries(names.map((name) => [name, record[name]])) as Shown;
