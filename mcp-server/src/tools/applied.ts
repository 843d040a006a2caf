import { isRecord, type OperationId } from 'bossdesk-client';
import type { BodyArgument } from './arguments.js';
import { bodyFields } from './fields.js';

/**
 * Fields of a sent body that the record, read afterwards, shows with another value: Rails drops what a user may not
 * write without a word (notes 3). Fields that the record does not show, and HTML, which it rewrites, are left alone.
 */
export function findUnapplied(
  operation: OperationId,
  body: Readonly<Record<string, unknown>>,
  record: unknown,
): string[] {
  if (typeof record !== 'object' || record === null) return [];
  const shown = record as Readonly<Record<string, unknown>>;
  return bodyFields(operation)
    .filter(({ name, rule }) => name in body && rule.format === undefined && name !== 'lock_version')
    .filter(({ name }) => differs(body[name], readShown(shown, name)))
    .map(({ name }) => name);
}

/** `undefined` when the record does not show the field. */
export function readShown(record: Readonly<Record<string, unknown>>, field: string): unknown {
  if (field in record) return record[field];
  const single = /^(.+)_id$/.exec(field)?.[1];
  if (single !== undefined && single in record) return idOf(record[single]);
  const several = /^(.+)_ids$/.exec(field)?.[1];
  const list = several === undefined ? undefined : record[`${several}s`];
  return Array.isArray(list) ? list.map(idOf) : undefined;
}

function idOf(ref: unknown): unknown {
  return typeof ref === 'object' && ref !== null && 'id' in ref ? ref.id : ref;
}

export function differs(sent: unknown, shown: unknown): boolean {
  if (shown === undefined) return false;
  // A drop-down's one option may be shown as a list of one.
  if (Array.isArray(sent) || Array.isArray(shown)) return fingerprint([sent].flat()) !== fingerprint([shown].flat());
  if (isRecord(sent) && isRecord(shown)) return Object.entries(sent).some(([key, value]) => differs(value, shown[key]));
  // Custom fields take numbers as text too, and show them as numbers.
  if (typeof shown === 'number' && typeof sent === 'string') return Number(sent) !== shown;
  return plain(sent) !== plain(shown);
}

/** Empty texts and null are the same to a reader, and the API answers either (doc L2248-2274). */
function plain(value: unknown): string {
  return value == null ? '' : typeof value === 'string' ? value.trim() : JSON.stringify(value);
}

function fingerprint(ids: readonly unknown[]): string {
  return [...new Set(ids.map(plain))]
    .filter((id) => id !== '')
    .sort()
    .join();
}

/** Names arguments by the fields that they stand for. */
export function argumentNames(bodyArgs: readonly BodyArgument[], fields: readonly string[]): string[] {
  return fields.map((field) => bodyArgs.find((argument) => argument.field.name === field)?.name ?? field);
}
