import type { RackParams, RackValue } from './rackQuery.js';

/** What a request says: the query goes before the body where both name the same. */
export interface RequestParameters {
  readonly query: RackParams;
  readonly body: unknown;
  /** `wrap_parameters` looks at JSON only. */
  readonly isJson: boolean;
}

/** Hashes and lists as JSON has them. */
export function plainValue(value: RackValue): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  return value instanceof Map ? Object.fromEntries([...value].map(([key, item]) => [key, plainValue(item)])) : value;
}
