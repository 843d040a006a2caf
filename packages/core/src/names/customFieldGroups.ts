import { getKind, type OwnerClass } from '../kinds/index.js';
import type { KindName } from '../kinds/kinds.js';
import { idsAbove } from './branch.js';
import type { NameReader } from './reader.js';

/** What decides which custom fields a record has: a field of it, and the kind of record that stands there. */
export interface CustomFieldGroup {
  readonly field: string;
  readonly kind: KindName;
}

const groups: Readonly<Record<OwnerClass, CustomFieldGroup | undefined>> = {
  ticket: { field: 'category_id', kind: 'helpdesk_categories' },
  ci: { field: 'type_id', kind: 'ci_types' },
  user: undefined,
};

/** By what the custom fields of a class of record are grouped (doc L715-745). */
export function groupOfCustomFields(owner: OwnerClass): CustomFieldGroup | undefined {
  return groups[owner];
}

/** The group with those above it: what all hardware has, a laptop has too (doc L683). */
export async function listGroups(reader: NameReader, kind: KindName, id: number): Promise<readonly number[]> {
  const { parent } = getKind(kind);
  return parent === undefined ? [id] : [id, ...idsAbove(await reader.all(kind), id, parent)];
}
