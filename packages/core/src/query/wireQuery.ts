import { type ConditionGroup, readQuery } from './conditions.js';

/** The wire form of conditions: `q[last_name_eq]=Foley`, `q[id_in][]=1` (doc L2356-2360). */
export function queryPairs(operation: string, query: unknown): [string, string][] {
  return groupPairs('q', readQuery(operation, query));
}

function groupPairs(prefix: string, group: ConditionGroup): [string, string][] {
  const conditions = group.conditions.flatMap(({ name, value }): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}[${name}]`, value]] : value.map((one) => [`${prefix}[${name}][]`, one]),
  );
  const [only, ...more] = group.sorts;
  const sorts: [string, string][] =
    only === undefined
      ? []
      : more.length === 0
        ? [[`${prefix}[s]`, only]]
        : group.sorts.map((sort) => [`${prefix}[s][]`, sort]);
  return [
    ...(group.combinator === 'or' ? [[`${prefix}[m]`, 'or'] as [string, string]] : []),
    ...conditions,
    ...group.groups.flatMap((nested, index) => groupPairs(`${prefix}[g][${String(index)}]`, nested)),
    ...sorts,
  ];
}
