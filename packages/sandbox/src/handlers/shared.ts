import type { RackValue } from '../rails/rackQuery.js';
import { notFound } from '../rails/failures.js';
import { takePage } from '../rails/page.js';
import { toInteger } from '../rails/rubyInteger.js';
import { evaluateSearch } from '../ransack/evaluate.js';
import { parseSearch } from '../ransack/parseSearch.js';
import type { Searchable } from '../ransack/searchable.js';
import type { CiRecord } from '../kinds/cis.js';
import { type TableName, type Records } from '../kinds/index.js';
import type { TicketRecord } from '../kinds/tickets.js';
import type { Tables } from '../state/state.js';
import type { RequestContext } from './handler.js';

/** A page of what a Ransack search finds. */
export function searchPage<Row extends object>(
  { state, query, tieOrder, now }: RequestContext,
  records: readonly Row[],
  searchable: Searchable<Row>,
  q: RackValue | undefined = query.get('q'),
): Row[] {
  const search = parseSearch(q, { searchable, timeZone: state.account.time_zone, now: Date.parse(now) });
  return takePage(evaluateSearch(turnRecords(records, tieOrder), search), query);
}

/** Sorting keeps the order of what ties, so that it is as this one. */
function turnRecords<Row>(records: readonly Row[], order: number): readonly Row[] {
  const turn = (order * 37) % Math.max(1, records.length);
  return turn === 0 ? records : [...records.slice(turn), ...records.slice(0, turn)];
}

/** The integer in a path, as Ruby reads it: `3abc` is 3 (notes 4). */
const pathNumber = ({ params }: RequestContext, name: string): number => toInteger(params[name] ?? '');

/** The record whose number the path has. */
export const findRecord = <Name extends TableName>(context: RequestContext, kind: Name): Records[Name] =>
  orNotFound(tablesOf(context)[kind].byFriendlyId(pathNumber(context, 'friendly_id')));

const tablesOf = ({ state }: RequestContext): Tables => state;

export const findTicket = (context: RequestContext): TicketRecord => findRecord(context, 'tickets');
export const findCi = (context: RequestContext): CiRecord => findRecord(context, 'cis');

/** A ticket that the caller requested; others are as good as not there. */
export function findMyTicket(context: RequestContext): TicketRecord {
  const ticket = findTicket(context);
  if (ticket.requester_id !== context.user.id) throw notFound();
  return ticket;
}

/** The record inside another that the path's `id`, or another parameter, names. */
export function findNested<Row extends { id: number }>(
  context: RequestContext,
  rows: readonly Row[],
  parameter = 'id',
): Row {
  const id = pathNumber(context, parameter);
  return orNotFound(rows.find((row) => row.id === id));
}

export function orNotFound<Row>(row: Row | undefined): Row {
  if (row === undefined) throw notFound();
  return row;
}

export function removeFrom<Row>(rows: Row[], row: Row): void {
  rows.splice(rows.indexOf(row), 1);
}
