import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measure, Sample, Trial } from '../measure.js';
import { startDesk, startScript } from '../processes.js';

const UPLOAD = fileURLToPath(new URL('upload.ts', import.meta.url));
const MEGABYTES = 200;

async function openUploads(): Promise<Trial> {
  const folder = await mkdtemp(join(tmpdir(), 'bossdesk-bench-'));
  const [small, big] = [join(folder, 'small.bin'), join(folder, 'big.bin')];
  await makeFile(small, 1);
  await makeFile(big, MEGABYTES * 2 ** 20);
  const desk = await startDesk({ cis: 1 });
  const account = JSON.stringify({ url: desk.url, apiKey: desk.apiKey });
  const run = async (way: string): Promise<Sample> => {
    const { said, stop } = await startScript(UPLOAD, [way, account, small, big]);
    await stop();
    return { amount: Number(said) };
  };
  return {
    ours: () => run('client'),
    peer: () => run('fetch'),
    async close() {
      await desk.stop();
      await rm(folder, { recursive: true });
    },
  };
}

async function makeFile(path: string, size: number): Promise<void> {
  const file = await open(path, 'w');
  await file.truncate(size);
  await file.close();
}

export const uploadMeasures: readonly Measure[] = [
  {
    name: 'upload',
    what: `memory above idle of uploading a file of ${MEGABYTES} MB to a CI`,
    peer: "Node's own fetch and FormData",
    unit: 'MB',
    goal: { kind: 'share', ratio: 1 },
    rounds: 3,
    open: openUploads,
  },
];
