import { open } from 'node:fs/promises';

/** How long, in milliseconds, requests may wait for a slice. */
const SLICE_MS = 10;

/**
 * Writes a text that is made piece by piece, and lets others work in between.
 *
 * @param signal stops it.
 * @returns whether all of it was written.
 */
export async function writeInSlices(path: string, pieces: Iterable<string>, signal: AbortSignal): Promise<boolean> {
  const file = await open(path, 'w');
  try {
    let slice = '';
    let until = performance.now() + SLICE_MS;
    for (const piece of pieces) {
      slice += piece;
      if (performance.now() < until) continue;
      await file.appendFile(slice);
      if (signal.aborted) return false;
      slice = '';
      until = performance.now() + SLICE_MS;
    }
    await file.appendFile(slice);
    return !signal.aborted;
  } finally {
    await file.close();
  }
}
