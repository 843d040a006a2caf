import { LRUCache } from 'lru-cache';

/** Long enough for a conversation, short enough for a change in BOSSDesk to be seen. */
const CACHE_MS = 5 * 60_000;

const MAX_ENTRIES = 500;

/** Remembers what was read for some minutes; callers at the same time share one request. */
export interface ReadCache<Key, Value> {
  /** `isFresh`: read for this call, not remembered. */
  read(key: Key): Promise<{ readonly value: Value; readonly isFresh: boolean }>;
  refresh(key: Key): Promise<Value>;
}

export function createReadCache<Key extends string, Value extends object>(
  readValue: (key: Key) => Promise<Value>,
): ReadCache<Key, Value> {
  const cache = new LRUCache<Key, Value>({ max: MAX_ENTRIES, ttl: CACHE_MS, fetchMethod: readValue });
  return {
    async read(key) {
      const status: LRUCache.Status<Key, Value> = {};
      const value = await cache.forceFetch(key, { status });
      return { value, isFresh: status.fetch !== 'hit' };
    },
    refresh: (key) => cache.forceFetch(key, { forceRefresh: true }),
  };
}

/**
 * Looks for something in what is remembered, and once more in what is read anew when it is not there: it may have been
 * added in BOSSDesk since.
 */
export async function lookTwice<Key, Value, Found>(
  cache: ReadCache<Key, Value>,
  find: (read: (key: Key) => Promise<Value>) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  const remembered = new Set<Key>();
  const found = await find(async (key) => {
    const { value, isFresh } = await cache.read(key);
    if (!isFresh) remembered.add(key);
    return value;
  });
  return found.length > 0 || remembered.size === 0 ? found : find((key) => cache.refresh(key));
}
