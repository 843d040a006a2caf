import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { build } from 'esbuild';
import { binPath } from '../../mcp/support.js';
import { median, type Measure, type Sample, time, type Trial } from '../measure.js';
import { cpuSecondsOf, startDesk } from '../processes.js';

const BARE = fileURLToPath(new URL('bareServer.ts', import.meta.url));
/** Half a second and more. */
const CALLS = 1000;
const PARALLEL = 16;

/**
 * A server runs as long as its host: what counts is what a call takes once the code is compiled. V8's log shows both servers
 * at it until the 25,000th call, and the larger one has more of it to do.
 */
const WARM_UPS = 30;

const ROUNDS = 15;

interface Tool {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

const getTicket = (index: number): Tool => ({ name: 'get_ticket', arguments: { ticket_number: (index % 50) + 1 } });
const searchTickets = (): Tool => ({ name: 'search_tickets', arguments: { status: 'assigned', limit: 20 } });

type Way = (call: (index: number) => Promise<void>) => Promise<Sample>;

/** Half of the calls are faster than this. */
const oneByOne: Way = async (call) => {
  const samples: number[] = [];
  for (let index = 0; index < CALLS; index += 1) samples.push((await time(() => call(index))).amount);
  return { amount: median(samples) };
};

/** How long all of them take, so many at once. */
const allAtOnce: Way = (call) =>
  time(async () => {
    const inTurn = async (first: number) => {
      for (let index = first; index < CALLS; index += PARALLEL) await call(index);
    };
    await Promise.all(Array.from({ length: PARALLEL }, (_, index) => inTurn(index)));
  });

async function openCalls(toolOf: (index: number) => Tool, way: Way): Promise<Trial> {
  const desk = await startDesk({ tickets: 300 });
  const folder = mkdtempSync(join(tmpdir(), 'bossdesk-bench-'));
  const bare = join(folder, 'bare.mjs');
  await build({
    entryPoints: [BARE],
    outfile: bare,
    bundle: true,
    platform: 'node',
    format: 'esm',
    minify: true,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  const env = { BOSSDESK_URL: desk.url, BOSSDESK_API_KEY: desk.apiKey };
  const ours = await connect([binPath], env);
  const peer = await connect([bare, desk.url, desk.apiKey], {});
  const run = async ({ client, pid }: Connected): Promise<Sample> => {
    const before = cpuSecondsOf(pid);
    const { amount } = await way((index) => callTool(client, toolOf(index)));
    const after = cpuSecondsOf(pid);
    return { amount, cpuSeconds: before === undefined || after === undefined ? undefined : after - before };
  };
  return {
    ours: () => run(ours),
    peer: () => run(peer),
    async close() {
      await ours.client.close();
      await peer.client.close();
      rmSync(folder, { recursive: true, force: true });
      await desk.stop();
    },
  };
}

interface Connected {
  readonly client: Client;
  readonly pid: number | undefined;
}

async function connect(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Connected> {
  const client = new Client({ name: 'bench', version: '1.0.0' });
  const server = { command: process.execPath, args: [...args], env: { ...env }, stderr: 'ignore' as const };
  const transport = new StdioClientTransport(server);
  await client.connect(transport);
  return { client, pid: transport.pid ?? undefined };
}

async function callTool(client: Client, tool: Tool): Promise<void> {
  const { isError, content } = await client.callTool({ ...tool, arguments: { ...tool.arguments } });
  if (isError === true) throw new Error(`${tool.name}: ${JSON.stringify(content)}`);
}

const PEER = 'a bare server on the same library that hands the JSON on';

export const callMeasures: readonly Measure[] = (
  [
    ['get_ticket', getTicket],
    ['search_tickets', searchTickets],
  ] as const
).flatMap(([name, toolOf]): Measure[] => [
  {
    name: `${name}-one`,
    what: `\`${name}\`, p50 of ${CALLS} calls one by one`,
    peer: PEER,
    goal: { kind: 'faster', ratio: 0.9 },
    rounds: ROUNDS,
    warmUps: WARM_UPS,
    open: () => openCalls(toolOf, oneByOne),
  },
  {
    name: `${name}-many`,
    what: `\`${name}\`, ${CALLS} calls, ${PARALLEL} at once`,
    peer: PEER,
    goal: { kind: 'faster', ratio: 0.85 },
    rounds: ROUNDS,
    warmUps: WARM_UPS,
    open: () => openCalls(toolOf, allAtOnce),
  },
]);
