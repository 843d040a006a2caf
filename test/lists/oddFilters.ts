import { isBossDeskError, type OperationId, PREDICATES, type PredicateName, type Row } from 'bossdesk-client';
import type { LiveDesk } from './support.js';

// Every way to ask a list something, sensible or not.

/** Attributes by list: of each type, of records that are referred to, of a type that nobody knows, and misspelt ones. */
export const attributes = {
  'tickets.list': [
    ...['id', 'friendly_id', 'title', 'status', 'description', 'created_at', 'due_at', 'priority_id', 'agent_id'],
    ...['requester_email', 'requester_is_agent', 'requester_created_at', 'priority_level', 'type_name', 'tags_name'],
    ...['cis_online', 'cis_name', 'problem_id', 'priorty_id', 'colour', 'title_or_created_at', 'title_or_colour'],
  ],
  'cis.list': [
    'name',
    'online',
    'inventory_updated_at',
    'status_id',
    'distinguished_name',
    'users_id',
    'users_is_agent',
  ],
  'users.list': ['email', 'is_agent', 'archived_at', 'group_name', 'tags_id', 'roles_name', 'roles_created_at', 'age'],
  'myTickets.list': ['title', 'status', 'closed_at', 'cis_online'],
  'manufacturers.list': ['name', 'updated_at', 'id', 'colour'],
} as const satisfies Partial<Record<OperationId, readonly string[]>>;

export type SearchedList = keyof typeof attributes;

export const paths: Readonly<Record<SearchedList, string>> = {
  'tickets.list': '/tickets',
  'cis.list': '/cis',
  'users.list': '/users',
  'myTickets.list': '/my/tickets',
  'manufacturers.list': '/manufacturers',
};

/** All suffixes, with those for several values. */
export const suffixes: readonly string[] = (Object.keys(PREDICATES) as PredicateName[]).flatMap((predicate) => [
  predicate,
  ...(PREDICATES[predicate].compounds ? [`${predicate}_any`, `${predicate}_all`] : []),
]);

export const values: readonly unknown[] = [
  ...['', ' ', 'a', '%', 'garbage', 'null', '902abc', ' 1 ', '1', '-5', '1.5'],
  ...['yes', 'True', 'true', ' true ', true, false, 0, 1, 1e21, Number.NaN, 1720000000],
  ...['2026', '2026-05', '2026-05-25', '2026-02-30', '07/13/2024', '2026-05-25T08:00:00Z', '2026-05-25 25:00'],
  ...[null, {}, [], [''], ['1', 'x'], ['true', 'yes'], [' true'], ['2026-05-25', 'soon'], ['a', ' ']],
];

/** Fewer of them, for asking all there is to ask. */
export const typicalValues: readonly unknown[] = [
  ...['', 'a', 'garbage', '902abc', '1', 'yes', ' true ', true, 0, '2026-05', '2026-05-25', '07/13/2024'],
  ...[['true', 'yes'], ['2026-05-25', 'soon'], []],
];

/** What became of a filter. */
export type Outcome = 'refused' | 'ignored' | 'nothing' | 'some' | 'all' | 'failed';

/** Where the condition stands: by itself, in a group, beside another in an `or`. */
export const places = {
  top: (q: object) => q,
  group: (q: object) => ({ g: [q] }),
  any: (q: object) => ({ m: 'or', id_eq: 0, g: [q] }),
} as const;

/** The suffix of what must hold of nothing beside a condition. Written out anew, so that it checks core's own. */
export function oppositeOf(suffix: string): string {
  const [, predicate = '', compound] = /^(.*?)(_any|_all)?$/.exec(suffix) ?? [];
  const other: Record<string, string> = { lt: 'gteq', gteq: 'lt', gt: 'lteq', lteq: 'gt', matches: 'does_not_match' };
  const named =
    other[predicate] ??
    { does_not_match: 'matches', present: 'blank', blank: 'present' }[predicate] ??
    (predicate.startsWith('not_') ? predicate.slice(4) : `not_${predicate}`);
  return `${named}${compound === undefined ? '' : compound === '_any' ? '_all' : '_any'}`;
}

export async function tryFilter({ client }: LiveDesk, list: SearchedList, q: object, total: number): Promise<Outcome> {
  try {
    const rows = (await client.call(list, { q, per_page: 30 })) as Row[];
    return rows.length === 0 ? 'nothing' : rows.length < total ? 'some' : 'all';
  } catch (error) {
    if (isBossDeskError(error, 'InvalidInputError')) return 'refused';
    if (isBossDeskError(error, 'FilterIgnoredError')) return 'ignored';
    if (isBossDeskError(error, 'ServerError')) return 'failed';
    throw error;
  }
}

/** How many records the desk itself finds, without a client that checks anything. */
export async function countRaw({ sandbox }: LiveDesk, list: SearchedList, conditions: [string, unknown][]) {
  const pairs = conditions.flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((one) => `q[${name}][]=${encodeURIComponent(String(one))}`)
      : [`q[${name}]=${encodeURIComponent(String(value))}`],
  );
  const response = await fetch(`${sandbox.url}/api/v1${paths[list]}?per_page=30&${pairs.join('&')}`, {
    headers: { authorization: `Token token="${sandbox.apiKey}"`, accept: 'application/json' },
  });
  return response.ok ? new Set(((await response.json()) as Row[]).map(({ id }) => id)).size : 0;
}
