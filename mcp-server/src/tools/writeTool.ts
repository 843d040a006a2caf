import { type Client, getOperation, isBossDeskError, type OperationId } from 'bossdesk-client';
import * as z from 'zod';
import { buildReply, type ToolReply } from '../render/reply.js';
import { oneLine } from '../render/text.js';
import type { Toolset } from '../toolsets.js';
import { argumentNames, findUnapplied } from './applied.js';
import { type BodyArgument, bodyArguments, type Change, toChange } from './arguments.js';
import { numberArgument, pathArgument, pathFields } from './fields.js';
import { type Tool, type ToolArguments, type ToolContext, ToolError } from './tool.js';

/** What a write came to, as texts for its confirmation. */
export interface Written {
  /** `task 15 of ticket 75`; empty for a creation. */
  readonly target: string;
  /** Of the API's answer, where it has one. */
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly args: Readonly<Record<string, string>>;
}

export interface WriteToolSpec {
  readonly name: string;
  readonly toolset: Toolset;
  readonly operation: OperationId;
  readonly description: string;
  /** Replaces arguments of the schema, e.g. by ones with a default. */
  readonly overrides?: Readonly<Record<string, z.ZodType>>;
  /** Descriptions that say more, or less, than the schema's. */
  readonly describe?: Readonly<Record<string, string>>;
  /** Says what was done, in one sentence. */
  readonly done: (written: Written) => string;
  /** What the structured content calls the new record, and where the answer has it. */
  readonly created?: { readonly name: string; readonly from: 'id' | 'friendly_id' };
  /** Reads the record, to see whether a change that is answered without one was made. */
  readonly reread?: OperationId;
}

/** A tool for one writing operation: its arguments are the path's and the body's, its reply one short block. */
export function writeTool(spec: WriteToolSpec): Tool {
  const { operation, created } = spec;
  const path = pathFields(operation).map((field) => ({ ...field, argument: pathArgument(operation, field.name) }));
  const body = bodyArguments(operation);
  const describe = (name: string, schema: z.ZodType) => {
    const description = spec.describe?.[name];
    return description === undefined ? schema : schema.meta({ description });
  };
  const shape: Record<string, z.ZodType> = {
    ...Object.fromEntries(path.map(({ argument }) => [argument, pathNumber(argument)])),
    ...Object.fromEntries(
      body.map(({ name, field, schema }) => [
        name,
        field.rule.required === true ? describe(name, schema) : describe(name, schema).optional(),
      ]),
    ),
    ...spec.overrides,
  };
  const target = (args: ToolArguments) =>
    describeTarget(
      path.map(({ argument }) => argument),
      args,
    );
  return {
    name: spec.name,
    toolset: spec.toolset,
    title: getOperation(operation).title,
    description: spec.description,
    operations: [operation, ...(spec.reread === undefined ? [] : [spec.reread])],
    input: z.object(shape),
    ...(created === undefined ? {} : { output: z.object({ [created.name]: z.int() }) }),
    target,
    async run(context, args) {
      const change = await toChange(context.names, body, args);
      if (operation.endsWith('.update')) refuseEmpty(change, body);
      const input = { ...Object.fromEntries(path.map(({ name, argument }) => [name, args[argument]])), ...change.body };
      const answer = await send(context, spec, input);
      return confirm(context, spec, { change, body, input, answer, args, target: target(args) });
    },
  };
}

interface Outcome {
  readonly change: Change;
  readonly body: readonly BodyArgument[];
  readonly input: ToolArguments;
  readonly answer: unknown;
  readonly args: ToolArguments;
  readonly target: string;
}

async function send(
  { client, signal }: ToolContext,
  { operation, reread }: WriteToolSpec,
  input: ToolArguments,
): Promise<unknown> {
  try {
    return await client.call(operation, input, { signal });
  } catch (error) {
    if (!isBossDeskError(error, 'ConflictError') || reread === undefined) throw error;
    const current = await readQuietly(client, reread, input, signal);
    const version = current['lock_version'];
    throw new ToolError(
      `${error.message}. Nothing was changed.${typeof version === 'number' ? ` Its lock_version is now ${version}.` : ''} Read the record again and decide whether the change still fits.`,
    );
  }
}

async function confirm({ client, signal }: ToolContext, spec: WriteToolSpec, outcome: Outcome): Promise<ToolReply> {
  const { change, body, input, args, target } = outcome;
  const answer = toRecord(outcome.answer);
  const record = spec.reread === undefined ? answer : await readQuietly(client, spec.reread, input, signal);
  const unapplied = argumentNames(body, findUnapplied(spec.operation, change.body, record));
  const version = spec.reread === undefined ? undefined : record['lock_version'];
  const structured =
    spec.created === undefined ? {} : { structured: { [spec.created.name]: readNumber(answer, spec.created.from) } };
  return buildReply({
    head: spec.done({
      target,
      id: toText(answer['id']),
      number: toText(answer['friendly_id']),
      status: toText(answer['status']),
      args: Object.fromEntries(Object.entries(args).map(([name, value]) => [name, toText(value)])),
    }),
    data: change.shown,
    foot: [
      unapplied.length === 0
        ? ''
        : `BOSSDesk accepted the request but shows another value for: ${unapplied.join(', ')}. The user may not be allowed to set it.`,
      typeof version === 'number' ? `lock_version is now ${version}.` : '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
    ...structured,
  });
}

/** The write is done: a failure to read the record afterwards must not look like a failure to write it. */
async function readQuietly(
  client: Client,
  operation: OperationId,
  input: ToolArguments,
  signal: AbortSignal,
): Promise<ToolArguments> {
  const params = Object.fromEntries(pathFields(operation).map(({ name }) => [name, input[name]]));
  try {
    return toRecord(await client.call(operation, params, { signal }));
  } catch {
    return {};
  }
}

function refuseEmpty({ body }: Change, bodyArgs: readonly BodyArgument[]): void {
  if (Object.keys(body).some((name) => name !== 'lock_version')) return;
  const names = bodyArgs.map(({ name }) => name).filter((name) => name !== 'lock_version');
  throw new ToolError(`Nothing to change: give at least one of ${names.join(', ')}.`);
}

function readNumber(answer: ToolArguments, field: string): number {
  const value = answer[field];
  if (typeof value === 'number') return value;
  throw new ToolError(
    `BOSSDesk accepted the request, but its answer has no ${field}. Search for the new record before trying again.`,
  );
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? oneLine(String(value))
    : '';
}

function toRecord(answer: unknown): ToolArguments {
  return typeof answer === 'object' && answer !== null ? (answer as ToolArguments) : {};
}

/** `task 15 of ticket 75` */
function describeTarget(pathArguments: readonly string[], args: ToolArguments): string {
  return [...pathArguments]
    .reverse()
    .map((argument) => `${nounOf(argument)} ${toText(args[argument])}`)
    .join(' of ');
}

function nounOf(argument: string): string {
  return argument
    .replace(/_(?:number|id)$/, '')
    .replaceAll('_', ' ')
    .replace(/^ci$/, 'CI');
}

/** `*_number` is what people see, `*_id` an id out of another answer. */
function pathNumber(argument: string): z.ZodType {
  const noun = nounOf(argument);
  return numberArgument(argument.endsWith('_number') ? `The ${noun}'s number, e.g. 75` : `The ${noun}'s id`);
}
