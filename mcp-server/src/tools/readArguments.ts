import { describeValue } from 'bossdesk-client';
import * as z from 'zod';
import { oneLine } from '../render/text.js';
import { recordKindOf } from './fields.js';
import { type Tool, type ToolArguments, ToolError } from './tool.js';

/** Keys that hosts put into every call (n8n's MCP client does). */
const injectedKeys = new Set(['toolCallId', 'sessionId']);

export interface ReadArguments {
  readonly args: ToolArguments;
  /** What was left aside, to be said in the reply. */
  readonly notes: readonly string[];
}

/**
 * Checks a call's arguments. Digits may come as text and the reverse, lists and objects as JSON, since models and hosts
 * mix them up; unknown keys, and optional arguments that are empty where that means nothing, are left aside and told.
 *
 * @throws ToolError naming each argument that does not fit.
 */
export function readArguments(tool: Tool, given: unknown): ReadArguments {
  const raw = typeof given === 'object' && given !== null ? (given as ToolArguments) : {};
  const known = tool.input.shape as Readonly<Record<string, z.ZodType>>;
  const unknown = Object.keys(raw).filter((key) => !Object.hasOwn(known, key) && !injectedKeys.has(key));
  const entries = Object.entries(raw).filter(
    ([key, value]) => Object.hasOwn(known, key) && value !== null && value !== undefined,
  );
  const isEmpty = ([key, value]: [string, unknown]) =>
    isBlank(value) && known[key] !== undefined && isAbsentWhenEmpty(known[key], value);
  const empty = entries.filter(isEmpty).map(([key]) => key);
  const args = Object.fromEntries(
    entries
      .filter((entry) => !isEmpty(entry))
      .map(([key, value]) => [key, known[key] === undefined ? value : coerce(known[key], value)]),
  );
  const parsed = tool.input.safeParse(args, { error: wordIssue });
  const notes = [
    ...(unknown.length === 0
      ? []
      : [
          `Ignored unknown arguments: ${oneLine(unknown.join(', '))}. ${tool.name} takes ${Object.keys(known).join(', ') || 'none'}.`,
        ]),
    ...(empty.length === 0 ? [] : [`Ignored empty arguments: ${empty.join(', ')}.`]),
  ];
  if (parsed.success) return { args: parsed.data, notes };
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ToolError([`${tool.name} was not called: ${issues.join('; ')}.`, ...notes].join('\n'));
}

function isBlank(value: unknown): boolean {
  return value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

/** Models and hosts write empty texts for arguments that they do not use, numbers and dates among them. */
function isAbsentWhenEmpty(schema: z.ZodType, value: unknown): boolean {
  const isOptional = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  const isMarked = [schema, withoutOptional(schema)].some((one) => one.meta()?.['emptyMeansAbsent'] === true);
  return isOptional && (isMarked || !schema.safeParse(value).success);
}

function coerce(schema: z.ZodType, value: unknown): unknown {
  const type = withoutOptional(schema);
  if (type instanceof z.ZodRecord) return readJson(value);
  if (type instanceof z.ZodArray) {
    const list = readJson(value);
    return Array.isArray(list) ? list.map((one: unknown) => coerce(type.element as z.ZodType, one)) : list;
  }
  if (type instanceof z.ZodString) return typeof value === 'number' ? String(value) : value;
  if (typeof value !== 'string') return value;
  if (recordKindOf(type) !== undefined && /^\s*#?\s*\d{1,15}\s*$/.test(value)) return Number(value.replace('#', ''));
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
      return `must be ${String(issue.maximum)} or less, not ${describeValue(input)}`;
    case 'invalid_format':
      return issue.pattern === String(/\S/) ? 'must not be blank' : undefined;
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
