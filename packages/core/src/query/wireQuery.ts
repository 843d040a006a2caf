import { escapeText } from '../values/text.js';
import type { TypeOf } from './attributes.js';
import { type ConditionGroup, type RansackQuery, readQuery } from './conditions.js';

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
export function readFilter(operation: string, query: unknown, typeOf?: TypeOf): Filter {
  return writeFilter(readQuery(operation, query, typeOf));
}

/** Conditions that were read, as they are sent. */
export function writeFilter(conditions: ConditionGroup): Filter {
  const encoded = groupPairs('q', conditions)
    .map(([name, value]) => `${escapeQueryPart(name)}=${escapeQueryPart(value)}`)
    .join('&');
  return { conditions, encoded };
}

/** Conditions as a person writes them into a query string: `q[g][0][m]=or&q[g][0][title_cont]=printer`. */
export function writeRawQuery(query: RansackQuery): string {
  return groupPairs('q', readQuery('q', query))
    .map(([name, value]) => `${name}=${value.replace(/[%&+#]/g, encodeURIComponent)}`)
    .join('&');
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
