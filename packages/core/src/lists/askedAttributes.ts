import { sortAttributeOf } from '../kinds/attributes.js';
import type { KindName } from '../kinds/kinds.js';
import type { RansackQuery } from '../query/conditions.js';
import { parseCondition } from '../query/predicates.js';

/** The attributes that a list is filtered or sorted by, each once: what its rows should show. */
export function listAskedAttributes(kind: KindName, query: RansackQuery): string[] {
  const { s, sorts, g = [], ...conditions } = query;
  const sorted = [s, sorts].flat().flatMap((sort) => {
    const name = typeof sort === 'string' ? sort.trim().split(/\s+/)[0] : undefined;
    return name === undefined || name === '' ? [] : [sortAttributeOf(kind, name)];
  });
  const compared = Object.keys(conditions).flatMap((name) => parseCondition(name)?.attributes ?? []);
  const nested = Object.values(g).flatMap((group) => listAskedAttributes(kind, group));
  return [...new Set([...compared, ...nested, ...sorted])];
}
