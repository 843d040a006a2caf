import { describeAttribute } from '../kinds/attributes.js';
import type { KindName } from '../kinds/kinds.js';
import type { CheckedCondition, ConditionGroup, RansackQuery } from '../query/conditions.js';
import type { ListRemark } from './remarks.js';

/** `before 60 days ago`, `is not 5`: people take these to hold of what has no value, SQL does not. */
const surprising = /^(?:lt|lteq|not_(?!null)\w+|does_not_match)$/;

/** These hold of what has a value, as everybody takes them: with one of them beside it, a bound is the end of a span. */
const plain = /^(?:gt|gteq|eq|in)$/;

/** Conditions that leave out records without a value though their words do not say so. */
export function findMissingValues(kind: KindName, group: ConditionGroup): ListRemark[] {
  const asked = new Set(
    group.conditions
      .filter(
        ({ predicate }) =>
          predicate === 'null' || predicate === 'not_null' || (group.combinator === 'and' && plain.test(predicate)),
      )
      .flatMap(({ attributes }) => attributes),
  );
  const own = group.conditions.flatMap((condition): ListRemark[] => {
    const [attribute, another] = condition.attributes;
    if (attribute === undefined || another !== undefined || asked.has(attribute)) return [];
    const { nullable, many } = describeAttribute(kind, attribute);
    if (!nullable || many || !surprising.test(condition.predicate)) return [];
    const including = includeMissing(condition, attribute);
    return [{ about: 'valuesMissing', filter: condition.name, attribute, including }];
  });
  return [...own, ...group.groups.flatMap((nested) => findMissingValues(kind, nested))];
}

function includeMissing({ name, value }: CheckedCondition, attribute: string): RansackQuery {
  return { g: [{ m: 'or', [name]: value, [`${attribute}_null`]: true }] };
}
