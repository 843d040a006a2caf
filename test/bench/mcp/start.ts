import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { binPath } from '../../mcp/support.js';
import type { Measure, Sample } from '../measure.js';
import { installPeers, peers } from './peers.js';

interface Started extends Sample {
  /** Megabytes that it holds once it has listed its tools. */
  readonly residentMb: number;
}

const ROUNDS = 25;

/** From the start of a server to the list of its tools, asked as hosts do it. */
function start(script: string, env: Readonly<Record<string, string>>): Promise<Started> {
  return new Promise((resolve, reject) => {
    const since = performance.now();
    const child = spawn(process.execPath, [script], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    let started: Started | undefined;
    child.once('error', reject);
    // What is still ending takes time from what starts next.
    child.once('exit', () => {
      if (started === undefined) reject(new Error(`${script} ended before it listed its tools`));
      else resolve(started);
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { id } = JSON.parse(line) as { id?: unknown };
      if (id === 1) {
        send({ method: 'notifications/initialized' });
        send({ id: 2, method: 'tools/list', params: {} });
      } else if (id === 2) {
        started = { amount: performance.now() - since, residentMb: residentOf(child.pid ?? 0) };
        child.kill('SIGKILL');
      }
    });
    const clientInfo = { name: 'bench', version: '1.0.0' };
    send({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
  });
}

function residentOf(pid: number): number {
  const [, kilobytes = 'NaN'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

const startOurs = () => start(binPath, { BOSSDESK_URL: 'https://acme.bossdesk.io', BOSSDESK_API_KEY: 'bench' });

/** Every peer once, the fastest counts. */
async function openStart() {
  const binOf = await installPeers();
  const names = Object.keys(peers) as (keyof typeof peers)[];
  return {
    ours: startOurs,
    async peer() {
      const samples: Started[] = [];
      for (const name of names) samples.push(await start(binOf(name), peers[name].env));
      const [fastest] = samples.sort((one, other) => one.amount - other.amount);
      if (fastest === undefined) throw new Error('There is no peer');
      return fastest;
    },
    close: () => Promise.resolve(),
  };
}

export const startMeasures: readonly Measure[] = [
  {
    name: 'mcp-start',
    what: 'MCP server, from its start to the list of its tools',
    peer: `the fastest of ${Object.values(peers)
      .map(({ package: name, version }) => `${name} ${version}`)
      .join(', ')}`,
    goal: { kind: 'share', ratio: 0.5 },
    rounds: ROUNDS,
    open: openStart,
  },
  {
    name: 'mcp-resident',
    what: 'MCP server, resident memory then',
    peer: 'a fixed amount',
    unit: 'MB',
    goal: { kind: 'most', amount: 70 },
    rounds: ROUNDS,
    open: () =>
      Promise.resolve({
        ours: async () => ({ amount: (await startOurs()).residentMb }),
        close: () => Promise.resolve(),
      }),
  },
];
