import { type FilterField, getKind, type KindName } from '../kinds/index.js';
import { readJsonList } from '../values/list.js';
import { isNobody } from '../values/none.js';
import { type Comparison, type Found, unchanged } from './comparison.js';
import type { NameReader } from './reader.js';
import { readId } from './match.js';
import { type Resolution, resolveName } from './resolve.js';
import { resolveWords } from './resolveWords.js';
import { findTooMany } from './tooMany.js';

/**
 * A condition on the id of another record. Records may be named, in lists that come as a text too; whose name has others
 * below it in a tree stands for all of them; `none` finds what has no such record, where there can be none.
 */
export async function resolveReference(
  reader: NameReader,
  kind: KindName,
  { name, attribute, isNegative, takesList }: Comparison,
  { references, nullable }: FilterField,
  value: unknown,
  me: string | undefined,
): Promise<Found> {
  // Which of several values is meant is for the check of the conditions to ask.
  if (!takesList && Array.isArray(value)) return unchanged(name, value);
  // Tags of another class are none of this kind's.
  const request = { kind: references as KindName, field: name, owner: getKind(kind).ownerClass, me };
  const given = readMembers(value, takesList);
  const names = given.filter((one): one is string => typeof one === 'string' && readId(one) === undefined);
  const tooMany = findTooMany(request, names);
  if (tooMany !== undefined) return { ...unchanged(name, value), problems: [tooMany] };
  const found = await Promise.all(given.map(resolveMember));
  const resolutions = found.flatMap(({ resolutions: some = [] }) => some);
  const resolved = resolutions.flatMap((one) => ('resolved' in one ? [one.resolved] : []));
  const problems = resolutions.flatMap((one) => ('problem' in one ? [one.problem] : []));
  const isWithout = found.some(({ isNone }) => isNone === true);
  const ids = found.flatMap(({ raw, resolutions: some = [] }) => (raw === undefined ? some.flatMap(idsOf) : [raw]));
  return { query: toQuery(), problems, resolved };

  async function resolveMember(one: unknown): Promise<Member> {
    if (typeof one === 'number') {
      return { resolutions: [await resolveName(reader, { ...request, given: String(one), byId: true })] };
    }
    // What is neither name nor id is for the check of the conditions to refuse.
    if (typeof one !== 'string') return { raw: one };
    if (nullable === true && isNobody(one)) return { isNone: true };
    if (!takesList) return { resolutions: [await resolveName(reader, { ...request, given: one })] };
    return { resolutions: await resolveWords(reader, request, one) };
  }

  function toQuery(): Found['query'] {
    const several = takesList ? name : `${attribute}_${isNegative ? 'not_in' : 'in'}`;
    const without = { [`${attribute}_${isNegative ? 'not_null' : 'null'}`]: true };
    if (!isWithout) return takesList || ids.length > 1 ? { [several]: ids } : { [name]: ids[0] };
    if (ids.length === 0) return without;
    const both = { [several]: ids, ...without };
    return isNegative ? both : { g: [{ m: 'or', ...both }] };
  }
}

/** What one of the values given stands for: records, none, or something that is not a name. */
interface Member {
  readonly resolutions?: readonly Resolution[];
  readonly isNone?: true;
  readonly raw?: unknown;
}

/** A name that leads nowhere stays as it was given. */
function idsOf(resolution: Resolution): readonly unknown[] {
  if ('problem' in resolution) return [resolution.problem.given];
  return [resolution.resolved.id, ...(resolution.resolved.below ?? [])];
}

/** A text may list names, which can hold commas, and `none`, which is no part of a name. */
function readMembers(value: unknown, takesList: boolean): readonly unknown[] {
  if (!takesList || typeof value !== 'string') return Array.isArray(value) ? value : [value];
  const listed = readJsonList(value);
  const parts = value.split(',');
  if (listed !== undefined || !parts.some(isNobody)) return listed ?? [value];
  const names = parts.filter((part) => !isNobody(part));
  return [NONE, ...(names.length === 0 ? [] : [names.join(',')])];
}

const NONE = 'none';
