import type { ApiKey } from '../kinds/apiKeys.js';

/** Counts a key's requests in fixed windows, as Rack::Attack does. */
export interface ThrottleCounter {
  /** Null while the key may go on; else seconds until it may, or `unsaid` when the answer must not tell. */
  refuse(key: ApiKey | undefined, now: number): number | 'unsaid' | null;
  clear(): void;
}

export function createThrottleCounter(): ThrottleCounter {
  const counts = new Map<string, { window: number; count: number }>();
  return {
    refuse(key, now) {
      if (key?.throttle == null) return null;
      const { limit, period, retry_after: saysWhen } = key.throttle;
      const seconds = Math.floor(now / 1000);
      const window = Math.floor(seconds / period);
      const last = counts.get(key.token);
      const count = last?.window === window ? last.count + 1 : 1;
      counts.set(key.token, { window, count });
      if (count <= limit) return null;
      return saysWhen ? period - (seconds % period) : 'unsaid';
    },
    clear: () => counts.clear(),
  };
}
