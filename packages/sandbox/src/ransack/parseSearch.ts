import type { RackParams, RackValue } from '../rails/rackQuery.js';
import { parseCondition, parseLongCondition } from './parseCondition.js';
import { parseSorts } from './parseSorts.js';
import { type Condition, type Grouping, type Search, SearchCrash } from './search.js';
import { resolveAttribute, type Searchable } from './searchable.js';
import { splitPredicate } from './predicates.js';

export interface SearchContext {
  readonly searchable: Searchable<never>;
  /** Rails name of the zone in which times without one are read. */
  readonly timeZone: string | null;
  /** Milliseconds since 1970: words such as `10:30` or `Monday` are of the day that it is then. */
  readonly now: number;
}

/** Reads `q` as `Ransack::Search` does with `ignore_unknown_conditions`: what it does not know, it drops. */
export function parseSearch(q: RackValue | undefined, context: SearchContext): Search {
  const params = q instanceof Map ? withoutBlanks(q) : new Map<string, RackValue>();
  const sorts = ['s', 'sorts'].flatMap((key) => parseSorts(params.get(key) ?? null, context.searchable));
  const known = new Map([...params].filter(([key]) => isGroupingKey(key) || isKnownKey(key, context)));
  return { where: parseGrouping(known, context), sorts };
}

/** Only values at the top are trimmed, and dropped when blank (`Search#initialize`). */
function withoutBlanks(q: RackParams): RackParams {
  const trimmed = [...q].map(([key, value]): [string, RackValue] => [
    key,
    typeof value === 'string' ? value.trim() : value,
  ]);
  return new Map(trimmed.filter(([, value]) => !isBlank(value)));
}

function isBlank(value: RackValue): boolean {
  if (value instanceof Map) return value.size === 0;
  return [value].flat().every((item) => item === null || (typeof item === 'string' && item.trim() === ''));
}

const groupingKeys: Readonly<Record<string, 'g' | 'c' | 'm'>> = {
  g: 'g',
  groupings: 'g',
  c: 'c',
  conditions: 'c',
  m: 'm',
  combinator: 'm',
};

const isGroupingKey = (key: string): boolean => Object.hasOwn(groupingKeys, key);

/** At the top one unknown attribute drops the whole key; inside groups only itself (`Grouping#attribute_method?`). */
function isKnownKey(key: string, { searchable }: SearchContext): boolean {
  const attributes = splitPredicate(key)?.attributes;
  if (attributes === undefined) return false;
  if (resolveAttribute(searchable, attributes) !== null) return true;
  return attributes.split(/_and_|_or_/).every((name) => resolveAttribute(searchable, name) !== null);
}

function parseGrouping(params: RackParams, context: SearchContext): Grouping {
  const conditions: Condition[] = [];
  const groupings: Grouping[] = [];
  let combinator: 'and' | 'or' = 'and';
  for (const [key, value] of params) {
    switch (groupingKeys[key]) {
      case 'g':
        groupings.push(...parseGroupings(value, context));
        break;
      case 'c':
        conditions.push(...listItems(value).flatMap((item) => parseLongCondition(hashOf(item), context) ?? []));
        break;
      case 'm':
        combinator = value === 'or' ? 'or' : 'and';
        break;
      default:
        conditions.push(...[parseCondition(key, value, context)].filter((condition) => condition !== null));
    }
  }
  return { combinator, conditions, groupings };
}

function parseGroupings(value: RackValue, context: SearchContext): Grouping[] {
  if (!Array.isArray(value) && !(value instanceof Map))
    throw new SearchCrash('Invalid argument supplied to groupings=');
  return listItems(value).map((item) => parseGrouping(hashOf(item), context));
}

/** The items of `q[c][]=` or `q[c][0]=`; a scalar has none. */
function listItems(value: RackValue): RackValue[] {
  if (Array.isArray(value)) return value;
  return value instanceof Map ? [...value.values()] : [];
}

/** Ruby calls `with_indifferent_access` on it, which only a hash has. */
function hashOf(value: RackValue): RackParams {
  if (!(value instanceof Map)) throw new SearchCrash('undefined method `with_indifferent_access`');
  return value;
}
