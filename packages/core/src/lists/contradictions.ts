import type { Operation } from '../operations/index.js';
import { FilterIgnoredError } from '../errors/index.js';
import { judgeCondition, judgeGroup, readAttribute } from '../query/judgeRows.js';
import type { Row } from '../values/json.js';
import type { CheckedCondition, ConditionGroup } from '../query/conditions.js';

/**
 * Attributes whose value in rows is not the one filters compare: `/my` shows requesters `open` where the
 * record says `incoming` or `assigned` (notes 5.37).
 */
const shownDifferently: Readonly<Record<string, readonly string[]>> = { 'myTickets.list': ['status'] };

/** Finds a row that the filter excludes: proof that the server ignored the filter. */
export function findContradiction(
  operation: Operation,
  filter: ConditionGroup,
  rows: readonly Row[],
): FilterIgnoredError | undefined {
  const hidden = shownDifferently[operation.id] ?? [];
  for (const row of rows) {
    const visible =
      hidden.length === 0 ? row : Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.includes(key)));
    if (judgeGroup(visible, filter) !== 'contradicts') continue;
    const culprit = filter.conditions.find((condition) => judgeCondition(visible, condition) === 'contradicts');
    return new FilterIgnoredError({
      operation: operation.id,
      filter: culprit?.name ?? 'g',
      evidence: `the answer holds ${describeRow(row)}${culprit === undefined ? '' : `, where ${describeAttributes(row, culprit)}`}`,
    });
  }
  return undefined;
}

/** A record as people know it. */
export function describeRow(row: Row): string {
  const { id, friendly_id } = row as { readonly id?: number; readonly friendly_id?: number };
  return friendly_id === undefined ? `id ${String(id)}` : `number ${String(friendly_id)}`;
}

function describeAttributes(row: Row, condition: CheckedCondition): string {
  return condition.attributes
    .map((name) => `${name} is ${JSON.stringify(readAttribute(row, name)?.value ?? null)}`)
    .join(' and ');
}

/** An attribute that some row does not show, with the condition that asks for it: only a probe can tell whether it counts. */
export interface HiddenAttribute {
  readonly attribute: string;
  readonly condition: CheckedCondition;
}

export function hiddenAttributes(
  operation: Operation,
  filter: ConditionGroup,
  rows: readonly Row[],
): HiddenAttribute[] {
  const own = filter.conditions.flatMap((condition) =>
    condition.attributes
      .filter((attribute) => isHidden(operation, attribute, rows))
      .map((attribute) => ({ attribute, condition })),
  );
  return [...own, ...filter.groups.flatMap((group) => hiddenAttributes(operation, group, rows))];
}

/** Whether some row does not show what a filter or a sort compares. */
export function isHidden(operation: Operation, attribute: string, rows: readonly Row[]): boolean {
  if (shownDifferently[operation.id]?.includes(attribute) === true) return true;
  return rows.some((row) => readAttribute(row, attribute) === undefined);
}
