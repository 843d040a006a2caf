import {
  type BossDeskError,
  endSentence,
  type FieldRule,
  fieldRules,
  findRule,
  type InvalidInputError,
  isBossDeskError,
  type Operation,
  type OperationRules,
  operations,
  redactError,
  type Redactor,
} from 'bossdesk-client';
import { type IDataObject, type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { labelCondition } from './panel/conditionLabels.js';
import { wordCertificate } from './wayWords.js';

export type NodeError = NodeApiError | NodeOperationError;

interface ItemPosition {
  readonly index: number;
  /** How many items the node was given. */
  readonly count: number;
}

/**
 * Makes n8n's error out of whatever an action threw. The message says what happened, with the names that the panel shows,
 * and what to do next, since an agent's model and an error output are handed the message alone; the description says what
 * else BOSSDesk said. n8n keeps all of it with the execution, where people read it who may not open the credential.
 *
 * @param redact blots out the credential's secrets, where it could be opened.
 */
export function toNodeError(
  node: INode,
  thrown: unknown,
  redact: Redactor | undefined,
  item?: ItemPosition,
): NodeError {
  const error = redact === undefined ? thrown : redactError(thrown, redact);
  const position = item === undefined ? {} : { itemIndex: item.index };
  if (error instanceof NodeApiError || error instanceof NodeOperationError) {
    Object.assign(error.context, position);
    return Object.assign(error, wordOfOwn(error, item));
  }
  if (!isBossDeskError(error)) return new NodeOperationError(node, error as Error, position);
  const { what, next } = wordLogin(node, error) ?? {
    what: messageOf(error),
    next: wordCertificate(error) ?? error.hint,
  };
  const message = addPosition(addSentence(what, next), item);
  const description = descriptionOf(error, what);
  const { status } = error;
  const failure =
    status === undefined
      ? new NodeOperationError(node, message, { ...position, description })
      : new NodeApiError(node, { message }, { message, description, httpCode: String(status), ...position });
  // n8n puts words of its own in place of a message that holds a code such as ECONNREFUSED.
  return Object.assign(failure, { message });
}

/** The key of a login is n8n's to fetch: people know their name and password. */
function wordLogin({ parameters }: INode, error: BossDeskError) {
  return parameters['authentication'] === 'login' && isBossDeskError(error, 'AuthenticationError')
    ? {
        what: 'BOSSDesk refused the login of the credential',
        next: 'Check user name and password in the credential, and whether this user may use the API.',
      }
    : undefined;
}

/** Longer ones explain, as n8n's own about a credential do, and are no next step. */
const MAX_NEXT_STEP = 300;

/** An error that is worded already: its description is what to do next. */
function wordOfOwn({ message, description }: NodeError, item: ItemPosition | undefined) {
  const isNext = typeof description === 'string' && description.length <= MAX_NEXT_STEP;
  return isNext && description !== message
    ? { message: addPosition(addSentence(message, description), item), description: '' }
    : { message: addPosition(message, item) };
}

function addSentence(text: string, sentence: string | undefined): string {
  return sentence === undefined || sentence === '' ? text : `${endSentence(text)} ${sentence}`;
}

/** Helpers of n8n's say themselves which item it is. */
function addPosition(message: string, item: ItemPosition | undefined): string {
  const isClear = item === undefined || item.count < 2 || /\[item \d+\]/i.test(message);
  return isClear ? message : `${message} [Item ${item.index}]`;
}

/**
 * Says of a write that stops the node how much of the input is done: n8n's Retry On Fail runs a node from its first item
 * on, and would make those records again.
 *
 * @param done the items whose writes are done, in order.
 */
export function sayWhatIsDone(failure: NodeError, done: readonly number[], failed: number): NodeError {
  if (done.length === 0) return failure;
  const [what, them] =
    done.length === 1 ? [`${wordDone(done, failed)} is`, 'it'] : [`${wordDone(done, failed)} are`, 'them'];
  return Object.assign(failure, {
    message: `${endSentence(failure.message)} ${what} done; running the node again, as Retry On Fail does, would repeat ${them}: go on with the rest, or choose an error output under On Error.`,
  });
}

/** `The 2 items before it`, or where several items are worked on at once `Items 0 and 2`. */
function wordDone(done: readonly number[], failed: number): string {
  const areBefore = done.length === failed && done.every((index) => index < failed);
  if (areBefore) return done.length === 1 ? 'The item before it' : `The ${done.length} items before it`;
  const [last, ...others] = [...done].reverse();
  if (others.length === 0) return `Item ${last}`;
  return `Items ${others.reverse().join(', ')} and ${last}`;
}

function messageOf(error: BossDeskError): string {
  if (isBossDeskError(error, 'InvalidInputError')) {
    return error.issues.map((issue) => wordIssue(error.operation, issue)).join('; ');
  }
  const message = relabel(error, error.message);
  if (isBossDeskError(error, 'SortIgnoredError')) return `Sort: ${message}`;
  return isBossDeskError(error, 'FilterIgnoredError') ? `Filters: ${message}` : message;
}

function wordIssue(operation: string, { field, message, isSentence }: InvalidInputError['issues'][number]): string {
  const rules: Readonly<Record<string, FieldRule>> = known[operation]?.fields ?? {};
  const condition = labelQueryPart(operation, field);
  if (condition !== undefined) return `${condition}: ${message}`;
  if (isSentence === true) return `${labelOf(operation, field)}: ${message}`;
  const isField = ruleOf(operation, field) !== undefined || field.startsWith('custom_fields.');
  if (isField || !isUpdate(operation)) return `${labelOf(operation, field)} ${message}`;
  // An update without a change is told of the record as a whole, with the names of all its fields.
  return `Update Fields: ${message.replace(/\w+/g, (word) => rules[word]?.label ?? word)}`;
}

const isUpdate = (id: string): boolean =>
  operations.some((operation: Operation) => operation.id === id && operation.change === 'update');

/** Puts the panel's names in place of the fields that BOSSDesk names. */
function relabel({ fieldErrors, operation }: BossDeskError, text: string): string {
  return Object.keys(fieldErrors).reduce(
    (said, field) => said.replace(`${field} `, () => `${labelOf(operation, field)} `),
    text,
  );
}

/** Errors of core's that are no operation's name something else. */
const known: Readonly<Record<string, OperationRules>> = fieldRules;

/** The rule of a field, or of a part of a set. */
function ruleOf(id: string, field: string): FieldRule | undefined {
  const operation = operations.find((one: Operation) => one.id === id);
  return operation === undefined ? undefined : findRule(operation, field);
}

/** What stands for parts of a query on the panel. */
const queryLabels: Readonly<Record<string, string>> = {
  g: 'Raw Query',
  m: 'Raw Query',
  q: 'Filters',
  rawQuery: 'Raw Query',
  s: 'Sort',
};

/** The name that the panel shows for a field; Rails says `type` of a `type_id`. */
function labelOf(operation: string, field: string): string {
  const rules: Readonly<Record<string, FieldRule>> = known[operation]?.fields ?? {};
  const part = /^custom_fields\.(.+)$/s.exec(field)?.[1];
  if (part !== undefined) return `${rules['custom_fields']?.label ?? 'Custom Fields'}: ${part}`;
  const label = ruleOf(operation, field)?.label ?? rules[`${field}_id`]?.label ?? queryLabels[field];
  return label ?? labelQueryPart(operation, field) ?? (rules['q'] === undefined ? field : `Filters: ${field}`);
}

/** A condition of a search. */
function labelQueryPart(id: string, field: string): string | undefined {
  const operation = operations.find((one: Operation) => one.id === id);
  const isSearch = operation !== undefined && known[id]?.fields['q'] !== undefined && !(field in queryLabels);
  const label = isSearch ? labelCondition(operation.kind, field) : undefined;
  return label === undefined ? undefined : `Filters: ${label}`;
}

function descriptionOf(error: BossDeskError, message: string): string {
  const { messages, requestId } = error;
  const said = messages.filter((text) => !message.includes(relabel(error, text)));
  return [
    said.length === 0 ? '' : endSentence(`BOSSDesk said: ${said.join('; ')}`),
    requestId === undefined ? '' : `Request ID: ${requestId}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** What an item that failed carries on, when the node is told to continue: n8n's error output asks for these keys. */
export function describeFailure(failure: NodeError, error: unknown): IDataObject {
  const details = isBossDeskError(error) ? detailsOf(error) : {};
  return { error: failure.message, details: { description: failure.description ?? '', ...details } };
}

function detailsOf({ name, operation, status, messages, fieldErrors, requestId }: BossDeskError): IDataObject {
  return JSON.parse(
    JSON.stringify({ name, operation, status, messages, field_errors: fieldErrors, request_id: requestId }),
  ) as IDataObject;
}
