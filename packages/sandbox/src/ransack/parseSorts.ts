import type { RackValue } from '../rails/rackQuery.js';
import { type Sort, SearchCrash } from './search.js';
import { resolveAttribute, type Searchable } from './searchable.js';

/**
 * Reads `q[s]` in its three forms: a text, a list, a hash of `name` and `dir`. An unknown attribute is ignored,
 * any other direction than `desc` means `asc`; a hash that has none is a 500.
 */
export function parseSorts(value: RackValue, searchable: Searchable<never>): Sort[] {
  return sortPairs(value).flatMap(([name, direction]) => {
    const attribute = resolveAttribute(searchable, name);
    if (attribute === null) return [];
    if (direction === undefined) throw new SearchCrash('nil is not a symbol nor a string');
    return [{ attribute, direction: direction.toLowerCase() === 'desc' ? 'desc' : 'asc' }];
  });
}

/** Without a direction Ruby is asked for a method that has no name. */
type SortPair = readonly [name: string, direction: string | undefined];

function sortPairs(value: RackValue): SortPair[] {
  if (value === null) return [];
  if (typeof value === 'string') return [pairFromText(value)];
  if (Array.isArray(value)) return value.map((item) => (item instanceof Map ? pairFromHash(item) : pairFromText(item)));
  return [...value.values()].map(pairFromHash);
}

/** `a asc, b desc` is one sort by `a`: the rest is no direction. In a list blanks before the name leave none. */
function pairFromText(value: RackValue): SortPair {
  const [name = '', direction = ''] = typeof value === 'string' ? value.split(/\s+(.*)/s) : [];
  return [name, direction];
}

function pairFromHash(value: RackValue): SortPair {
  if (!(value instanceof Map)) throw new SearchCrash('undefined method `with_indifferent_access`');
  const [name, direction] = [value.get('name'), value.get('dir')];
  if (Array.isArray(direction) || direction instanceof Map) throw new SearchCrash('undefined method `downcase`');
  return [typeof name === 'string' ? name : '', direction === undefined ? undefined : (direction ?? '')];
}
