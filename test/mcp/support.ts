import type { RecordedRequest, Sandbox } from 'bossdesk-sandbox';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { mcpPackageFolder } from '../support/bundles.js';
import { recordSent } from '../support/requests.js';

/** As `npm publish` would ship it. */
export const binPath = join(mcpPackageFolder, 'dist/bin.js');

export interface ListedTool {
  readonly name: string;
  readonly title?: string | undefined;
  readonly inputSchema: { readonly properties?: Readonly<Record<string, unknown>> | undefined };
  readonly annotations?: Readonly<Record<string, unknown>> | undefined;
}

/** What a host's model sees of a call. */
export interface CallOutcome {
  readonly text: string;
  readonly isError: boolean;
  readonly structured: unknown;
}

/** A host with one server behind it, whichever client library it is made with. */
export interface Host {
  listTools(): Promise<readonly ListedTool[]>;
  call(name: string, args?: Readonly<Record<string, unknown>>): Promise<CallOutcome>;
  readonly instructions: string | undefined;
  close(): Promise<void>;
}

/** `v2 modern`: the 2026-07-28 protocol, without a handshake; the others speak that of 2025. */
export type ClientKind = 'v2' | 'v2 modern' | 'v1' | 'n8n';

export interface HostOptions {
  readonly client?: ClientKind;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Answers questions to the person; a host without it shows none. Of the newer client library only. */
  readonly elicit?: (question: string) => unknown;
}

/** A host whose server works against a sandbox. */
export function connectTo(
  sandbox: Pick<Sandbox, 'url' | 'apiKey'>,
  { env, ...options }: HostOptions = {},
): Promise<Host> {
  return startHost({
    ...options,
    env: { BOSSDESK_URL: sandbox.url, BOSSDESK_API_KEY: sandbox.apiKey, BOSSDESK_MAX_RETRIES: '0', ...env },
  });
}

/** Starts the built server and connects a client to it over stdio. */
export async function startHost(options: HostOptions): Promise<Host> {
  // For runs that plant faults in the sources.
  if (process.env['BOSSDESK_TEST_SOURCES'] === '1') return (await import('./inProcess.js')).openHost(options);
  const { client: kind = 'v2', args = [], env = {}, elicit } = options;
  const server = { command: process.execPath, args: [binPath, ...args], env: { ...env }, stderr: 'ignore' as const };
  const info = { name: 'test-host', version: '1.0.0' };
  if (kind === 'v1') {
    const { Client } = await import('@modelcontextprotocol/sdk/client/index.js');
    const { StdioClientTransport } = await import('@modelcontextprotocol/sdk/client/stdio.js');
    const client = new Client(info);
    await client.connect(new StdioClientTransport(server));
    return toHost(client);
  }
  if (kind === 'n8n') {
    const { Client } = await import('mcp-sdk-v1-as-n8n/client/index.js');
    const { StdioClientTransport } = await import('mcp-sdk-v1-as-n8n/client/stdio.js');
    // n8n pins this version and declares no capabilities.
    const client = new Client(info, { capabilities: {} });
    await client.connect(new StdioClientTransport(server));
    return toHost(client);
  }
  const { Client } = await import('@modelcontextprotocol/client');
  const { StdioClientTransport } = await import('@modelcontextprotocol/client/stdio');
  const client = new Client(info, {
    versionNegotiation: { mode: kind === 'v2' ? 'legacy' : { pin: '2026-07-28' } },
    ...(elicit === undefined ? {} : { capabilities: { elicitation: { form: {} } } }),
  });
  if (elicit !== undefined) {
    client.setRequestHandler('elicitation/create', async ({ params }) => (await elicit(params.message)) as never);
  }
  await client.connect(new StdioClientTransport(server));
  return toHost(client);
}

interface AnyClient {
  listTools(): Promise<{ tools: unknown[] }>;
  callTool(params: { name: string; arguments: Record<string, unknown> }): Promise<unknown>;
  getInstructions(): string | undefined;
  close(): Promise<void>;
}

function toHost(client: AnyClient): Host {
  return {
    listTools: async () => (await client.listTools()).tools as ListedTool[],
    async call(name, args = {}) {
      const result = (await client.callTool({ name, arguments: { ...args } })) as CallResult;
      const [content] = result.content;
      return { text: content?.text ?? '', isError: result.isError ?? false, structured: result.structuredContent };
    },
    instructions: client.getInstructions(),
    close: () => client.close(),
  };
}

interface CallResult {
  readonly content: readonly { readonly text?: string }[];
  readonly isError?: boolean;
  readonly structuredContent?: unknown;
}

export interface WireRequest {
  readonly request: string;
  readonly body?: unknown;
}

/** What reached the sandbox while something ran, as `GET /tickets?page=1` with the body of writes. */
export async function recordRequests<T>(
  sandbox: Sandbox,
  run: () => Promise<T>,
): Promise<{ result: T; requests: WireRequest[] }> {
  const { result, requests } = await recordSent(sandbox, run);
  return { result, requests: requests.map(toWire) };
}

function toWire({ method, path, query, body }: RecordedRequest): WireRequest {
  const request = `${method} ${path.replace('/api/v1', '')}${query === '' ? '' : `?${decodeURIComponent(query)}`}`;
  return body === null ? { request } : { request, body };
}

/** Only requests that change something. */
export function writesOf(requests: readonly WireRequest[]): WireRequest[] {
  return requests.filter(({ request }) => !request.startsWith('GET '));
}

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line to its end. */
export function runCommand(
  args: readonly string[],
  { env = {}, input = '' }: { env?: Readonly<Record<string, string>>; input?: string } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binPath, ...args], { env: { ...env } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}
