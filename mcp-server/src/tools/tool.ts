import {
  type Client,
  type Clock,
  getOperation,
  isIdempotent,
  type OperationId,
  type Risk,
  riskOf,
} from 'bossdesk-client';
import * as z from 'zod';
import type { ServerConfig } from '../config.js';
import type { NameMemory } from '../names.js';
import type { ToolReply } from '../render/reply.js';
import type { Toolset } from '../toolsets.js';

/** What a tool works with. */
export interface ToolContext {
  readonly client: Client;
  readonly names: NameMemory;
  /** By whose clock days and times without a zone are read; the reply names its zone then. */
  readonly readClock: () => Promise<Clock>;
  readonly config: ServerConfig;
  /** The desk's time, in milliseconds since 1970, by what its last answer said. */
  readonly now: () => number;
  /** Ends what the host has cancelled, and with {@link TIME_IS_UP} what takes too long. */
  readonly signal: AbortSignal;
  /** Tells the host how many records of a long list were read so far. */
  readonly report: (read: number) => void;
}

export type ToolArguments = Readonly<Record<string, unknown>>;

/** A tool as data and a function; it knows no MCP library. */
export interface Tool {
  readonly name: string;
  readonly toolset: Toolset;
  readonly title: string;
  /** What it does, when to use it, what to use instead. */
  readonly description: string;
  /** The API operations that it may call; what they can do is what the tool can do. */
  readonly operations: readonly OperationId[];
  readonly input: z.ZodObject;
  /** Of the structured content, where there is any: numbers for later calls. The text joins it as `message`. */
  readonly output?: z.ZodObject;
  /** The record that a call is about, in words: `task 15 of ticket 75`. */
  readonly target?: (args: ToolArguments) => string;
  /** It moves files, which may take longer than a host waits for other calls. */
  readonly isSlow?: true;
  readonly run: (context: ToolContext, args: ToolArguments) => Promise<ToolReply>;
}

type TypedTool<Shape extends z.ZodRawShape> = Omit<Tool, 'input' | 'run' | 'title'> & {
  readonly title?: string;
  readonly input: Shape;
  readonly run: (context: ToolContext, args: z.output<z.ZodObject<Shape>>) => Promise<ToolReply>;
};

/** A tool whose `run` gets its arguments typed. Its title is its first operation's unless it has its own. */
export function defineTool<Shape extends z.ZodRawShape>({ title, input, run, ...tool }: TypedTool<Shape>): Tool {
  const [operation] = tool.operations;
  return {
    ...tool,
    title: title ?? (operation === undefined ? tool.name : getOperation(operation).title),
    input: z.object(input),
    // The dispatcher parsed them by `input`.
    run: (context, args) => run(context, args as z.output<z.ZodObject<Shape>>),
  };
}

/** The worst that a tool's operations can do. */
export function riskOfTool({ operations }: Tool): Risk {
  const risks = operations.map((id) => riskOf(getOperation(id)));
  return risks.includes('destructive') ? 'destructive' : risks.includes('write') ? 'write' : 'read';
}

/** Hints by which hosts decide whether to ask their user. */
export interface Annotations {
  readonly title: string;
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

export function annotationsOf(tool: Tool): Annotations {
  const risk = riskOfTool(tool);
  return {
    title: tool.title,
    readOnlyHint: risk === 'read',
    // By MCP's definition an update destroys too, since what it overwrites is gone.
    destructiveHint: risk === 'destructive' || tool.operations.some((id) => getOperation(id).change === 'update'),
    idempotentHint: tool.operations.every((id) => isIdempotent(getOperation(id))),
    // Tickets hold what anybody outside wrote, and public comments go out to them.
    openWorldHint: true,
  };
}

/** Why a call was ended that nobody cancelled. */
export const TIME_IS_UP = new Error('The call took too long');

/** Whether the host has cancelled the call, so that nobody listens to what came of it. */
export const isCancelled = ({ aborted, reason }: AbortSignal): boolean => aborted && reason !== TIME_IS_UP;

/** A call that cannot be carried out; the message says which argument, why and what to do. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  /** Text from BOSSDesk that belongs to the message. */
  readonly data: readonly string[];

  constructor(message: string, data: readonly string[] = []) {
    super(message);
    this.data = data;
  }
}
