import type { Comparable } from './castValue.js';
import { compileTest } from './compareValues.js';
import type { Condition, Operand } from './search.js';
import { joinChild, type JoinedRow, readAttribute, readCollection } from './joinedRow.js';
import type { Step } from './searchable.js';

export type Matcher = (row: JoinedRow) => boolean;

export function compileCondition({ predicate, combinator, operands }: Condition): Matcher {
  const matchers = operands.map(({ attribute, values }) => {
    const { tests, join } = predicate.testsFor(values);
    const compiled = tests.map((test) => compileTest(test, attribute.type));
    const holds = (value: Comparable) =>
      join === 'any' ? compiled.some((test) => test(value)) : compiled.every((test) => test(value));
    const last = predicate.negative ? attribute.steps.findLastIndex((step) => step.association.many) : -1;
    return last < 0
      ? (row: JoinedRow) => holds(readAttribute(row, attribute))
      : compileSubquery({ attribute, values }, attribute.steps.slice(0, last + 1), holds, predicate.name);
  });
  return combinator === 'or'
    ? (row) => matchers.some((matches) => matches(row))
    : (row) => matchers.every((matches) => matches(row));
}

/**
 * A negative condition over a to-many association asks for records of which no associated one contradicts it
 * (`id NOT IN (SELECT … WHERE NOT …)`); `not_null` for those with any.
 */
function compileSubquery(
  { attribute, values }: Operand,
  collection: readonly Step[],
  holds: (value: Comparable) => boolean,
  predicateName: string,
): Matcher {
  const key = collection.at(-1)?.key ?? '';
  const childValues = (row: JoinedRow): Comparable[] =>
    readCollection(row, collection).map((child) => readAttribute(joinChild(row, key, child), attribute));
  if (predicateName === 'not_null') {
    const wanted = values[0] === true;
    return (row) => childValues(row).some((value) => value !== null) === wanted;
  }
  return (row) => childValues(row).every((value) => value === null || holds(value));
}
