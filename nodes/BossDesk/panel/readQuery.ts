import { combineQueries, parseCondition, parseRawQuery, type RansackQuery, type RansackScalar } from 'bossdesk-client';
import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { isEmpty, writeTime } from './values.js';

interface Condition {
  readonly field?: string;
  readonly predicate?: string;
  readonly value?: unknown;
}

/**
 * Puts conditions, raw query and sorting of the panel together into one Ransack query; undefined when there is none.
 *
 * @throws NodeOperationError for a condition without a field, and for a raw query whose expression gives nothing: it
 * would let every record pass.
 */
export function readQuery(context: IExecuteFunctions, itemIndex: number): RansackQuery | undefined {
  const { conditions } = context.getNodeParameter('filters', itemIndex, {}) as { conditions?: Condition[] };
  const rawQuery = context.getNodeParameter('rawQuery', itemIndex, '') as unknown;
  const sorts = readSorts(context, itemIndex);
  if (typeof rawQuery !== 'string') throw refuse(context, itemIndex, 'Raw Query', 'is not a text');
  if (conditions?.some(({ field }) => isEmpty(field)) === true) {
    throw refuse(context, itemIndex, 'Filters', 'hold a condition without a field');
  }
  const filter = (conditions ?? []).map(toQuery).reduce(combineQueries, {});
  const query = combineQueries(isEmpty(rawQuery) ? {} : (parseRawQuery(rawQuery) as RansackQuery), filter);
  // The rules of the panel count before those of the raw query.
  const sorted = sorts.length === 0 ? query : combineQueries({ s: sorts }, query);
  return Object.keys(sorted).length === 0 ? undefined : sorted;
}

function toQuery({ field, predicate, value }: Condition): RansackQuery {
  const name = `${field ?? ''}_${predicate ?? ''}`;
  const takes = parseCondition(name)?.takes;
  // What a text lists is core's to tell: names hold commas too.
  if (takes === 'list')
    return {
      [name]: (Array.isArray(value) ? value.map(writeTime) : (writeTime(value) ?? [])) as
        RansackScalar | readonly RansackScalar[],
    };
  // "Is empty" needs no value.
  if (takes === 'boolean' && isEmpty(value)) return { [name]: true };
  // An expression that gives nothing is no reason to let every record pass: core refuses blank values.
  return { [name]: (writeTime(value) ?? '') as RansackScalar };
}

function refuse(context: IExecuteFunctions, itemIndex: number, parameter: string, reason: string) {
  return new NodeOperationError(context.getNode(), `${parameter} ${reason}`, {
    itemIndex,
    description: 'Check its expression. To get every record, remove it.',
  });
}

interface Sort {
  readonly field?: string;
  readonly direction?: string;
}

function readSorts(context: IExecuteFunctions, itemIndex: number): string[] {
  const sorts = context.getNodeParameter('options.sort.sorts', itemIndex, []) as Sort[];
  return sorts
    .filter(({ field }) => !isEmpty(field))
    .map(({ field, direction }) => `${field ?? ''} ${direction ?? 'asc'}`);
}
