import {
  getKind,
  getOperation,
  isRecord,
  nameOfPerson,
  type Operation,
  type OperationId,
  operations,
  readerOf,
  type Row,
} from 'bossdesk-client';
import { oneLine } from '../render/text.js';
import { pathArguments } from './fields.js';
import { type ToolArguments, type ToolContext, ToolError } from './tool.js';

/**
 * The record that a call is about as a person knows it, read first: `task 15 "Order a cartridge" of ticket 75 "Printer"`.
 *
 * @throws NotFoundError or ToolError when there is no such record.
 */
export async function nameTarget(
  { client, signal }: Pick<ToolContext, 'client' | 'signal'>,
  id: OperationId,
  args: ToolArguments,
): Promise<string> {
  const operation: Operation = getOperation(id);
  const path = pathArguments(id);
  const [owner, part] = path;
  if (owner === undefined) return getKind(operation.kind).noun;
  const input = Object.fromEntries(path.map(({ name, parameter }) => [parameter, args[name]]));
  const read = (reader: OperationId, given: Row) => client.call(reader, given, { signal });
  const wholeReader = readerOf(owner);
  const whole =
    wholeReader === undefined ? undefined : await read(wholeReader, { [owner.parameter]: args[owner.name] });
  const ownerWords = describeRecord(owner.kind, args[owner.name], whole);
  if (part === undefined) return ownerWords;
  const ownReader = operations.find(({ method, path: other }) => method === 'GET' && other === operation.path)?.id;
  const listed = getKind(part.kind).partOf === undefined ? undefined : findPart(whole, part.kind, args[part.name]);
  const own = ownReader === undefined ? listed : await read(ownReader, input);
  if (own === undefined && getKind(part.kind).partOf !== undefined) {
    throw new ToolError(
      `There is no ${getKind(part.kind).noun} ${String(args[part.name])} in ${getKind(owner.kind).noun} ${String(args[owner.name])}. Nothing was changed.`,
    );
  }
  return `${describeRecord(part.kind, args[part.name], own)} of ${ownerWords}`;
}

function findPart(whole: unknown, kind: Parameters<typeof getKind>[0], id: unknown): Row | undefined {
  const { partOf } = getKind(kind);
  const parts = isRecord(whole) && partOf !== undefined ? whole[partOf.field] : undefined;
  return Array.isArray(parts) ? (parts as readonly Row[]).find((part) => part['id'] === id) : undefined;
}

/** `CI 7 "BOSS-1006"`, `time entry 9 (150 minutes on 2026-02-21 by Barry Cade)`. */
function describeRecord(kind: Parameters<typeof getKind>[0], number: unknown, record: unknown): string {
  const words = `${getKind(kind).noun} ${String(number)}`;
  if (!isRecord(record)) return words;
  const called = record['title'] ?? record['name'];
  if (typeof called === 'string') return `${words} "${oneLine(called, 120)}"`;
  const { duration, date, agent } = record;
  if (typeof duration !== 'number') return words;
  const day = typeof date === 'string' ? ` on ${oneLine(date, 20)}` : '';
  const person = isRecord(agent) ? nameOfPerson(agent) : undefined;
  return `${words} (${duration} minutes${day}${person === undefined ? '' : ` by ${oneLine(person, 80)}`})`;
}
