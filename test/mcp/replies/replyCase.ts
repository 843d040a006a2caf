/** A call whose whole reply is kept as a snapshot. Each starts from the freshly seeded sandbox. */
export interface ReplyCase {
  readonly args: Readonly<Record<string, unknown>>;
  /** A call before it; what it gives as structured content, such as the id of what it made, joins `args`. */
  readonly after?: readonly [tool: string, args: Readonly<Record<string, unknown>>];
  /** Orders to the sandbox to fail. */
  readonly faults?: readonly Readonly<Record<string, unknown>>[];
  /** Whether the reply is an error. */
  readonly fails?: true;
}

/** By tool, then by what is particular to the call. */
export type ReplyCases = Readonly<Record<string, Readonly<Record<string, ReplyCase>>>>;
