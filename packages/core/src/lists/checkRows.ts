import { FilterIgnoredError, SortIgnoredError } from '../errors/index.js';
import { listSorts } from '../kinds/attributes.js';
import type { Operation } from '../operations/index.js';
import type { ConditionGroup } from '../query/conditions.js';
import { judgeOrder, type JudgedSort } from '../query/judgeOrder.js';
import type { CallOptions } from '../send/sender.js';
import type { Row } from '../values/json.js';
import { describeRow, findContradiction, hiddenAttributes, isHidden } from './contradictions.js';
import { isHonoured, probeAttribute, type ProbeContext, probeCondition } from './probes.js';
import type { OnRemark } from './remarks.js';
import type { ListOrder } from './sorts.js';

export interface CheckContext extends ProbeContext {
  /** Is told of a filter or a sort that the server ignored; throws where that is a failure. */
  readonly report: (error: FilterIgnoredError | SortIgnoredError) => void;
}

/** A list as far as its rows are checked. */
export interface CheckedList {
  readonly context: CheckContext;
  readonly operation: Operation;
  readonly conditions: ConditionGroup;
  readonly order: ListOrder;
  readonly tell: OnRemark;
  readonly options: CallOptions;
}

/**
 * Makes sure that rows are filtered and sorted as was asked; reports what the server ignored.
 *
 * @param mayFollow whether the list may go on after these rows.
 */
export async function checkRows(list: CheckedList, rows: readonly Row[], mayFollow: boolean): Promise<void> {
  const { context, operation, conditions, options } = list;
  const contradiction = findContradiction(operation, conditions, rows);
  if (contradiction !== undefined) context.report(contradiction);
  for (const { attribute, condition } of hiddenAttributes(operation, conditions, rows)) {
    const probe = probeCondition(operation, attribute, condition);
    if (await isHonoured(context, operation, probe, options)) continue;
    context.report(
      new FilterIgnoredError({
        operation: operation.id,
        filter: condition.name,
        evidence: `it answers records even for "${probe.asks}"`,
      }),
    );
  }
  await checkOrder(list, rows, mayFollow);
}

async function checkOrder(list: CheckedList, rows: readonly Row[], mayFollow: boolean): Promise<void> {
  const { order, tell } = list;
  const judged = judgeOrder(rows, order.sorts);
  for (const one of judged.slice(0, order.asked.length)) await checkSort(list, one, rows, mayFollow);
  const added = judged.slice(order.asked.length);
  if (added.some(({ verdict }) => verdict === 'contradicts')) tell({ about: 'tiesUnordered' });
}

async function checkSort(
  { context, operation, tell, options }: CheckedList,
  { sort, verdict, evidence }: JudgedSort,
  rows: readonly Row[],
  mayFollow: boolean,
): Promise<void> {
  const [attribute = ''] = sort.split(' ');
  const isShown = !isHidden(operation, attribute, rows);
  const refuse = (why: string) =>
    context.report(
      new SortIgnoredError({ operation: operation.id, sort, evidence: why, known: listSorts(operation.kind) }),
    );
  if (isShown && verdict === 'contradicts') {
    refuse(`${evidence?.map(describeRow).join(' stands before ') ?? 'a row'} in the answer`);
    return;
  }
  // One row, or several that are equal, show nothing, and are not all that there is to see.
  const isDoubtful = isShown
    ? verdict === 'unlike' || (verdict === 'equal' && mayFollow)
    : rows.length > 1 || mayFollow;
  if (!isDoubtful) return;
  const probe = probeAttribute(attribute);
  if (!(await isHonoured(context, operation, probe, options))) {
    refuse(`it answers records even for "${probe.asks}"`);
  } else if (isShown && verdict === 'unlike') {
    tell({ about: 'sortUnproved', sort });
  }
}
