import type { RansackQuery } from './conditions.js';

/**
 * A query for what both find. The same condition twice, or an `or` at the top, makes a group of each (notes 1): side by
 * side, one would take the other's place or be joined by its `or`. Sorts stay at the top, the first one's first.
 */
export function combineQueries(one: RansackQuery, other: RansackQuery): RansackQuery {
  const [a, b] = [withoutSorts(one), withoutSorts(other)];
  const sorts = [one, other].flatMap(({ s, sorts: more }) => [s, more].flat().filter((sort) => sort !== undefined));
  const s = (sorts.length === 1 ? sorts[0] : sorts) as RansackQuery['s'];
  return { ...combineConditions(a, b), ...(sorts.length === 0 || s === undefined ? {} : { s }) };
}

function withoutSorts(query: RansackQuery): RansackQuery {
  const { s, sorts, ...conditions } = query;
  return s === undefined && sorts === undefined ? query : conditions;
}

function combineConditions(one: RansackQuery, other: RansackQuery): RansackQuery {
  if (Object.keys(one).length === 0) return other;
  if (Object.keys(other).length === 0) return one;
  if ('m' in one && 'm' in other) return { g: [one, other] };
  if ('m' in one) return withGroups(other, [one]);
  const { g, ...conditions } = other;
  const collides = 'm' in other || Object.keys(conditions).some((name) => name in one);
  return collides ? withGroups(one, [other]) : withGroups({ ...one, ...conditions }, listGroups(g));
}

function withGroups(query: RansackQuery, groups: readonly RansackQuery[]): RansackQuery {
  const all = [...listGroups(query.g), ...groups];
  return all.length === 0 ? query : { ...query, g: all };
}

/** A query string numbers its groups: `q[g][0]`. */
function listGroups(groups: RansackQuery['g'] = []): readonly RansackQuery[] {
  return Object.values(groups);
}
