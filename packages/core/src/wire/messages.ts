import { isRecord, type JsonRecord, parseJson } from '../values/json.js';
import { firstLetters, startOfText } from '../values/letters.js';
import type { HttpResponse } from './transport.js';

/** What an answer says about a refusal. */
export interface ApiMessages {
  readonly messages: readonly string[];
  /** By field; what lies deeper has its path, as `custom_fields.75`. */
  readonly fieldErrors?: Readonly<Record<string, readonly string[]>>;
}

/** One thing said, about a field or about everything. */
interface Said {
  readonly field?: string;
  readonly text: string;
}

const EXCERPT_LENGTH = 200;

/** Characters of a page that are looked at: what it says stands at its beginning. */
const MOST_READ = 200_000;

/** More things than anybody reads, each as long as anybody does: an answer may hold any number of any length. */
const MOST_SAID = 50;
const LONGEST_SAID = 2000;

/** Deeper than any refusal is; a body may be nested without end. */
const MAX_DEPTH = 6;

/** Under which keys an object has words and no fields. */
const wordKeys = ['full_messages', 'full_message', 'message', 'messages'];

/** Those too in lists of errors, whose objects have other keys for the field that they are about. */
const wordKeysInLists = [...wordKeys, 'detail', 'description', 'title', 'error'];

const fieldKeys = ['field', 'attribute', 'param', 'name'];

/**
 * Reads the messages out of an answer, whatever its shape: `errors` by field (nested too), `error`, `message`,
 * `full_messages`, lists of texts or objects, fields without `errors` around them, plain text, an HTML page or nothing
 * at all (notes 3, 4). JSON of another shape is shown as text is.
 */
export function readMessages(response: HttpResponse): ApiMessages {
  const json = parseJson(response.body);
  const all = isRecord(json) ? readRecord(json) : Array.isArray(json) ? readWords(json) : [];
  const said = all
    .slice(0, MOST_SAID)
    .map(({ text, ...about }) => ({ ...about, text: startOfText(text, LONGEST_SAID) }));
  const messages = [...new Set(said.map(({ field, text }) => joinField(field, text)))];
  if (messages.length > 0) return { messages, ...groupByField(said) };
  const excerpt = isHollow(json) ? '' : excerptOf(response.body);
  return { messages: excerpt === '' ? [] : [excerpt] };
}

/** `{}`, `{"errors":{}}`: nothing that anybody could read. */
function isHollow(json: unknown, depth = 0): boolean {
  return (
    typeof json === 'object' &&
    json !== null &&
    depth < MAX_DEPTH &&
    Object.values(json).every((one) => isHollow(one, depth + 1))
  );
}

function readRecord(json: JsonRecord): Said[] {
  const said = [json['errors'], json['full_messages'], json['error'], json['message']].flatMap((part) =>
    readWords(part),
  );
  return said.length === 0 && isByField(json) ? readFields(json) : said;
}

/** Fields without `errors` around them, as Rails renders a record's errors: each has a list of texts. */
function isByField(json: JsonRecord): boolean {
  return Object.values(json).every((value) => Array.isArray(value) && value.every((one) => typeof one === 'string'));
}

interface Place {
  readonly field?: string;
  readonly depth?: number;
  readonly inList?: boolean;
}

function readWords(value: unknown, place: Place = {}): Said[] {
  const { field, depth = 0, inList = false } = place;
  const about = field === undefined ? {} : { field };
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ ...about, text: value }];
  if (depth === MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((one) => readWords(one, { ...about, depth: depth + 1, inList: true }));
  if (!isRecord(value)) return [];
  const key = (inList ? wordKeysInLists : wordKeys).find((one) => isWords(one, value[one]));
  if (key === undefined) return readFields(value, place);
  const named = readFieldName(value) ?? field;
  return readWords(value[key], { ...(named === undefined ? {} : { field: named }), depth: depth + 1 });
}

/** A list below `message` is what is wrong with a field of that name. */
function isWords(key: string, value: unknown): boolean {
  return typeof value === 'string' || (key.endsWith('s') && Array.isArray(value));
}

/** The field that an error object is about, by a key of its own or as JSON:API's `source.pointer`. */
function readFieldName(error: JsonRecord): string | undefined {
  const { source } = error;
  const pointer = isRecord(source) && typeof source['pointer'] === 'string' ? source['pointer'] : '';
  const names = [...fieldKeys.map((key) => error[key]), pointer.split('/').at(-1)];
  return names.find((name): name is string => typeof name === 'string' && name !== '');
}

function readFields(fields: JsonRecord, { field: path, depth = 0 }: Place = {}): Said[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    readWords(value, { field: path === undefined ? name : `${path}.${name}`, depth: depth + 1 }),
  );
}

function groupByField(said: readonly Said[]): Pick<ApiMessages, 'fieldErrors'> {
  const groups = new Map<string, string[]>();
  for (const { field, text } of said) if (field !== undefined) groups.set(field, [...(groups.get(field) ?? []), text]);
  return groups.size === 0 ? {} : { fieldErrors: Object.fromEntries(groups) };
}

/** `base` messages concern the whole record and are sentences of their own (doc L637). */
function joinField(field: string | undefined, text: string): string {
  return field === undefined || field === 'base' ? text : `${field} ${text}`;
}

/** The start of a page as text: enough to recognise a proxy's or a maintenance page. */
export function excerptOf(body: string): string {
  const text = withoutHidden(body.slice(0, MOST_READ))
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return firstLetters(text, EXCERPT_LENGTH).join('');
}

const hiding = /<(style|script|head)\b|<\/(style|script|head)\s*>/gi;

/** A page without what is no text in it; each sign is read once, however many begin and never end. */
function withoutHidden(page: string): string {
  const shown: string[] = [];
  let from = 0;
  let hidden: string | undefined;
  for (const { index, 0: sign, 1: opened, 2: closed } of page.matchAll(hiding)) {
    if (hidden === undefined && opened !== undefined) {
      shown.push(page.slice(from, index));
      hidden = opened.toLowerCase();
      from = index;
    } else if (hidden !== undefined && closed?.toLowerCase() === hidden) {
      hidden = undefined;
      from = index + sign.length;
    }
  }
  // One that never ends hides nothing.
  return [...shown, page.slice(from)].join(' ');
}
