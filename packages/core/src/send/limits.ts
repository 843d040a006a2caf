/** How much a client asks of a server at once, and how long it waits. */
export interface ClientLimits {
  /** Limit for one request with its whole answer, in milliseconds; default 30000. */
  readonly timeoutMs: number;
  /** How often a failed request is sent again where that is safe; default 3. */
  readonly maxRetries: number;
  /** Requests under way at once; default 4. */
  readonly concurrency: number;
}

export const defaultLimits: ClientLimits = { timeoutMs: 30_000, maxRetries: 3, concurrency: 4 };

/** The least that lets anything through: with a limit of nothing, every call would wait for ever. */
const leastLimits: ClientLimits = { timeoutMs: 1, maxRetries: 0, concurrency: 1 };

/** The most rows that the API answers at once (doc L2350). */
export const MAX_PER_PAGE = 30;

/**
 * The limits given, defaults for the others.
 *
 * @throws RangeError for one that is no whole number, or too small.
 */
export function readLimits(given: { readonly [Name in keyof ClientLimits]?: number | undefined }): ClientLimits {
  const read = (name: keyof ClientLimits): number => {
    const value = given[name] ?? defaultLimits[name];
    if (Number.isInteger(value) && value >= leastLimits[name]) return value;
    throw new RangeError(`${name} takes a whole number from ${String(leastLimits[name])}, not ${String(value)}`);
  };
  return { timeoutMs: read('timeoutMs'), maxRetries: read('maxRetries'), concurrency: read('concurrency') };
}
