import {
  type BossDeskError,
  describeTarget,
  getKind,
  getOperation,
  isBossDeskError,
  type OperationId,
  readerOf,
  type ResolvedInput,
} from 'bossdesk-client';
import * as z from 'zod';
import { setApart } from '../render/apiWords.js';
import { buildReply, type ToolReply } from '../render/reply.js';
import { oneLine } from '../render/text.js';
import type { Toolset } from '../toolsets.js';
import { argumentNames, findUnapplied } from './applied.js';
import { type BodyArgument, bodyArguments, showBody, toBody } from './arguments.js';
import { isUpdate, pathArguments, recordArgument } from './fields.js';
import { wordInputError } from './inputError.js';
import { resolveNames } from './resolveArguments.js';
import { type Sent, sendOnce } from './sendOnce.js';
import { type PreparedSets, prepareSets, showGone, showSetsNow } from './sets.js';
import { writeTexts } from './texts.js';
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
  /** The structured content tells the new record's number or id. */
  readonly tellsNew?: true;
}

/** A tool for one writing operation: its arguments are the path's and the body's, its reply one short block. */
export function writeTool(spec: WriteToolSpec): Tool {
  const operation = getOperation(spec.operation);
  const path = pathArguments(spec.operation);
  const body = bodyArguments(spec.operation);
  const describe = (name: string, schema: z.ZodType) => {
    const description = spec.describe?.[name];
    return description === undefined ? schema : schema.meta({ description });
  };
  const shape: Record<string, z.ZodType> = {
    ...Object.fromEntries(path.map(({ name, kind }) => [name, recordArgument(kind)])),
    ...Object.fromEntries(
      body.map(({ name, field, schema }) => [
        name,
        field.rule.required === true && field.rule.leftOut === undefined
          ? describe(name, schema)
          : describe(name, schema).optional(),
      ]),
    ),
    ...spec.overrides,
  };
  const pathInput = (args: ToolArguments) =>
    Object.fromEntries(path.map(({ name, parameter }) => [parameter, args[name]]));
  const argumentOf = (field: string) => {
    const [own = field, ...rest] = field.split('.');
    const name = body.find((one) => one.field.name === own)?.name ?? own;
    return [name, ...rest.map((part) => oneLine(part, 60))].join('.');
  };
  const reread = rereadOf(spec.operation);
  return {
    name: spec.name,
    toolset: spec.toolset,
    title: operation.title,
    description: spec.description,
    operations: [spec.operation, ...(reread === undefined ? [] : [reread])],
    input: z.object(shape),
    ...(spec.tellsNew === undefined ? {} : { output: z.object({ [newRecordOf(spec.operation).name]: z.int() }) }),
    target: (args) => oneLine(describeTarget(operation, pathInput(args))),
    async run(context, args) {
      const given = { ...pathInput(args), ...(await writeTexts(body, toBody(body, args))) };
      if (isUpdate(spec.operation)) refuseEmpty(body, given);
      try {
        const change = await resolveNames(context, spec.operation, given, argumentOf);
        const sets = await prepareSets(spec.operation, change, {
          surely: () => readRecord(context, reread, change.input),
          quietly: () => readQuietly(context, reread, change.input),
        });
        const sent = await send(context, spec, sets.input);
        const target = oneLine(describeTarget(operation, change.input));
        return await confirm(context, spec, { ...sent, change, sets, body, args, target });
      } catch (error) {
        throw wordInputError(error, argumentOf);
      }
    },
  };
}

/** An update is answered without a record (doc L1699): reading it shows whether the change was made. */
function rereadOf(id: OperationId): OperationId | undefined {
  return isUpdate(id) ? readerOf(getOperation(id)) : undefined;
}

/** What the structured content calls a new record, and where the answer has it. */
function newRecordOf(id: OperationId): { readonly name: string; readonly from: 'id' | 'friendly_id' } {
  const { word, by } = getKind(getOperation(id).kind);
  return by === 'number' ? { name: `${word}_number`, from: 'friendly_id' } : { name: `${word}_id`, from: 'id' };
}

interface Outcome extends Sent {
  readonly change: ResolvedInput;
  readonly sets: PreparedSets;
  readonly body: readonly BodyArgument[];
  readonly args: ToolArguments;
  readonly target: string;
}

async function send(context: ToolContext, { operation }: WriteToolSpec, input: ToolArguments): Promise<Sent> {
  try {
    return await sendOnce(context, operation, input);
  } catch (error) {
    throw isBossDeskError(error, 'ConflictError') ? await wordConflict(context, operation, input, error) : error;
  }
}

/** What stands in the way of an update that would overwrite another's. */
async function wordConflict(
  context: ToolContext,
  operation: OperationId,
  input: ToolArguments,
  error: BossDeskError,
): Promise<Error> {
  const reread = rereadOf(operation);
  if (reread === undefined) return error;
  const version = (await readQuietly(context, reread, input))['lock_version'];
  const { head, data } = setApart(error);
  return new ToolError(
    `${head} Nothing was changed.${typeof version === 'number' ? ` Its lock_version is now ${version}.` : ''} Read the record again and decide whether the change still fits.`,
    data,
  );
}

async function confirm(context: ToolContext, spec: WriteToolSpec, outcome: Outcome): Promise<ToolReply> {
  const { change, sets, body, note, said, args, target } = outcome;
  const reread = rereadOf(spec.operation);
  const answer = toRecord(outcome.answer);
  const record = reread === undefined ? answer : await readQuietly(context, reread, change.input);
  const unapplied = argumentNames(body, findUnapplied(spec.operation, sets.input, record));
  const version = reread === undefined ? undefined : record['lock_version'];
  const done = spec.done({
    target,
    id: toText(answer['id']),
    number: toText(answer['friendly_id']),
    status: toText(answer['status']),
    args: Object.fromEntries(Object.entries(args).map(([name, value]) => [name, toText(value)])),
  });
  const sent = showBody(body, change, args);
  const [own, others] = [true, false].map((isOwn) => sent.flatMap((one) => (one.isOwn === isOwn ? [one.line] : [])));
  return buildReply({
    head: [done, ...(own ?? [])].join('\n'),
    data: [...said, ...(others ?? []), ...showGone(body, sets), ...showSetsNow(body, change, sets, record)],
    foot: [
      note,
      unapplied.length === 0
        ? ''
        : `BOSSDesk accepted the request but shows another value for: ${unapplied.join(', ')}. The user may not be allowed to set it.`,
      typeof version === 'number' ? `lock_version is now ${version}.` : '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
    ...(spec.tellsNew === undefined ? {} : { structured: structureNew(spec.operation, answer) }),
  });
}

function structureNew(id: OperationId, answer: ToolArguments): Readonly<Record<string, number>> {
  const { name, from } = newRecordOf(id);
  return { [name]: readNumber(answer, from) };
}

/** The record that a call is about. */
async function readRecord(
  { client, signal }: ToolContext,
  operation: OperationId | undefined,
  input: ToolArguments,
): Promise<ToolArguments> {
  if (operation === undefined) return {};
  const params = Object.fromEntries(pathArguments(operation).map(({ parameter }) => [parameter, input[parameter]]));
  return toRecord(await client.call(operation, params, { signal }));
}

/** The same for what is only told beside a write: a failure to read must not look like a failure to write. */
async function readQuietly(...given: Parameters<typeof readRecord>): Promise<ToolArguments> {
  try {
    return await readRecord(...given);
  } catch {
    return {};
  }
}

function refuseEmpty(bodyArgs: readonly BodyArgument[], given: ToolArguments): void {
  const changing = bodyArgs.filter(({ field }) => field.name !== 'lock_version');
  if (changing.some(({ field }) => given[field.name] !== undefined)) return;
  const names = changing.map(({ name }) => name);
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
