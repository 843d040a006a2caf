import { isBossDeskError } from '../errors/index.js';
import { getKind, type KnownKind, type OwnerClass } from '../kinds/index.js';
import type { KindName } from '../kinds/kinds.js';
import { combineQueries } from '../query/combine.js';
import type { RansackQuery } from '../query/conditions.js';
import type { Row } from '../values/json.js';
import { nameOfPerson } from '../values/person.js';
import { idsBelow } from './branch.js';
import { findNamed, findShown, foldName, isClose, LONGEST_NAME, partsAsShown, readId } from './match.js';
import { type Candidate, createProblem, type NameProblem } from './problem.js';
import type { NameReader } from './reader.js';

/*
 * The rule book of names, the same on every face.
 *
 * - A JSON number is an id. A text of digits is a name first and an id then.
 * - `none` and `unassigned` are no names where a record can be without what is asked for: whatever is really called so
 *   is given by its id.
 * - In a search, the name of what has others below it in a tree means all of them; an id means that one alone.
 * - Letter for letter first, then as replies show it: letter case, blanks, ways to compose accents and characters that
 *   nobody sees do not count, `|` is shown as `/`, and what was cut ends in `…`.
 * - People are asked for by e-mail address, user name and full name in either order, all at once: two different people
 *   are ambiguous, never the first one found. People who have left count only when nobody else is meant.
 * - A CI is also called by its serial number, its control number and its barcode, where no CI has that name.
 * - An agent is a user; a user who is none is told to be one.
 * - Tags and custom fields belong to one class of record: those of another class are none of this one.
 * - An id that is not on a list that was read is unknown. Where reading the list is forbidden, an id passes.
 * - `me` is who the face says; without that, it is a problem of its own.
 */

export interface NameRequest {
  readonly kind: KindName;
  /** A name, an id in digits, or an id. */
  readonly given: string | number;
  /** Where it was given, for the problem. */
  readonly field: string;
  /** Whose tags or custom fields are meant. */
  readonly owner?: OwnerClass | undefined;
  /** Who `me` is, by e-mail address or user name. */
  readonly me?: string | undefined;
  /** A path names the record: by its number where people see one. */
  readonly inPath?: true;
  /** What is given is an id, and no name. */
  readonly byId?: true;
}

/** The record that was meant. */
export interface Resolved extends Candidate {
  /** The ids of all below it, where it was named and lies in a tree. */
  readonly below?: readonly number[];
}

export type Resolution = { readonly resolved: Resolved } | { readonly problem: NameProblem };

/** The most records that are searched for one that bears a name; beyond, those are asked for that are called exactly so. */
const MAX_ROWS = 300;

/** Enough to list, and to see that there are more. */
const SIMILAR_ROWS = 30;

/** Finds the record that a name means, or says why there is none. */
export async function resolveName(reader: NameReader, request: NameRequest): Promise<Resolution> {
  const { given, field, me } = request;
  if (typeof given === 'number') return { resolved: { id: given, name: String(given) } };
  const kind = getKind(request.kind);
  const { noun } = kind;
  if (given.trim() === '') return { problem: createProblem({ field, given, noun, reason: 'empty' }) };
  if (kind.list === 'users.list' && foldName(given) === 'me') {
    if (me === undefined) return { problem: createProblem({ field, given, noun, reason: 'noMe' }) };
    const found = await lookUp(reader, request, me);
    return 'problem' in found ? { problem: { ...found.problem, isMe: true } } : found;
  }
  // Nothing is called so, and what is close to it would be a guess.
  if (given.length > LONGEST_NAME) return { problem: createProblem({ field, given, noun, reason: 'unknown' }) };
  try {
    return await lookUp(reader, request, given);
  } catch (error) {
    const id = readId(given);
    // Whoever may not read a list can still give ids out of it.
    if (id !== undefined && isBossDeskError(error, 'PermissionError')) return { resolved: { id, name: given.trim() } };
    throw error;
  }
}

async function lookUp(reader: NameReader, request: NameRequest, given: string): Promise<Resolution> {
  const { field, kind: name } = request;
  const kind = getKind(name);
  const first = await findMatches(reader, request, given);
  const second =
    first.matches.length === 0 && reader.again?.(name) === true ? await findMatches(reader, request, given) : first;
  const coded = second.matches.length === 0 ? await findCoded(reader, request, given) : [];
  const { matches, rows, isNamed } = coded.length === 0 ? second : { ...second, matches: coded };
  const called = matches.filter((row) => isAmong(name, row));
  const problem = { field, given, noun: kind.noun };
  const toCandidate = (row: Row) => describeCandidate(kind, row, rows, request.inPath);
  const isNone = called.length === 0;
  const similar = isNone ? await findSimilar(reader, request, given, rows) : undefined;
  const fitting = similar === undefined ? called : await findAsShown(reader, request, given, similar.rows);
  const [only, another] = fitting;
  if (only !== undefined && another === undefined) {
    const isByName = isNone || isNamed;
    const below = isByName && kind.parent !== undefined ? idsBelow(rows, only['id'], kind.parent) : [];
    return { resolved: { ...toCandidate(only), ...(below.length === 0 ? {} : { below }) } };
  }
  if (only !== undefined) {
    return { problem: createProblem({ ...problem, reason: 'ambiguous', candidates: fitting.map(toCandidate) }) };
  }
  const candidates = similar?.rows.map(toCandidate) ?? [];
  return matches.length > 0
    ? { problem: createProblem({ ...problem, reason: 'notAnAgent', listing: 'agents', candidates }) }
    : {
        problem: createProblem({ ...problem, reason: 'unknown', listing: similar?.listing ?? 'there are', candidates }),
      };
}

/** Records that bear a code, letter for letter: one that lists are searched for, or else one that a route is for. */
async function findCoded(
  reader: NameReader,
  { kind: name, byId }: NameRequest,
  given: string,
): Promise<readonly Row[]> {
  const { codes, byCode } = getKind(name);
  if (codes === undefined || byId === true) return [];
  const found = await reader.find(name, { [`${codes.join('_or_')}_eq`]: given.trim() }, SIMILAR_ROWS);
  if (found.length > 0 || byCode === undefined) return found;
  const row = await reader.read?.(byCode.operation, { [byCode.parameter]: given.trim() });
  return row === undefined ? [] : [row];
}

interface Matches {
  readonly matches: readonly Row[];
  /** What was looked through. */
  readonly rows: readonly Row[];
  /** They bear the name, rather than the id. */
  readonly isNamed: boolean;
}

/** Records that bear the name, or else the one that has the id. */
async function findMatches(reader: NameReader, request: NameRequest, given: string): Promise<Matches> {
  const kind = getKind(request.kind);
  const id = request.inPath === undefined ? readId(given) : undefined;
  const rows = kind.search === undefined ? await reader.all(request.kind) : await search(reader, request, given, id);
  const own = ownRows(kind, request.owner, rows);
  const named = request.byId === true ? [] : preferActive(findBearers(kind, own, given));
  if (named.length > 0 || id === undefined) return { matches: named, rows, isNamed: true };
  return { matches: own.filter((row) => row['id'] === id), rows, isNamed: false };
}

async function search(
  reader: NameReader,
  { kind: name, byId }: NameRequest,
  given: string,
  id: number | undefined,
): Promise<readonly Row[]> {
  if (byId === true && id !== undefined) return reader.find(name, { id_eq: id }, 1);
  const query = getKind(name).search?.(given.trim().replace(/\s+/g, ' ')) ?? {};
  const orId = (q: RansackQuery): RansackQuery => (id === undefined ? q : { m: 'or', g: [q, { id_eq: id }] });
  const rows = await reader.find(name, orId(query), MAX_ROWS);
  if (rows.length < MAX_ROWS) return rows;
  const exact = await reader.find(name, orId(toExact(query)), MAX_ROWS);
  return [...rows, ...exact.filter((row) => !rows.some((known) => known['id'] === row['id']))];
}

/** The same search for what is called exactly so. */
function toExact({ g, ...conditions }: RansackQuery): RansackQuery {
  return {
    ...Object.fromEntries(Object.entries(conditions).map(([name, value]) => [name.replace(/_cont$/, '_eq'), value])),
    ...(g === undefined ? {} : { g: g.map(toExact) }),
  };
}

/** People are called by several names, so that an exact one of theirs must not win over another's in another spelling. */
function findBearers(kind: KnownKind, rows: readonly Row[], given: string): readonly Row[] {
  const { called } = kind;
  if (called === undefined) return findNamed(rows, given, (row) => [String(row['name'])]);
  return findShown(rows, given, called);
}

/**
 * Those whose name a reply showed so. The server does not find a name by what is shown in place of what nobody sees, or of
 * the sign between cells.
 */
async function findAsShown(
  reader: NameReader,
  { kind: name, owner }: NameRequest,
  given: string,
  similar: readonly Row[],
): Promise<readonly Row[]> {
  const kind = getKind(name);
  const { search } = kind;
  if (search === undefined || /^[#\d\s]*$|@/.test(given)) return [];
  const pick = (rows: readonly Row[]) =>
    preferActive(findBearers(kind, ownRows(kind, owner, rows), given)).filter((row) => isAmong(name, row));
  const close = pick(similar);
  // People are close to a name by each of its words already.
  const isKnown = close.length > 0 || (kind.called !== undefined && /\S\s+\S/.test(given));
  const [only, ...more] = isKnown ? [] : partsAsShown(given).map(search);
  if (only === undefined) return close;
  return pick(await reader.find(name, more.length === 0 ? only : { m: 'or', g: [only, ...more] }, MAX_ROWS));
}

async function findSimilar(
  reader: NameReader,
  { kind: name, owner }: NameRequest,
  given: string,
  rows: readonly Row[],
): Promise<{ readonly rows: readonly Row[]; readonly listing: NameProblem['listing'] }> {
  const kind = getKind(name);
  if (kind.search === undefined) {
    const own = ownRows(kind, owner, rows);
    const close = own.filter((row) => isClose(String(row['name']), given));
    return close.length > 0 ? { rows: close, listing: 'close to it' } : { rows: own, listing: 'there are' };
  }
  // People see the number, so that it is given for the id.
  const number = kind.by === 'number' ? readId(given) : undefined;
  const numbered = number === undefined ? [] : await reader.find(name, { friendly_id_eq: number }, 1);
  if (numbered.length > 0) return { rows: numbered, listing: 'with that number' };
  for (const query of kind.similar?.(given) ?? []) {
    const isAnything = Object.keys(query).length === 0;
    const q = kind.among === undefined ? query : combineQueries(query, kind.among);
    const found = preferActive(await reader.find(name, q, SIMILAR_ROWS));
    if (found.length > 0) return { rows: found, listing: isAnything ? 'there are' : 'close to it' };
  }
  return { rows: [], listing: 'there are' };
}

function ownRows(kind: KnownKind, owner: OwnerClass | undefined, rows: readonly Row[]): readonly Row[] {
  if (kind.isOwned !== true || owner === undefined) return rows;
  return rows.filter((row) => row['owner_class'] === owner);
}

/** People who have left stay in the list. */
function preferActive(rows: readonly Row[]): readonly Row[] {
  const active = rows.filter((row) => row['archived_at'] == null);
  return active.length > 0 ? active : rows;
}

function isAmong(name: KindName, row: Row): boolean {
  return name !== 'agents' || row['is_agent'] === true;
}

/** Types and locations form trees, in which a name can stand under several parents. */
function describeCandidate(kind: KnownKind, row: Row, rows: readonly Row[], inPath: true | undefined): Candidate {
  const parent = kind.parent === undefined ? undefined : rows.find(({ id }) => id === row[kind.parent ?? '']);
  const note = kind.note?.(row) ?? (parent === undefined ? '' : `in ${String(parent['name'])}`);
  const name = kind.called === undefined ? String(row['name']) : (nameOfPerson(row) ?? `user ${String(row['id'])}`);
  const id = inPath === true && kind.by === 'number' ? row['friendly_id'] : row['id'];
  return { id: Number(id), name, ...(note === '' ? {} : { note }) };
}
