import type { RackValue } from '../rails/rackQuery.js';
import { type Sort, SearchCrash } from './search.js';
import { resolveAttribute, type Searchable } from './searchable.js';

/**
 * Reads `q[s]` in its three forms: a text, a list, a hash of `name` and `dir`. An unknown attribute is ignored,
 * any other direction than `desc` means `asc`.
 */
export function parseSorts(value: RackValue, searchable: Searchable<never>): Sort[] {
  return sortPairs(value).flatMap(([name, direction]) => {
    const attribute = resolveAttribute(searchable, name);
    return attribute === null ? [] : [{ attribute, direction: direction.toLowerCase() === 'desc' ? 'desc' : 'asc' }];
  });
}

type SortPair = readonly [name: string, direction: string];

function sortPairs(value: RackValue): SortPair[] {
  if (value === null) return [];
  if (typeof value === 'string') return [pairFromText(value)];
  if (Array.isArray(value)) return value.map((item) => (item instanceof Map ? pairFromHash(item) : pairFromText(item)));
  return [...value.values()].map(pairFromHash);
}

/** `a asc, b desc` is one sort by `a`: the rest is no direction. */
function pairFromText(value: RackValue): SortPair {
  const [name = '', direction = ''] = typeof value === 'string' ? value.trim().split(/\s+(.*)/s) : [];
  return [name, direction];
}

function pairFromHash(value: RackValue): SortPair {
  if (!(value instanceof Map)) throw new SearchCrash('undefined method `with_indifferent_access`');
  const [name, direction] = [value.get('name'), value.get('dir')];
  return [typeof name === 'string' ? name : '', typeof direction === 'string' ? direction : ''];
}
