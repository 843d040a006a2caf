import {
  checkBounds,
  describeValue,
  endSentence,
  isNone,
  isNothing,
  isRecord,
  readJsonList,
  readList,
  readNumber,
} from 'bossdesk-client';
import * as z from 'zod';
import { oneLine } from '../render/text.js';
import { NONE, recordKindOf } from './fields.js';
import { reasonOfFixed } from './fixedFields.js';
import { type Tool, type ToolArguments, ToolError } from './tool.js';

/** Keys that hosts put into every call (n8n's MCP client does). */
const injectedKeys = new Set(['toolCallId', 'sessionId']);

export interface ReadArguments {
  readonly args: ToolArguments;
  /** What was left aside, to be said in the reply. */
  readonly notes: readonly string[];
}

/**
 * Checks a call's arguments. Digits may come as text and the reverse, lists and objects as JSON, lists also as words
 * between commas, since models and hosts mix them up. Unknown keys are left aside and told; so is what is empty, whole
 * arguments and members of lists and of custom fields alike: it is written for what a model does not use.
 *
 * @throws ToolError naming each argument that does not fit.
 */
export function readArguments(tool: Tool, given: unknown): ReadArguments {
  const raw = typeof given === 'object' && given !== null ? (given as ToolArguments) : {};
  const known = tool.input.shape as Readonly<Record<string, z.ZodType>>;
  refuseExcess(tool, known, raw);
  const others = Object.keys(raw).filter((key) => !Object.hasOwn(known, key) && !injectedKeys.has(key));
  const unknown = others.filter((key) => reasonOfFixed(tool, key) === undefined);
  const read = Object.entries(raw).flatMap(([key, value]) => {
    const schema = Object.hasOwn(known, key) ? known[key] : undefined;
    return schema === undefined || value === undefined ? [] : [readArgument(key, schema, value)];
  });
  const args = Object.fromEntries(
    read.filter(({ value }) => value !== undefined).map(({ key, value }) => [key, value]),
  );
  const parsed = tool.input.safeParse(args, { error: wordIssue });
  const empty = read.filter(({ key, empty: names }) => names.length > 0 && isOptional(known[key]));
  const notes = [
    ...others.flatMap((key) => {
      const why = reasonOfFixed(tool, key);
      return why === undefined ? [] : [`${key} was left aside: ${why}.`];
    }),
    ...(unknown.length === 0
      ? []
      : [
          `Ignored unknown arguments: ${oneLine(unknown.join(', '))}. ${tool.name} takes ${Object.keys(known).join(', ') || 'none'}.`,
        ]),
    ...(empty.length === 0
      ? []
      : [
          `Ignored empty arguments: ${oneLine(empty.flatMap(({ empty: names }) => names).join(', '), MAX_NAMES)}.${
            empty.some(({ key }) => metaOf(known[key])['clearable'] === true) ? ` To empty one, give ${NONE}.` : ''
          }`,
        ]),
  ];
  if (parsed.success) return { args: parsed.data, notes };
  const blank = new Set(read.filter(({ isBlank }) => isBlank).map(({ key }) => key));
  const issues = parsed.error.issues.map(({ path, message }) => {
    const isBlank = path.length === 1 && blank.has(String(path[0]));
    return `${path.join('.')}: ${isBlank ? wordBlank(known[String(path[0])]) : message}`;
  });
  throw new ToolError([endSentence(`${tool.name} was not called: ${issues.join('; ')}`), ...notes].join('\n'));
}

/** Before anything goes through a value: what does calls itself for each level. */
function refuseExcess({ name }: Tool, known: Readonly<Record<string, z.ZodType>>, given: ToolArguments): void {
  const issues = Object.entries(given).flatMap(([key, value]) => {
    const type = Object.hasOwn(known, key) && known[key] !== undefined ? withoutOptional(known[key]) : undefined;
    const isParsed = type instanceof z.ZodRecord || type instanceof z.ZodArray;
    const read = isParsed ? readJson(value) : value;
    const issue = checkBounds(read);
    return issue === undefined ? [] : [`${oneLine(key, 60)} ${issue}`];
  });
  if (issues.length > 0) throw new ToolError(`${name} was not called: ${issues.join('; ')}.`);
}

/** Characters of the names of empty arguments: those of custom fields may be of any length. */
const MAX_NAMES = 1000;

interface ReadArgument {
  readonly key: string;
  /** Undefined where nothing was given. */
  readonly value: unknown;
  /** What of it is empty: the argument, or members of it. */
  readonly empty: readonly string[];
  /** A blank text. */
  readonly isBlank: boolean;
}

function readArgument(key: string, schema: z.ZodType, given: unknown): ReadArgument {
  const type = withoutOptional(schema);
  const value = coerce(schema, given);
  if (isNothing(value)) return { key, value: undefined, empty: [key], isBlank: typeof value === 'string' };
  const read = { key, isBlank: false };
  if (type instanceof z.ZodArray && Array.isArray(value)) {
    if (isNone(value[0]) && value.length === 1 && !takesTexts(type)) return { ...read, value: [], empty: [] };
    const empty = value.flatMap((one: unknown, index) => (isNothing(one) ? [`${key}[${index}]`] : []));
    return { ...read, value: value.filter((one) => !isNothing(one)), empty };
  }
  if (!isRecord(value) || metaOf(schema)['leavesOutEmpty'] !== true) return { ...read, value, empty: [] };
  const kept = Object.entries(value).filter(([, one]) => !isNothing(one));
  const empty = Object.keys(value).filter((name) => isNothing(value[name]));
  return {
    ...read,
    value: kept.length === 0 ? undefined : Object.fromEntries(kept),
    empty: empty.map((name) => `${key}.${name}`),
  };
}

function wordBlank(schema: z.ZodType | undefined): string {
  return metaOf(schema)['clearable'] === true ? `must not be blank; give ${NONE} to empty it` : 'must not be blank';
}

function isOptional(schema: z.ZodType | undefined): boolean {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
}

/** What a schema says of itself, and the one inside an optional one. */
function metaOf(schema: z.ZodType | undefined): Readonly<Record<string, unknown>> {
  return schema === undefined ? {} : { ...withoutOptional(schema).meta(), ...schema.meta() };
}

function takesTexts({ element }: z.ZodArray): boolean {
  return element instanceof z.ZodString;
}

function coerce(schema: z.ZodType, value: unknown): unknown {
  const type = withoutOptional(schema);
  if (type instanceof z.ZodRecord) return readJson(value);
  if (type instanceof z.ZodArray) {
    // Names may hold commas: whoever looks them up parts them.
    const list =
      typeof value === 'number' && !takesTexts(type)
        ? [value]
        : typeof value !== 'string'
          ? value
          : takesTexts(type)
            ? (readJsonList(value) ?? [value])
            : readList(value);
    return Array.isArray(list) ? list.map((one: unknown) => coerce(type.element as z.ZodType, one)) : list;
  }
  if (type instanceof z.ZodString) return typeof value === 'number' ? String(value) : value;
  if (typeof value !== 'string') return value;
  const isOfRecord = recordKindOf(type) !== undefined || metaOf(type)['isId'] === true;
  if (isOfRecord) return readNumber(value) ?? value;
  if (type instanceof z.ZodNumber && /^\s*\d{1,15}\s*$/.test(value)) return Number(value);
  if (type instanceof z.ZodBoolean && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return value;
}

/** A list or an object that came as its JSON text; anything else as it is. */
function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === 'object' ? read : value;
  } catch {
    return value;
  }
}

function withoutOptional(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? withoutOptional(schema.unwrap() as z.ZodType)
    : schema;
}

/** zod's findings in the words in which core refuses a request's fields. */
function wordIssue(issue: z.core.$ZodRawIssue): string | undefined {
  const { input } = issue;
  if (input === undefined) return 'is required';
  switch (issue.code) {
    case 'invalid_type':
      return `takes ${expectedTypes[issue.expected] ?? issue.expected}, not ${describeValue(input)}`;
    case 'invalid_value':
      return `takes one of ${issue.values.map(String).join(', ')}, not ${describeValue(input)}`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'must not be empty'
        : `must be ${String(issue.minimum)} or more, not ${describeValue(input)}`;
    case 'too_big':
      if (issue.origin === 'array')
        return `takes at most ${String(issue.maximum)}, not ${Array.isArray(input) ? input.length : 'more'}`;
      return `must be ${String(issue.maximum)} or less, not ${describeValue(input)}`;
    default:
      return undefined;
  }
}

const expectedTypes: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a whole number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
};
