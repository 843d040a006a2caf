import {
  getOperation,
  type KindName,
  type OperationId,
  type ResolvedInput,
  resolveInput,
  resolveName,
} from 'bossdesk-client';
import type * as z from 'zod';
import { NameError } from '../names.js';
import { recordKindOf } from './fields.js';
import type { Tool, ToolArguments, ToolContext } from './tool.js';

type NameContext = Pick<ToolContext, 'names' | 'config'>;

/**
 * Puts ids in place of names in what an operation takes.
 *
 * @param argumentOf the argument that stands for a field or a condition.
 * @throws NameError for names that lead nowhere, by the arguments that held them.
 */
export async function resolveNames(
  { names, config }: NameContext,
  id: OperationId,
  input: ToolArguments,
  argumentOf: (field: string) => string,
): Promise<ResolvedInput> {
  const resolved = await resolveInput(names.createReader(), getOperation(id), input, {
    me: config.me,
    hasNoneForTexts: true,
  });
  if (resolved.problems.length > 0) throw new NameError(resolved.problems, argumentOf);
  return resolved;
}

/**
 * Puts numbers in place of the names that a call gives for records: an e-mail address where a user's number is asked for.
 *
 * @throws NameError for names that lead nowhere.
 */
export async function resolveNumbers(context: NameContext, tool: Tool, args: ToolArguments): Promise<ToolArguments> {
  const reader = context.names.createReader();
  const shape: Readonly<Record<string, z.ZodType>> = tool.input.shape;
  const resolve = async (field: string, kind: KindName, given: string) => {
    const found = await resolveName(reader, { kind, given, field, me: context.config.me, inPath: true });
    if ('problem' in found) throw new NameError([found.problem], () => field);
    return found.resolved.id;
  };
  const entries = Object.entries(args).map(async ([name, value]): Promise<[string, unknown]> => {
    const kind = typeof value === 'string' ? recordKindOf(shape[name]) : undefined;
    return [name, kind === undefined ? value : await resolve(name, kind, String(value))];
  });
  return Object.fromEntries(await Promise.all(entries));
}
