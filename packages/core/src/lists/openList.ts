import { describeAttribute } from '../kinds/attributes.js';
import { refuseExcess } from '../input/bounds.js';
import type { Operation } from '../operations/index.js';
import { combineQueries } from '../query/combine.js';
import { type ConditionGroup, type RansackQuery, readQuery } from '../query/conditions.js';
import { writeFilter } from '../query/wireQuery.js';
import type { CallInput, CallOptions } from '../send/sender.js';
import type { Row } from '../values/json.js';
import { type CheckContext, type CheckedList, checkRows } from './checkRows.js';
import { findMissingValues } from './missingValues.js';
import { createRemarks, type ListRemark, type OnRemark } from './remarks.js';
import { type ListOrder, orderOf } from './sorts.js';

/** One page of the API's. */
export interface PageRequest {
  readonly page: number;
  readonly per_page: number;
}

export interface ListOptions extends CallOptions {
  /** Is told what the list has to say about itself: that it moved, that an order is unproved, what a filter leaves out. */
  readonly onRemark?: OnRemark;
}

/** A list that is about to be read. */
export interface OpenList {
  readonly operation: string;
  /**
   * Fetches one page, or what the server gives without being asked for one. Its filter and order are checked.
   *
   * @param beyond gives only records whose ids follow this one; the list must be in the order of ids.
   * @param signal cancels this request in place of the list's own signal.
   */
  fetch(request: Partial<PageRequest>, beyond?: number, signal?: AbortSignal): Promise<Row[]>;
  /** The id that the list ends with, where it is in the order of ids: that of the first record in the order turned round. */
  lastId(signal: AbortSignal): Promise<unknown>;
  /** Cancels the whole list. */
  readonly signal: AbortSignal | undefined;
  /** How many requests the server bears at once. */
  readonly atOnce: () => number;
  /** Which way the ids go, where the list is sorted by them alone. */
  readonly byId: ListOrder['byId'];
  /** Whether the server may give a record several times: its conditions or sorts reach what a record has several of. */
  readonly mayRepeat: boolean;
  readonly remarks: readonly ListRemark[];
  readonly tell: OnRemark;
}

/**
 * Opens a list: its conditions are read once, however many pages follow, and it is given a total order. Each page is
 * made sure to be filtered and sorted: rows that show an attribute must agree, and one that rows do not show is asked
 * for once. Without rows there is nothing that a lost filter could have let through.
 *
 * @throws InvalidInputError for a filter that cannot work.
 */
export function openList(
  context: CheckContext,
  operation: Operation,
  input: CallInput,
  options: ListOptions = {},
): OpenList {
  refuseExcess(operation.id, input);
  const { all, tell } = createRemarks(options.onRemark);
  const base = { operation: operation.id, remarks: all, tell, signal: options.signal, atOnce: context.sender.atOnce };
  if (operation.searchable !== true) {
    const fetch = async (request: Partial<PageRequest>, _: number | undefined, signal?: AbortSignal) =>
      (await context.sender.call(operation, { ...input, ...request }, withSignal(options, signal))) as Row[];
    return { ...base, fetch, lastId: () => Promise.resolve(undefined), byId: undefined, mayRepeat: false };
  }
  const { kind } = operation;
  const query = (input['q'] ?? {}) as RansackQuery;
  const typeOf = (attribute: string) => describeAttribute(kind, attribute).type;
  const read = (q: unknown) => readQuery(operation.id, q, typeOf);
  const conditions = read(query);
  const order = orderOf(kind, conditions.sorts);
  const write = (group: ConditionGroup) => writeFilter({ ...group, sorts: order.sorts });
  const filter = write(conditions);
  const { byId } = order;
  const check: CheckedList = { context, operation, conditions, order, tell, options };
  for (const remark of findMissingValues(kind, conditions)) tell(remark);
  return {
    ...base,
    byId,
    mayRepeat: attributesOf(conditions, order).some((attribute) => describeAttribute(kind, attribute).many),
    async fetch(request, beyond, signal) {
      const bound = byId === 'desc' ? 'id_lt' : 'id_gt';
      const sent = beyond === undefined ? filter : write(read(combineQueries(query, { [bound]: beyond })));
      const own = withSignal(options, signal);
      const asked: CallInput = { ...input, q: query, ...request };
      const rows = (await context.sender.call(operation, asked, own, sent)) as Row[];
      const isFull = typeof asked['per_page'] !== 'number' || rows.length >= asked['per_page'];
      if (rows.length > 0) await checkRows({ ...check, options: own }, rows, isFull);
      return rows;
    },
    async lastId(signal) {
      const turned = writeFilter({ ...conditions, sorts: [byId === 'desc' ? 'id asc' : 'id desc'] });
      const asked = { ...input, q: query, page: 1, per_page: 1 };
      const [row] = (await context.sender.call(operation, asked, withSignal(options, signal), turned)) as Row[];
      return row?.['id'];
    },
  };
}

function attributesOf(group: ConditionGroup, { sorts }: ListOrder): string[] {
  const inGroup = ({ conditions, groups }: ConditionGroup): string[] => [
    ...conditions.flatMap(({ attributes }) => attributes),
    ...groups.flatMap(inGroup),
  ];
  return [...inGroup(group), ...sorts.map((sort) => sort.split(' ')[0] ?? '')];
}

function withSignal(options: ListOptions, signal: AbortSignal | undefined): ListOptions {
  return signal === undefined ? options : { ...options, signal };
}
