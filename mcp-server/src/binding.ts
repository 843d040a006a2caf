import {
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type CallToolResult,
  type Tool as McpTool,
} from '@modelcontextprotocol/server';
import * as z from 'zod';
import { serveStdio as serveMcpStdio } from '@modelcontextprotocol/server/stdio';
import type { Toolbox } from './dispatch.js';
import { createAnswerCodec, openElicitation } from './elicitation.js';
import type { ListedTool } from './offered.js';
import type { ToolReply } from './render/reply.js';
import { toToolSchema } from './tools/jsonSchema.js';
import { annotationsOf, type Tool } from './tools/tool.js';

// The files that know the MCP SDK: this one, and `elicitation.ts` for questions to the person.

export interface ServerInfo {
  readonly name: string;
  readonly version: string;
  readonly instructions: string;
}

/** How long hosts may remember the list of tools: it changes with the set-up only, that is with a restart. */
const LIST_TTL_MS = 300_000;

export type Caller = Toolbox['call'];

/** What a host is shown and can call. */
export interface Served {
  readonly listed: readonly ListedTool['tool'][];
  readonly call: Caller;
}

/** Serves MCP on standard input and output. */
export function serveStdio(
  info: ServerInfo,
  served: Served,
  onError: (error: Error) => void,
): { close(): Promise<void> } {
  return serveMcpStdio(() => createServer(info, served), { onerror: onError });
}

function createServer({ name, version, instructions }: ServerInfo, { listed, call }: Served): McpServer {
  const codec = createAnswerCodec();
  const mcp = new McpServer(
    { name, title: 'BOSSDesk', version },
    {
      capabilities: { tools: { listChanged: false } },
      instructions,
      requestState: { verify: codec.verify },
      cacheHints: { 'tools/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' } },
    },
  );
  // Its own handlers would strip unknown arguments before we can name them, and answer a withheld tool as an unknown one.
  mcp.server.setRequestHandler('tools/list', () => ({ tools: [...listed] as McpTool[] }));
  mcp.server.setRequestHandler('tools/call', async ({ params }, context) => {
    const elicitation = openElicitation(mcp, context, JSON.stringify([params.name, params.arguments]), codec);
    const { signal } = context.mcpReq;
    const reply = await call(params.name, params.arguments, { signal, consent: elicitation?.consent });
    if (reply === undefined)
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool ${params.name}`);
    return (await elicitation?.pending()) ?? toResult(reply);
  });
  return mcp;
}

/** A tool as `tools/list` shows it. */
export function describeTool(tool: Tool): McpTool {
  return {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: { ...toToolSchema(tool.input) },
    ...(tool.output === undefined
      ? {}
      : { outputSchema: { ...toToolSchema(tool.output.extend({ message: z.string() })) } }),
    annotations: annotationsOf(tool),
  };
}

function toResult({ text, structured, isError }: ToolReply): CallToolResult {
  return {
    content: [{ type: 'text', text }],
    ...(structured === undefined ? {} : { structuredContent: { ...structured } }),
    ...(isError === undefined ? {} : { isError }),
  };
}
