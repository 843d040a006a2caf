import type { RansackQuery } from './conditions.js';

/**
 * A query for what both find. The same condition twice, or an `or` at the top, makes a group of each (notes 1): side by
 * side, one would take the other's place or be joined by its `or`. Sorts stay at the top, the first one's first.
 */
export function combineQueries(one: RansackQuery, other: RansackQuery): RansackQuery {
  const [a, b] = [withoutSorts(one), withoutSorts(other)];
  const sorts = [one.s, other.s].flat().filter((sort) => sort !== undefined);
  return { ...combineConditions(a, b), ...(sorts.length === 0 ? {} : { s: sorts.length === 1 ? sorts[0] : sorts }) };
}

function withoutSorts(query: RansackQuery): RansackQuery {
  const { s, ...conditions } = query;
  return s === undefined ? query : conditions;
}

function combineConditions(one: RansackQuery, other: RansackQuery): RansackQuery {
  if (Object.keys(one).length === 0) return other;
  if (Object.keys(other).length === 0) return one;
  const { g: groups = [], ...own } = one;
  const { g: otherGroups = [], ...others } = other;
  const collides = 'm' in one || 'm' in other || Object.keys(others).some((name) => name in own);
  if (collides) return { g: [one, other] };
  const all = [...groups, ...otherGroups];
  return { ...own, ...others, ...(all.length === 0 ? {} : { g: all }) };
}
