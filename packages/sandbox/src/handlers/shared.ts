import type { RackValue } from '../rails/rackQuery.js';
import { notFound, type ValidationErrors } from '../rails/failures.js';
import { takePage } from '../rails/page.js';
import { toInteger } from '../rails/rubyInteger.js';
import { evaluateSearch } from '../ransack/evaluate.js';
import { parseSearch } from '../ransack/parseSearch.js';
import type { Searchable } from '../ransack/searchable.js';
import type { Lookups } from '../state/lookupRecords.js';
import type { CiRecord, TicketRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import type { RequestContext } from './handler.js';

/** A page of what a Ransack search finds. */
export function searchPage<Row extends object>(
  { state, query }: RequestContext,
  records: readonly Row[],
  searchable: Searchable<Row>,
  q: RackValue | undefined = query.get('q'),
): Row[] {
  const search = parseSearch(q, { searchable, timeZone: state.account.time_zone });
  return takePage(evaluateSearch(records, search), query);
}

/** The integer in a path, as Ruby reads it: `3abc` is 3 (notes 4). */
const pathNumber = ({ params }: RequestContext, name: string): number => toInteger(params[name] ?? '');

export function findTicket(context: RequestContext): TicketRecord {
  return orNotFound(context.state.tickets.byFriendlyId(pathNumber(context, 'friendly_id')));
}

/** A ticket that the caller requested; others are as good as not there. */
export function findMyTicket(context: RequestContext): TicketRecord {
  const ticket = findTicket(context);
  if (ticket.requester_id !== context.user.id) throw notFound();
  return ticket;
}

export function findCi(context: RequestContext): CiRecord {
  return orNotFound(context.state.cis.byFriendlyId(pathNumber(context, 'friendly_id')));
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

/** Unknown ids in a list are a 404, not a 422 (notes 4): Rails looks the records up when it is assigned. */
export function requireLookups(state: State, kind: keyof Lookups, ids: readonly number[] | null | undefined): void {
  for (const id of ids ?? []) orNotFound(state.lookup(kind, id));
}

export const isBlank = (text: string | null | undefined): boolean => text == null || text.trim() === '';

/** Adds `can't be blank` for texts that are. */
export function checkPresence<Name extends string>(
  errors: ValidationErrors,
  record: Partial<Record<Name, string | null>>,
  ...names: Name[]
): void {
  for (const name of names) if (isBlank(record[name])) errors[name] = ["can't be blank"];
}

/** Adds `must exist` for references that point nowhere, under the association's name (`type`, not `type_id`). */
export function checkReferences(
  state: State,
  errors: ValidationErrors,
  references: Readonly<Record<string, readonly [kind: keyof Lookups | 'users', id: number | null | undefined]>>,
  required: readonly string[] = [],
): void {
  for (const [name, [kind, id]] of Object.entries(references)) {
    if (id == null ? required.includes(name) : !exists(state, kind, id)) errors[name] = ['must exist'];
  }
}

const exists = (state: State, kind: keyof Lookups | 'users', id: number): boolean =>
  (kind === 'users' ? state.users.byId(id) : state.lookup(kind, id)) !== undefined;

/** The fields of a body that were given, `undefined` ones left out. */
export function givenFields<Body extends object, Name extends keyof Body>(
  body: Body,
  ...names: readonly Name[]
): { [Key in Name]?: Exclude<Body[Key], undefined> } {
  const given = names.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]] as const]));
  return Object.fromEntries(given) as { [Key in Name]?: Exclude<Body[Key], undefined> };
}
