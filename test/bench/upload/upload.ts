// Uploads a small file and then a big one to CI 1 of a desk, and prints by how many megabytes the process grew at most
// meanwhile: upload.ts <way> <desk as JSON> <small file> <big file>.
import { createReadStream, openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';

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

const [way = '', desk = '', small = '', big = ''] = process.argv.slice(2);
const upload = WAYS[way];
if (upload === undefined) throw new Error(`There is no way "${way}"`);
const { url, apiKey } = JSON.parse(desk) as { url: string; apiKey: string };
const transport = createUndiciTransport({ apiKey });
const client = createClient({ baseUrl: url, transport, sleep });
// So that only the size of the big one counts.
await upload(client, small);
const before = process.memoryUsage.rss();
let peak = before;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
await upload(client, big);
clearInterval(watch);
await transport.close();
process.stdout.write(`${(peak - before) / 2 ** 20}\n`);
