import {
  McpServer,
  parseJSONRPCMessage,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
  type CallToolResult,
  type JSONRPCMessage,
  type Tool as McpTool,
} from '@modelcontextprotocol/server';
import { Readable } from 'node:stream';
import { serveStdio as serveMcpStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { createAnswerCodec, openElicitation } from './elicitation.js';
import { offerForPeople } from './offers.js';
import type { ToolReply } from './render/reply.js';
import type { Served } from './served.js';

// The files that know the MCP SDK: this one, `elicitation.ts` for questions to the person, `offers.ts` for what people choose.

export interface ServerInfo {
  readonly name: string;
  readonly version: string;
  readonly instructions: string;
}

/** How long hosts may remember the list of tools: it changes with the set-up only, that is with a restart. */
const LIST_TTL_MS = 300_000;

/** Of a tool that there is not, as it is repeated. */
const LONGEST_NAME = 100;

export interface Serving {
  /** Takes a message of the host's. */
  readonly deliver: (message: object) => void;
  readonly close: () => Promise<void>;
}

/** Writes the answers of one moment together, where several are awaited: each write wakes the host. */
class GatheringTransport extends StdioServerTransport {
  readonly #awaited = new Set<unknown>();

  /** Takes a message of the host's. */
  deliver(message: JSONRPCMessage): void {
    if ('method' in message && 'id' in message) this.#awaited.add(message.id);
    // What the host gave up is not answered.
    if ('method' in message && message.method === 'notifications/cancelled')
      this.#awaited.delete(message.params?.['requestId']);
    this.onmessage?.(message);
  }

  override send(message: JSONRPCMessage): Promise<void> {
    if (!('method' in message)) this.#awaited.delete(message.id);
    const { stdout } = process;
    if (this.#awaited.size > 0 && stdout.writableCorked === 0) {
      stdout.cork();
      setImmediate(() => stdout.uncork());
    }
    return super.send(message);
  }
}

/** Serves MCP on standard output. */
export function serveStdio(info: ServerInfo, served: Served, onError: (error: Error) => void): Serving {
  // Messages are delivered: the library's own reader, which has nothing to read, would take them apart a second time.
  const transport = new GatheringTransport(new Readable({ read: () => undefined }), process.stdout);
  const serving = serveMcpStdio(() => createServer(info, served), { transport, onerror: onError });
  return {
    deliver(message) {
      try {
        transport.deliver(parseJSONRPCMessage(message));
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)));
      }
    },
    close: () => serving.close(),
  };
}

function createServer({ name, version, instructions }: ServerInfo, served: Served): McpServer {
  const { listed, call } = served;
  const codec = createAnswerCodec();
  const mcp = new McpServer(
    { name, title: 'BOSSDesk', version },
    {
      capabilities: { tools: { listChanged: false } },
      instructions,
      requestState: { verify: (state, context) => codec.verify(state, context) },
      cacheHints: { 'tools/list': { ttlMs: LIST_TTL_MS, cacheScope: 'private' } },
    },
  );
  // Its own handlers would strip unknown arguments before we can name them, and answer a withheld tool as an unknown one.
  mcp.server.setRequestHandler('tools/list', () => ({ tools: [...listed] as McpTool[] }));
  mcp.server.setRequestHandler('tools/call', async ({ params }, context) => {
    const elicitation = openElicitation(mcp, context, JSON.stringify([params.name, params.arguments]), codec);
    const calling = { signal: context.mcpReq.signal, consent: elicitation?.consent, report: reporterOf(context) };
    const reply = await call(params.name, params.arguments, calling);
    if (reply === undefined)
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `There is no tool ${params.name.slice(0, LONGEST_NAME)}`,
      );
    return (await elicitation?.pending()) ?? toResult(reply);
  });
  offerForPeople(mcp, served);
  return mcp;
}

/** Tells the host how far a long list was read, where it asked to be told. */
function reporterOf({ mcpReq }: ServerContext): ((read: number) => void) | undefined {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return undefined;
  return (progress) => {
    const params = { progressToken, progress, message: `${progress} records read` };
    // A host that has gone is told nothing more.
    mcpReq.notify({ method: 'notifications/progress', params }).catch(() => undefined);
  };
}

function toResult({ text, structured, isError }: ToolReply): CallToolResult {
  return {
    content: [{ type: 'text', text }],
    ...(structured === undefined ? {} : { structuredContent: { ...structured } }),
    ...(isError === undefined ? {} : { isError }),
  };
}
