import {
  getOperation,
  type KindName,
  type OperationId,
  readCustomValues,
  readTimes,
  type ResolvedInput,
  resolveInput,
  resolveName,
} from 'bossdesk-client';
import type * as z from 'zod';
import { findMe } from '../me.js';
import { NameError } from '../names.js';
import { recordKindOf } from './fields.js';
import { wordInputError } from './inputError.js';
import type { Tool, ToolArguments, ToolContext } from './tool.js';

type NameContext = Pick<ToolContext, 'names' | 'config'>;

/**
 * Puts ids in place of names in what an operation takes, and moments in place of days and times without a zone.
 *
 * @param argumentOf the argument that stands for a field or a condition.
 * @throws NameError for names that lead nowhere, by the arguments that held them; ToolError for times that cannot be read.
 */
export async function resolveNames(
  { names, config, readClock }: NameContext & Pick<ToolContext, 'readClock'>,
  id: OperationId,
  given: ToolArguments,
  argumentOf: (field: string) => string,
): Promise<ResolvedInput> {
  const { input, renamed } = await readTimes(getOperation(id), given, readClock);
  const me = findMe(config);
  const resolved = await resolveInput(names.createReader(), getOperation(id), input, {
    me: me?.user,
    hasNoneForTexts: true,
  });
  if (resolved.problems.length > 0) throw new NameError(resolved.problems, argumentOf, me);
  try {
    return {
      ...(await readCustomValues(id, resolved, readClock)),
      standsFor: followNames(resolved.standsFor, renamed),
    };
  } catch (error) {
    throw wordInputError(error, argumentOf);
  }
}

/** Conditions on times are sent under other names, and so may those on records be: what was given, by what is sent. */
function followNames(
  standsFor: ResolvedInput['standsFor'],
  renamed: Readonly<Record<string, string>>,
): ResolvedInput['standsFor'] {
  const followed = Object.entries(standsFor).map(([sent, given]): [string, string] => [
    sent,
    Object.hasOwn(renamed, given) ? (renamed[given] ?? given) : given,
  ]);
  return { ...renamed, ...Object.fromEntries(followed) };
}

/**
 * Puts numbers in place of the names that a call gives for records: an e-mail address where a user's number is asked for.
 *
 * @throws NameError for names that lead nowhere.
 */
export async function resolveNumbers(context: NameContext, tool: Tool, args: ToolArguments): Promise<ToolArguments> {
  const shape: Readonly<Record<string, z.ZodType>> = tool.input.shape;
  const named = Object.entries(args).flatMap(([name, value]) => {
    const kind = typeof value === 'string' ? recordKindOf(shape[name]) : undefined;
    return kind === undefined ? [] : [{ name, kind, given: String(value) }];
  });
  if (named.length === 0) return args;
  const reader = context.names.createReader();
  const me = findMe(context.config);
  const resolve = async (field: string, kind: KindName, given: string) => {
    const found = await resolveName(reader, { kind, given, field, me: me?.user, inPath: true });
    if ('problem' in found) throw new NameError([found.problem], () => field, me);
    return found.resolved.id;
  };
  const numbers = await Promise.all(
    named.map(async ({ name, kind, given }) => [name, await resolve(name, kind, given)] as const),
  );
  return { ...args, ...Object.fromEntries(numbers) };
}
