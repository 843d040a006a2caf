/** One run of an action: what is filled in, what leaves, what comes out. */
export interface ActionCase {
  readonly parameters: Record<string, unknown>;
  /** `METHOD path?query`, decoded. */
  readonly wire: readonly string[];
  /** Of the last request. */
  readonly body?: unknown;
  readonly output: Record<string, unknown>;
}
