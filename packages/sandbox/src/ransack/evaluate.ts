import { compileCondition, type Matcher } from './compileCondition.js';
import { joinChild, type JoinedRow, readAttribute, readCollection } from './joinedRow.js';
import { compareNullsLast } from './compareValues.js';
import type { Grouping, Search } from './search.js';
import type { AttributePath, Step } from './searchable.js';

/**
 * The records that a search finds, sorted. As with SQL's LEFT JOIN, a record comes once for each matching record
 * of a to-many association that the search names (`tags_id_in`), so it may come twice (notes 4).
 */
export function evaluateSearch<Row extends object>(records: readonly Row[], search: Search): Row[] {
  const matches = compileGrouping(search.where);
  const joins = findJoins(search);
  if (matches === null && joins.length === 0 && search.sorts.length === 0) return [...records];

  const rows: JoinedRow<Row>[] = [];
  for (const record of records) {
    for (const row of joinRows(record, joins)) if (matches === null || matches(row)) rows.push(row);
  }
  return sortRows(rows, search).map((row) => row.record);
}

function compileGrouping(grouping: Grouping): Matcher | null {
  const parts = [...grouping.conditions.map(compileCondition), ...grouping.groupings.map(compileGrouping)].filter(
    (part) => part !== null,
  );
  if (parts.length === 0) return null;
  return grouping.combinator === 'or'
    ? (row) => parts.some((matches) => matches(row))
    : (row) => parts.every((matches) => matches(row));
}

/** Associations from the record to a to-many one, which is the last. */
type Join = readonly Step[];

/** The to-many associations to join, once each. A negative condition asks a subquery instead of a join. */
function findJoins(search: Search): Join[] {
  const attributes = [...conditionAttributes(search.where), ...search.sorts.map((sort) => sort.attribute)];
  const joins = attributes.flatMap(({ steps }) =>
    steps.flatMap((step, index): [string, Join][] =>
      step.association.many ? [[step.key, steps.slice(0, index + 1)]] : [],
    ),
  );
  return [...new Map(joins).values()];
}

function conditionAttributes(grouping: Grouping): AttributePath[] {
  return [
    ...grouping.conditions
      .filter((condition) => !condition.predicate.negative)
      .flatMap((condition) => condition.operands.map((operand) => operand.attribute)),
    ...grouping.groupings.flatMap(conditionAttributes),
  ];
}

function joinRows<Row extends object>(record: Row, joins: readonly Join[]): JoinedRow<Row>[] {
  let rows: JoinedRow<Row>[] = [{ record, joined: null }];
  for (const join of joins) {
    const key = join.at(-1)?.key ?? '';
    rows = rows.flatMap((row) => {
      const children = readCollection(row, join);
      return (children.length === 0 ? [null] : children).map((child) => joinChild(row, key, child));
    });
  }
  return rows;
}

/** As PostgreSQL: nulls last going up, first going down; records that tie keep their order. */
function sortRows<Row extends object>(rows: readonly JoinedRow<Row>[], { sorts }: Search): readonly JoinedRow<Row>[] {
  if (sorts.length === 0) return rows;
  const keyed = rows.map((row) => ({ row, keys: sorts.map(({ attribute }) => readAttribute(row, attribute)) }));
  keyed.sort((a, b) => {
    for (const [index, { attribute, direction }] of sorts.entries()) {
      const order = compareNullsLast(a.keys[index] ?? null, b.keys[index] ?? null, attribute.type);
      if (order !== 0) return direction === 'asc' ? order : -order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}
