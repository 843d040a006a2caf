import type { Toolbox } from './dispatch.js';
import type { ListedTool } from './offered.js';

export type Caller = Toolbox['call'];

/** What a host is shown and can call. */
export interface Served {
  readonly listed: readonly ListedTool['tool'][];
  readonly call: Caller;
  /** What may stand for a variable that begins so; nothing where it cannot be told. */
  readonly complete: (variable: string, typed: string) => Promise<string[]>;
}
