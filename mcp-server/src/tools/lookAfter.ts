import {
  type BossDeskError,
  endSentence,
  getKind,
  getOperation,
  isBossDeskError,
  isRecord,
  type KindName,
  type Operation,
  type OperationId,
  operations,
  readerOf,
  type Row,
} from 'bossdesk-client';
import { setApart, setIdApart } from '../render/apiWords.js';
import { compareSent } from './compareSent.js';
import { type PathArgument, pathArguments } from './fields.js';
import type { ToolContext } from './tool.js';

/** How long to look after a failure: the answer has to be out before the host gives up. */
export const LOOK_MS = 3_000;

/** The desk's clock and this machine's are seconds apart. */
const SLACK_MS = 5_000;

/** What looking showed of a write whose answer did not come. */
export type Finding =
  | { readonly is: 'done'; readonly record: Row }
  | { readonly is: 'notDone'; readonly seen: string }
  | { readonly is: 'unknown'; readonly look: string };

/** A write that was sent, and when. */
export interface SentWrite {
  readonly id: OperationId;
  readonly input: Row;
  /** By the desk's clock. */
  readonly sentAt: number;
}

/** Reads back what a write was about. What is not found after nobody answered may still come, so that it is not known. */
export async function lookAfter(
  { client }: Pick<ToolContext, 'client'>,
  write: SentWrite,
  error: BossDeskError,
): Promise<Finding> {
  const operation: Operation = getOperation(write.id);
  const signal = AbortSignal.timeout(LOOK_MS);
  const read = (id: OperationId, input: Row) => client.call(id, input, { signal });
  const mayStillCome = isBossDeskError(error, 'TimeoutError') || isBossDeskError(error, 'AbortedError');
  try {
    const finding = await (operation.change === 'create'
      ? findCreated(read, operation, write)
      : judgeChanged(read, operation, write));
    return finding.is === 'notDone' && mayStillCome
      ? {
          is: 'unknown',
          look: `${finding.seen} when it was looked at; it may still come. Look again before repeating it`,
        }
      : finding;
  } catch {
    return {
      is: 'unknown',
      look: `it could not be read afterwards. Look at ${whereOf(operation)} before repeating it`,
    };
  }
}

/** What failed and what was found, as sentences; apart from them what the API said, whose words are others'. */
export function describeFinding(
  error: BossDeskError,
  finding: Finding,
): { readonly words: string; readonly data: readonly string[] } {
  const [failure, id] = [setApart(error), setIdApart(error)];
  const words = [failure.head, wordFinding(finding), id.head].filter((word) => word !== '');
  return { words: words.join(' '), data: [...failure.data, ...id.data] };
}

function wordFinding(finding: Finding): string {
  switch (finding.is) {
    case 'done':
      return 'Read afterwards, it was done: do not repeat it.';
    case 'notDone':
      return `It was not done: ${finding.seen}.`;
    case 'unknown':
      return `Whether it was done is not known: ${endSentence(finding.look)}`;
  }
}

type Read = (id: OperationId, input: Row) => Promise<unknown>;

const nounOf = ({ kind }: Pick<Operation, 'kind'>): string => getKind(kind).noun;

const whereOf = (operation: Operation): string => {
  const [owner] = pathArguments(operation.id as OperationId);
  return owner === undefined ? `the list of ${getKind(operation.kind).plural}` : `the ${getKind(owner.kind).noun}`;
};

/** The record itself where a route reads it, else out of its owner; `gone` where it is not there, undefined where nobody can tell. */
async function readAgain(read: Read, operation: Operation, input: Row): Promise<Row | 'gone' | undefined> {
  const path = pathArguments(operation.id as OperationId);
  const [owner, part] = path;
  if (owner === undefined) return undefined;
  const inPath = Object.fromEntries(path.map(({ parameter }) => [parameter, input[parameter]]));
  const own = part === undefined ? readerOf(owner) : readerAt(operation.path);
  if (own !== undefined) return readOrGone(read, own, inPath);
  const parts = part === undefined ? undefined : await readParts(read, owner, part.kind, input);
  if (parts === undefined || part === undefined) return undefined;
  return parts.find(({ id }) => id === input[part.parameter]) ?? 'gone';
}

const readerAt = (path: string): OperationId | undefined =>
  operations.find(({ method, path: other }: Operation) => method === 'GET' && other === path)?.id;

async function readOrGone(read: Read, id: OperationId, input: Row): Promise<Row | 'gone' | undefined> {
  try {
    const record = await read(id, input);
    return isRecord(record) ? record : undefined;
  } catch (error) {
    if (isBossDeskError(error, 'NotFoundError')) return 'gone';
    throw error;
  }
}

/** All records of a kind that an owner holds; undefined where it does not show them. */
async function readParts(
  read: Read,
  owner: PathArgument,
  kind: KindName,
  input: Row,
): Promise<readonly Row[] | undefined> {
  const { partOf } = getKind(kind);
  const reader = readerOf(owner);
  if (partOf === undefined || reader === undefined) return undefined;
  const whole = await read(reader, { [owner.parameter]: input[owner.parameter] });
  const parts = isRecord(whole) ? whole[partOf.field] : undefined;
  return Array.isArray(parts) ? (parts as readonly Row[]) : undefined;
}

async function judgeChanged(read: Read, operation: Operation, { id, input }: SentWrite): Promise<Finding> {
  const record = await readAgain(read, operation, input);
  const noun = nounOf(operation);
  if (record === undefined) return { is: 'unknown', look: `no answer shows the ${noun}. Look at it in BOSSDesk` };
  if (operation.change === 'delete') {
    return record === 'gone' ? { is: 'done', record: {} } : { is: 'notDone', seen: `the ${noun} is still there` };
  }
  if (record === 'gone') return { is: 'unknown', look: `the ${noun} is not there any more` };
  if (operation.leaves !== undefined) {
    const isClosed = record['status'] === 'closed' || record['closed_at'] != null;
    return isClosed === (operation.leaves === 'closed')
      ? { is: 'done', record }
      : { is: 'notDone', seen: `the ${noun} is ${isClosed ? 'closed' : 'open'}` };
  }
  const { same, other } = await compareSent(id, input, record);
  if (other.length === 0 && same.length > 0) return { is: 'done', record };
  if (other.length > 0 && same.length === 0) return { is: 'notDone', seen: `the ${noun} shows other values` };
  return {
    is: 'unknown',
    look:
      other.length === 0
        ? `the ${noun} does not show what was sent`
        : `the ${noun} shows ${same.join(', ')} as sent, and other values for ${other.join(', ')}. Read it`,
  };
}

async function findCreated(read: Read, operation: Operation, write: SentWrite): Promise<Finding> {
  const { id, input, sentAt } = write;
  const noun = nounOf(operation);
  const [owner] = pathArguments(id);
  const rows =
    owner === undefined
      ? await listNewest(read, operation, write)
      : await readParts(read, owner, operation.kind, input);
  if (rows === undefined) {
    return { is: 'unknown', look: `no list shows the ${noun}. Look at ${whereOf(operation)} in BOSSDesk` };
  }
  const since = rows.filter(({ created_at }) => !isBefore(created_at, sentAt - SLACK_MS));
  const judged = await Promise.all(since.map(async (row) => ({ row, ...(await compareSent(id, input, row)) })));
  const isNew = ({ created_at }: Row) => typeof created_at === 'string';
  // The user may not be allowed to set all that was sent.
  const alike = judged
    .filter(({ row, same, other }) => same.length > 0 && (other.length === 0 || isNew(row)))
    .sort((a, b) => a.other.length - b.other.length);
  const exact = alike.filter(({ other }) => other.length === 0).map(({ row }) => row);
  const [found, another] = exact.length > 0 ? exact : alike.map(({ row }) => row);
  if (found === undefined) return { is: 'notDone', seen: `there is no such ${noun}` };
  const called = alike.map(({ row }) => String(row['friendly_id'] ?? row['id'])).join(', ');
  // What tells no time may have been there before.
  if (another !== undefined || exact.length === 0 || !isNew(found)) {
    return { is: 'unknown', look: `there is ${noun} ${called}, which is like it. Look at ${whereOf(operation)}` };
  }
  return { is: 'done', record: found };
}

const isBefore = (time: unknown, moment: number): boolean => typeof time === 'string' && Date.parse(time) < moment;

/** Whole records that are as new as the write and are called as it says. */
async function listNewest(
  read: Read,
  { kind }: Operation,
  { input, sentAt }: SentWrite,
): Promise<readonly Row[] | undefined> {
  const { list, read: reader } = getKind(kind);
  const name = ['title', 'name', 'username'].find((field) => typeof input[field] === 'string');
  if (list === undefined || reader === undefined || name === undefined) return undefined;
  const created_at_gteq = new Date(sentAt - SLACK_MS).toISOString();
  const rows = (await read(list, {
    q: { [`${name}_eq`]: input[name], created_at_gteq, s: 'id desc' },
  })) as readonly Row[];
  return Promise.all(rows.slice(0, 3).map(async ({ friendly_id }) => (await read(reader, { friendly_id })) as Row));
}
