import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeInSlices } from './writeInSlices.js';

const folder = mkdtempSync(join(tmpdir(), 'bossdesk-slices-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Pieces that take longer to make than requests may wait. */
function* makeSlowly(count: number, take: (index: number) => void): Generator<string> {
  for (let index = 0; index < count; index += 1) {
    const until = performance.now() + 25;
    while (performance.now() < until);
    take(index);
    yield `piece ${index} `;
  }
}

it('lets others work between slices, and writes all pieces in their order', async () => {
  const path = join(folder, 'whole');
  let requests = 0;
  const asked: number[] = [];
  const serving = setInterval(() => (requests += 1), 1);
  const isWhole = await writeInSlices(
    path,
    makeSlowly(4, () => asked.push(requests)),
    new AbortController().signal,
  );
  clearInterval(serving);
  expect(isWhole).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('piece 0 piece 1 piece 2 piece 3 ');
  expect(asked.at(-1)).toBeGreaterThan(0);
});

it('stops when it is told to', async () => {
  const closing = new AbortController();
  let last = -1;
  const pieces = makeSlowly(100, (index) => {
    last = index;
    if (index === 2) closing.abort();
  });
  expect(await writeInSlices(join(folder, 'stopped'), pieces, closing.signal)).toBe(false);
  expect(last).toBe(2);
});
