import { escapeText } from '../values/text.js';
import { type ConditionGroup, readQuery } from './conditions.js';

/** The conditions of a list, read and encoded once for all its pages. */
export interface Filter {
  readonly conditions: ConditionGroup;
  /** As part of a query string, escaped. */
  readonly encoded: string;
}

/**
 * Reads conditions and writes them as they are sent: `q[last_name_eq]=Foley`, `q[id_in][]=1` (doc L2356-2360).
 *
 * @throws InvalidInputError naming each condition that cannot work.
 */
export function readFilter(operation: string, query: unknown): Filter {
  const conditions = readQuery(operation, query);
  const encoded = groupPairs('q', conditions)
    .map(([name, value]) => `${escapeQueryPart(name)}=${escapeQueryPart(value)}`)
    .join('&');
  return { conditions, encoded };
}

/** Brackets stay readable, as the doc writes them (L2356). */
function escapeQueryPart(text: string): string {
  return escapeText(text).replaceAll('%5B', '[').replaceAll('%5D', ']');
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
