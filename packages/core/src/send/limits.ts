/** How much a client asks of a server at once, and how long it waits. */
export interface ClientLimits {
  /** Limit for one request with its whole answer, in milliseconds; default 30000. */
  readonly timeoutMs: number;
  /** How often a failed request is sent again where that is safe; default 3. With 0 a 429 is not waited out either. */
  readonly maxRetries: number;
  /** The most requests under way at once, 1 to 32; default 8. It begins with 4 and follows what the server bears. */
  readonly concurrency: number;
  /** How long a call waits in all while the server asks for pauses, in milliseconds; default 180000. */
  readonly patienceMs: number;
}

export const defaultLimits: ClientLimits = { timeoutMs: 30_000, maxRetries: 3, concurrency: 8, patienceMs: 180_000 };

/** The longest that a timer can be set to; one that is set to more ends at once. */
export const LONGEST_MS = 2 ** 31 - 1;

/** The least that lets anything through (with a limit of nothing, every call would wait for ever), and the most. */
const bounds: Readonly<Record<keyof ClientLimits, { readonly least: number; readonly most?: number }>> = {
  timeoutMs: { least: 1 },
  maxRetries: { least: 0 },
  concurrency: { least: 1, most: 32 },
  patienceMs: { least: 0 },
};

/** The longest answer that is taken, unpacked; a page of the largest records is a hundredth of it. */
export const MAX_REPLY_BYTES = 64 * 2 ** 20;

/** The most rows that the API answers at once (doc L2350). */
export const MAX_PER_PAGE = 30;

/**
 * The limits given, defaults for the others.
 *
 * @throws RangeError for one that is no whole number, too small or too large.
 */
export function readLimits(given: { readonly [Name in keyof ClientLimits]?: number | undefined }): ClientLimits {
  const read = (name: keyof ClientLimits): number => {
    const value = given[name] ?? defaultLimits[name];
    const fault = checkLimit(name, value);
    if (fault === undefined) return value;
    throw new RangeError(`${name} ${fault}, not ${String(value)}`);
  };
  return {
    timeoutMs: Math.min(LONGEST_MS, read('timeoutMs')),
    maxRetries: read('maxRetries'),
    concurrency: read('concurrency'),
    patienceMs: Math.min(LONGEST_MS, read('patienceMs')),
  };
}

/** What is wrong with a limit: `takes a whole number from 1 to 32`. */
export function checkLimit(name: keyof ClientLimits, value: number): string | undefined {
  const { least, most } = bounds[name];
  if (Number.isInteger(value) && value >= least && (most === undefined || value <= most)) return undefined;
  return `takes a whole number from ${String(least)}${most === undefined ? '' : ` to ${String(most)}`}`;
}
