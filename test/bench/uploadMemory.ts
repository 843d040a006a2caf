/**
 * Memory of uploading a 200 MB file to a CI, beside the same upload with Node's own fetch and FormData.
 * Run: pnpm bench (each way in a process of its own; the sandbox in another).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream, openAsBlob } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createClient, type Client } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';

const MEGABYTE = 2 ** 20;
const FILE_SIZE = 200 * MEGABYTE;

interface Account {
  readonly url: string;
  readonly apiKey: string;
}

type Upload = (client: Client, path: string) => Promise<void>;

const uploadWithClient: Upload = async (client, path) => {
  const { size } = await stat(path);
  const content = { length: size, chunks: () => createReadStream(path, { highWaterMark: 2 ** 14 }) };
  await client.attachments.upload({ friendly_id: 1, file: { name: 'big.bin', content } });
};

const uploadWithFetch: Upload = async (client, path) => {
  const { post_url, post_fields } = await client.attachments.prepareUpload({ friendly_id: 1 });
  const form = new FormData();
  for (const [name, value] of Object.entries(post_fields)) form.append(name, value);
  form.append('file', await openAsBlob(path), 'big.bin');
  const answer = await fetch(post_url, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(await answer.text());
};

const WAYS: Readonly<Record<string, Upload>> = { client: uploadWithClient, fetch: uploadWithFetch };

/** Uploads a small file first, so that only the size of the big one counts. Megabytes above the state before. */
async function measure(way: Upload, { url, apiKey }: Account, small: string, big: string): Promise<number> {
  const transport = createUndiciTransport({ apiKey });
  const client = createClient({ baseUrl: url, transport, sleep: () => Promise.resolve() });
  await way(client, small);
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  await way(client, big);
  clearInterval(watch);
  await transport.close();
  return (peak - before) / MEGABYTE;
}

function start(script: string, ...args: string[]): ChildProcess & { stdout: NodeJS.ReadableStream } {
  return spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function readLine(child: { stdout: NodeJS.ReadableStream }): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('A process ended without a word');
}

async function compare(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bossdesk-bench-'));
  const [small, big] = [join(folder, 'small.bin'), join(folder, 'big.bin')];
  for (const [path, size] of [
    [small, 1],
    [big, FILE_SIZE],
  ] as const) {
    const file = await open(path, 'w');
    await file.truncate(size);
    await file.close();
  }
  const self = fileURLToPath(import.meta.url);
  const sandbox = start(fileURLToPath(new URL('../../packages/sandbox/src/cli.ts', import.meta.url)), '--cis', '1');
  try {
    const account = await readLine(sandbox);
    const peaks: Record<string, number> = {};
    for (const way of Object.keys(WAYS)) peaks[way] = Number(await readLine(start(self, way, account, small, big)));
    const { client = NaN, fetch = NaN } = peaks;
    console.log(
      `200 MB upload, peak above idle: client ${client.toFixed(0)} MB, fetch and FormData ${fetch.toFixed(0)} MB, ratio ${(client / fetch).toFixed(2)}`,
    );
  } finally {
    sandbox.kill();
    await rm(folder, { recursive: true });
  }
}

const [way = '', account = '', small = '', big = ''] = process.argv.slice(2);
const upload = WAYS[way];
if (upload === undefined) await compare();
else console.log(await measure(upload, JSON.parse(account) as Account, small, big));
