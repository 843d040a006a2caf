import {
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type CallToolResult,
  type Tool as McpTool,
} from '@modelcontextprotocol/server';
import type { Readable } from 'node:stream';
import * as z from 'zod';
import { serveStdio as serveMcpStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import type { Toolbox } from './dispatch.js';
import type { ListedTool } from './offered.js';
import type { ToolReply } from './render/reply.js';
import { toToolSchema } from './tools/jsonSchema.js';
import { annotationsOf, type Tool } from './tools/tool.js';

// The only file that knows the MCP SDK.

export interface ServerInfo {
  readonly name: string;
  readonly version: string;
  readonly instructions: string;
}

/** How long hosts may remember the list of tools: it changes with the set-up only, that is with a restart. */
const LIST_TTL_MS = 300_000;

/** Of a tool that there is not, as it is repeated. */
const LONGEST_NAME = 100;

export type Caller = Toolbox['call'];

/** What a host is shown and can call. */
export interface Served {
  readonly listed: readonly ListedTool['tool'][];
  readonly call: Caller;
}

/**
 * Serves MCP on standard output.
 *
 * @param input the host's messages, none of which is too long.
 */
export function serveStdio(
  info: ServerInfo,
  served: Served,
  input: Readable,
  onError: (error: Error) => void,
): { close(): Promise<void> } {
  const transport = new StdioServerTransport(input, process.stdout, { maxBufferSize: Number.MAX_SAFE_INTEGER });
  return serveMcpStdio(() => createServer(info, served), { transport, onerror: onError });
}

function createServer({ name, version, instructions }: ServerInfo, { listed, call }: Served): McpServer {
  const mcp = new McpServer(
    { name, title: 'BOSSDesk', version },
    {
      capabilities: { tools: { listChanged: false } },
      instructions,
      cacheHints: { 'tools/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' } },
    },
  );
  // Its own handlers would strip unknown arguments before we can name them, and answer a withheld tool as an unknown one.
  mcp.server.setRequestHandler('tools/list', () => ({ tools: [...listed] as McpTool[] }));
  mcp.server.setRequestHandler('tools/call', async ({ params }, context) => {
    const reply = await call(params.name, params.arguments, context.mcpReq.signal);
    if (reply === undefined)
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `There is no tool ${params.name.slice(0, LONGEST_NAME)}`,
      );
    return toResult(reply);
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
