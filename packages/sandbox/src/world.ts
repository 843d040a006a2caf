import type { Searchables } from './state/searchables.js';
import type { State } from './state/state.js';
import type { Storage } from './storage/storage.js';

/** What every request meets: the state and what is derived from it. */
export interface World {
  readonly state: State;
  readonly searchables: Searchables;
  readonly storage: Storage;
  /** Milliseconds since 1970; tests move it. */
  readonly now: () => number;
}
