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

function describeRow(row: Row): string {
  const { id, friendly_id } = row as { readonly id?: number; readonly friendly_id?: number };
  return friendly_id === undefined ? `id ${String(id)}` : `number ${String(friendly_id)}`;
}

function describeAttributes(row: Row, condition: CheckedCondition): string {
  return condition.attributes
    .map((name) => `${name} is ${JSON.stringify(readAttribute(row, name)?.value ?? null)}`)
    .join(' and ');
}

/** Attributes of the filter that some row does not show, so that only a probe can tell whether they count. */
export function hiddenAttributes(
  operation: Operation,
  filter: ConditionGroup,
  rows: readonly Row[],
): { attribute: string; filter: string }[] {
  const hidden = shownDifferently[operation.id] ?? [];
  const own = filter.conditions.flatMap((condition) =>
    condition.attributes
      .filter(
        (attribute) => hidden.includes(attribute) || rows.some((row) => readAttribute(row, attribute) === undefined),
      )
      .map((attribute) => ({ attribute, filter: condition.name })),
  );
  return [...own, ...filter.groups.flatMap((group) => hiddenAttributes(operation, group, rows))];
}

/**
 * Probes whether the server knows an attribute: no record is both null and not null, so rows in the answer mean that it
 * ignores conditions on the attribute.
 */
export function contradictionQuery(attribute: string): Record<string, string> {
  return { [`${attribute}_null`]: '1', [`${attribute}_not_null`]: '1' };
}
