import type { FilterField } from '../kinds/index.js';
import { readList } from '../values/list.js';
import { isNothing } from '../values/nothing.js';
import { type Comparison, type Found, unchanged } from './comparison.js';
import { foldName } from './match.js';
import { createProblem } from './problem.js';

/**
 * A condition on an attribute of which all values are known: they are taken in any letter case, and words for several of
 * them (`open`) become a condition on those that they leave out.
 */
export function resolveKnownValues(comparison: Comparison, filter: FilterField, value: unknown): Found {
  const { values = [], allBut = {}, attribute } = filter;
  const { name, isNegative, takesList } = comparison;
  const given = takesList ? readList(value) : [value];
  // What is blank, or a list where one value belongs, is for the check of the conditions to refuse.
  if (given.some((one) => isNothing(one) || typeof one === 'object')) return unchanged(name, value);
  const words = given.map((one) => foldName(String(one)));
  const unknown = words.findIndex((word) => !values.includes(word) && !Object.hasOwn(allBut, word));
  if (unknown !== -1) {
    const problem = { field: name, given: String(given[unknown]), noun: attribute, reason: 'noValue' } as const;
    return {
      ...unchanged(name, value),
      problems: [createProblem({ ...problem, values: [...values, ...Object.keys(allBut)] })],
    };
  }
  const leftOut = words.flatMap((word) => (Object.hasOwn(allBut, word) ? [allBut[word] ?? []] : []));
  if (leftOut.length === 0) return unchanged(name, takesList ? words : words[0]);
  const others = values.filter((one) => leftOut.every((list) => list.includes(one)) && !words.includes(one));
  const [other, another] = others;
  // All values together leave nothing out, and their opposite leaves nothing over.
  if (other === undefined) return unchanged(`${attribute}_${isNegative ? 'null' : 'not_null'}`, true);
  if (another === undefined) return unchanged(`${attribute}_${isNegative ? 'eq' : 'not_eq'}`, other);
  return unchanged(`${attribute}_${isNegative ? 'in' : 'not_in'}`, others);
}
