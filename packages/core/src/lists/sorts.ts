import { sortAttributeOf } from '../kinds/attributes.js';
import { getKind, type KindName } from '../kinds/index.js';

/** How a list is sorted. */
export interface ListOrder {
  /** What is sent. Ends in `id`, so that no two records tie: pages of a list with ties may overlap. */
  readonly sorts: readonly string[];
  /** Those of them that somebody asked for. */
  readonly asked: readonly string[];
  /** Which way the ids go, where the list is sorted by them alone. */
  readonly byId: 'asc' | 'desc' | undefined;
}

/** The order of a list of a kind; without a sort the newest of tickets first, of all else the oldest. */
export function orderOf(kind: KindName, given: readonly string[]): ListOrder {
  const asked = given.map((sort) => {
    const [name = '', direction = 'asc'] = sort.split(' ');
    return `${sortAttributeOf(kind, name)} ${direction}`;
  });
  const { order = '' } = getKind(kind);
  const [first = order.startsWith('id ') ? order : 'id asc'] = asked;
  const direction = first.endsWith(' desc') ? 'desc' : 'asc';
  const isTotal = asked.some((sort) => sort.startsWith('id '));
  const byId = isTotal ? first.startsWith('id ') : asked.length === 0;
  return {
    sorts: isTotal ? asked : [...asked, `id ${direction}`],
    asked,
    byId: byId ? direction : undefined,
  };
}
