import type { WireRequest } from '../support.js';

/** A call of a tool, what it must send (lookups of names aside) and what its reply must say. */
export interface ToolCase {
  readonly args: Readonly<Record<string, unknown>>;
  readonly sends: readonly WireRequest[];
  readonly says: RegExp;
}

export type ToolCases = Readonly<Record<string, readonly ToolCase[]>>;

export const get = (request: string): WireRequest => ({ request: `GET ${request}` });
