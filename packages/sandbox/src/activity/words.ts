import { STATUS_CODES } from 'node:http';
import { type AnyOperation, describeTarget, getKind, isRecord, parseJson } from 'bossdesk-client';
import type { State } from '../state/state.js';
import { toText } from './toText.js';
import { cut, inWords, tellDifferences } from './differences.js';
import type { Subject } from './subject.js';

/** A request, and what became of it. */
export interface Told {
  readonly operation: AnyOperation;
  readonly params: Readonly<Record<string, string>>;
  /** What its path names, before and after. */
  readonly before: Subject | undefined;
  readonly after: Subject | undefined;
  readonly answer: string;
  readonly status: number;
}

/** The end of an operation's id, as what one does and as what one did. */
const verbs: Readonly<Record<string, readonly [does: string, did: string]>> = {
  list: ['list', 'listed'],
  read: ['read', 'read'],
  create: ['create', 'created'],
  update: ['change', 'changed'],
  delete: ['delete', 'deleted'],
  close: ['close', 'closed'],
  reopen: ['reopen', 'reopened'],
};

const verbOf = ({ id, method, success }: AnyOperation): readonly [string, string] =>
  verbs[id.split('.')[1] ?? ''] ??
  verbs[method === 'GET' ? (success.body === 'list' ? 'list' : 'read') : 'create'] ?? ['do', 'did'];

/** What somebody did, without who it was: `closed ticket 75`. */
export function tellDeed(state: State, told: Told): string {
  const { operation, status, answer } = told;
  const [does, did] = verbOf(operation);
  if (status === 0) return `tried to ${does} ${targetOf(told)}: the connection was dropped`;
  if (status >= 400) return `could not ${does} ${targetOf(told)}: ${reasonOf(status, answer)}`;
  const special = specials[operation.id]?.(told);
  if (special !== undefined) return special;
  if (operation.method === 'POST' && did === 'created') return `created ${createdRecord(told)}`;
  if (did !== 'changed') return `${did} ${targetOf(told)}`;
  const { before, after } = told;
  const differences = before === undefined || after === undefined ? [] : tellDifferences(state, before, after);
  return differences.length === 0
    ? `changed nothing in ${targetOf(told)}`
    : `changed ${targetOf(told)}: ${differences.join(', ')}`;
}

const specials: Readonly<Record<string, (told: Told) => string | undefined>> = {
  'tickets.addComment': tellComment,
  'myTickets.addComment': tellComment,
  'timeEntries.create': ({ params, answer }) => {
    const { duration } = readObject(answer);
    return `logged ${inWords(duration)} minutes on ticket ${params['friendly_id'] ?? '?'}`;
  },
  'savedSearches.run': ({ params }) => `ran saved search ${params['id'] ?? '?'}`,
  'sessions.create': () => 'signed in',
  'account.get': () => 'read the account',
  'attachments.prepareUpload': () => 'asked where to upload a file',
};

function tellComment({ params, answer }: Told): string {
  const { body, is_public } = readObject(answer);
  const text = typeof body === 'string' ? toText(body) : '';
  const kind = is_public === true ? 'commented on' : 'left a private comment on';
  return `${kind} ticket ${params['friendly_id'] ?? '?'}: “${cut(text)}”`;
}

/** `ticket 201 “Printer is offline”`, `task “Install” of ticket 75`. */
function createdRecord({ operation, params, answer }: Told): string {
  const made = readObject(answer);
  const { noun } = getKind(operation.kind);
  const number = made['friendly_id'] ?? made['id'];
  const title = made['title'] ?? made['name'] ?? made['username'] ?? made['file_name'];
  const owner = describeTarget(operation, params);
  return [
    noun,
    typeof number === 'number' && owner === '' ? ` ${number}` : '',
    typeof title === 'string' ? ` “${cut(title)}”` : '',
    owner === '' ? '' : ` of ${owner}`,
  ].join('');
}

/** The record in the path, or what the operation is about without one. */
function targetOf({ operation, params }: Told): string {
  const target = describeTarget(operation, params);
  const { noun, plural } = getKind(operation.kind);
  if (target !== '' && operation.method !== 'POST') return target;
  const what = operation.success.body === 'list' ? plural : `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
  return target === '' ? what : `${what} of ${target}`;
}

/** Why it was refused, in the desk's own words where it gave any. */
function reasonOf(status: number, answer: string): string {
  const { errors, error } = readObject(answer);
  if (isRecord(errors)) {
    return Object.entries(errors)
      .map(([field, messages]) => `${field === 'base' ? '' : `${field.replaceAll('_', ' ')} `}${inWords(messages)}`)
      .join(', ');
  }
  return typeof error === 'string' ? cut(error) : (STATUS_CODES[status] ?? `status ${status}`);
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = parseJson(text);
  return isRecord(value) ? value : {};
}
