import type { RackParams, RackValue } from '../rails/rackQuery.js';
import { castBoolean, castValue } from './castValue.js';
import type { SearchContext } from './parseSearch.js';
import { findPredicate, type Predicate, splitPredicate } from './predicates.js';
import { type Condition, SearchCrash } from './search.js';
import { type AttributePath, resolveAttribute } from './searchable.js';

/** The short form, `title_or_description_cont=x`; null when nothing of it is left. */
export function parseCondition(key: string, value: RackValue, context: SearchContext): Condition | null {
  const split = splitPredicate(key);
  if (split === null) return null;
  const combinator = /_(or|and)_/.exec(split.attributes)?.[1] === 'or' ? 'or' : 'and';
  const whole = resolveAttribute(context.searchable, split.attributes);
  const attributes = whole === null ? resolveEach(split.attributes.split(/_and_|_or_/), context) : [whole];
  const values = split.predicate.takesList ? rubyArray(value) : [value];
  return buildCondition(split.predicate, combinator, attributes, values, context);
}

/** The long form, `c[0][a][0][name]=status&c[0][p]=eq&c[0][v][0][value]=open`. */
export function parseLongCondition(params: RackParams, context: SearchContext): Condition | null {
  const name = params.get('p');
  if (name === undefined) return null;
  const predicate = typeof name === 'string' ? findPredicate(name) : undefined;
  if (predicate === undefined) throw new SearchCrash("undefined method `negative?' for nil");

  const attributes = resolveEach(textsAt(params.get('a'), 'name'), context);
  const values = valuesAt(params.get('v'), 'value');
  const combinator = params.get('m');
  if (values.length > 1 && !predicate.takesList) return null;
  if (attributes.length > 1 && combinator !== 'and' && combinator !== 'or') return null;
  return buildCondition(predicate, combinator === 'or' ? 'or' : 'and', attributes, values, context);
}

function buildCondition(
  predicate: Predicate,
  combinator: 'and' | 'or',
  attributes: readonly AttributePath[],
  values: readonly RackValue[],
  { timeZone, now }: SearchContext,
): Condition | null {
  const [first] = attributes;
  if (first === undefined) return null;
  const cast = (value: RackValue, attribute: AttributePath) =>
    castValue(value, predicate.castAs ?? attribute.type, timeZone, now);
  if (!values.some((value) => predicate.isValid(cast(value, first)))) return null;

  // A value that is there but does not cast stays, as NULL (`validated_values`).
  const given = values.filter((value) =>
    predicate.castAs === 'boolean' ? castBoolean(value) !== null : isPresent(value),
  );
  return {
    predicate,
    combinator,
    operands: attributes.map((attribute) => ({ attribute, values: given.map((value) => cast(value, attribute)) })),
  };
}

const isPresent = (value: RackValue): boolean =>
  value instanceof Map ? value.size > 0 : value !== null && value.length > 0;

const resolveEach = (names: readonly string[], { searchable }: SearchContext): AttributePath[] =>
  names.flatMap((name) => resolveAttribute(searchable, name) ?? []);

/** Ruby's `Array(value)`. */
function rubyArray(value: RackValue): RackValue[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value;
  return value instanceof Map ? [...value].map(([key, item]) => [key, item]) : [value];
}

/** `a` and `v` come as a list of scalars or as a hash of hashes; Ruby fails on anything else. */
function valuesAt(value: RackValue | undefined, key: 'name' | 'value'): RackValue[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  if (!(value instanceof Map))
    throw new SearchCrash(`Invalid argument supplied to ${key === 'name' ? 'attributes' : 'values'}=`);
  return [...value.values()].map((item) => {
    if (!(item instanceof Map)) throw new SearchCrash('no implicit conversion of Symbol into Integer');
    return item.get(key) ?? null;
  });
}

const textsAt = (value: RackValue | undefined, key: 'name' | 'value'): string[] =>
  valuesAt(value, key).filter((item) => typeof item === 'string');
