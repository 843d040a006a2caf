import { isRecord, parseJson } from '../values/json.js';
import type { HttpResponse } from './transport.js';

/** What an answer says about a refusal. */
export interface ApiMessages {
  readonly messages: readonly string[];
  readonly fieldErrors?: Readonly<Record<string, readonly string[]>>;
}

const EXCERPT_LENGTH = 200;

/**
 * Reads the messages out of an answer. Rails answers JSON (`errors` by field, `error`, `message`), plain text, an HTML
 * page or nothing at all (notes 3, 4).
 */
export function readMessages(response: HttpResponse): ApiMessages {
  const json = parseJson(response.body);
  if (!isRecord(json)) {
    const excerpt = excerptOf(response.body);
    return { messages: excerpt === '' ? [] : [excerpt] };
  }
  const errors = json['errors'];
  if (isRecord(errors)) {
    const fieldErrors = Object.fromEntries(
      Object.entries(errors).map(([field, messages]) => [field, toTexts(messages)]),
    );
    return {
      messages: Object.entries(fieldErrors).flatMap(([field, texts]) => texts.map((text) => joinField(field, text))),
      fieldErrors,
    };
  }
  return { messages: [errors, json['error'], json['message']].flatMap(toTexts) };
}

/** `base` messages concern the whole record and are sentences of their own (doc L637). */
function joinField(field: string, text: string): string {
  return field === 'base' ? text : `${field} ${text}`;
}

function toTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** The start of a page as text: enough to recognise a proxy's or a maintenance page. */
export function excerptOf(body: string): string {
  return body
    .replace(/<(style|script|head)\b.*?<\/\1>/gis, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, EXCERPT_LENGTH);
}
