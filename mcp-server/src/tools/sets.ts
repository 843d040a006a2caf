import {
  applySetParts,
  getOperation,
  isRecord,
  nameOfPerson,
  type OperationId,
  readSet,
  type ResolvedInput,
  type Row,
} from 'bossdesk-client';
import { showPerson, showRef } from '../render/values.js';
import type { BodyArgument } from './arguments.js';

/** An update with its sets as they are sent, and the record as it was before where a set changes. */
export interface PreparedSets {
  readonly input: ResolvedInput['input'];
  readonly before: Row | undefined;
}

/**
 * Makes whole sets of those to be added to or taken from, and remembers what was in each: a list that replaces a set drops
 * what it does not name.
 *
 * @param read the record; for a set that is replaced, nothing where it cannot be read.
 */
export async function prepareSets(
  operation: OperationId,
  { input }: ResolvedInput,
  read: { readonly surely: () => Promise<Row>; readonly quietly: () => Promise<Row> },
): Promise<PreparedSets> {
  let before: Row | undefined;
  const prepared = await applySetParts(getOperation(operation), input, async () => (before = await read.surely()));
  const isReplaced = getOperation(operation).change === 'update' && Object.keys(prepared).some(isSet);
  return { input: prepared, before: before ?? (isReplaced ? await read.quietly() : undefined) };
}

/** What an update took out of each set: `gone from tags: outage (31004)`. */
export function showGone(bodyArgs: readonly BodyArgument[], { input, before }: PreparedSets): string[] {
  if (before === undefined) return [];
  return bodyArgs.flatMap(({ name, field }) => {
    const sent = input[field.name];
    if (!isSet(field.name) || !Array.isArray(sent)) return [];
    const gone = (readSet(before, field.name) ?? []).filter(({ id }) => !sent.includes(id));
    return gone.length === 0 ? [] : [`gone from ${name.replaceAll('_', ' ')}: ${gone.map(showMember).join(', ')}`];
  });
}

const isSet = (field: string): boolean => field.endsWith('_ids');

/** People and named records alike. */
export function showMember(record: Row): string {
  const { id, name } = record as { readonly id: number; readonly name?: unknown };
  if (typeof name === 'string') return showRef({ id, name }) ?? '';
  return nameOfPerson(record) === undefined ? String(id) : (showPerson({ ...record, id }) ?? '');
}

/** The sets of a record after their parts were changed: `tags now: vip (31001)`. */
export function showSetsNow(
  bodyArgs: readonly BodyArgument[],
  change: ResolvedInput,
  { input }: PreparedSets,
  record: unknown,
): string[] {
  if (!isRecord(record)) return [];
  return bodyArgs.flatMap(({ name, field }) => {
    const isByParts = isSet(field.name) && change.input[field.name] === undefined && input[field.name] !== undefined;
    const now = isByParts ? readSet(record, field.name) : undefined;
    return now === undefined ? [] : [`${name.replaceAll('_', ' ')} now: ${now.map(showMember).join(', ') || 'none'}`];
  });
}
