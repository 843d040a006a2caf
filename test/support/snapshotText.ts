import type { Sandbox } from 'bossdesk-sandbox';

/** Keeps texts in snapshots as people read them, without quotes and escapes: `expect.addSnapshotSerializer(rawText)`. */
export const rawText = {
  test: (value: unknown): value is string => typeof value === 'string',
  serialize: (value: string): string => value,
};

const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** A text with what no seed decides replaced: ports, ids that are drawn, the fence around other people's text. */
export function removeChance(text: string, { url, storageUrl }: Pick<Sandbox, 'url' | 'storageUrl'>): string {
  return text
    .replaceAll(new URL(url).host, 'sandbox')
    .replaceAll(new URL(storageUrl).host, 'storage')
    .replaceAll(uuid, 'UUID')
    .replace(/(?<=X-Amz-Signature=)[0-9a-f]+/g, 'SIGNATURE')
    .replace(/(?<=<\/?untrusted-data-)[0-9a-f]{8}(?=>)/g, 'RANDOM');
}

/** A moment after those of the seeded data. */
const now = Date.parse('2026-06-02T09:00:00.000Z');

/** Stops the clock, that of a sandbox in this process too; timers go on. */
export function stopClock(): void {
  jest.useFakeTimers({
    now,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}
