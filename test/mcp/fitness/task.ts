/** A call of a tool. */
export type Call = readonly [tool: string, args?: Readonly<Record<string, unknown>>];

/** An everyday request, played without a model: which calls do it, and what the replies have to say. */
export interface Task {
  /** In a person's words. */
  readonly says: string;
  /** Calls that do it well; the desk afterwards is the one that is wanted. */
  readonly gold: readonly Call[];
  /**
   * What the same took by tools that neither count nor know several tickets, `open`, `overdue` and days in words, nor ask
   * the person; left out where it is the same.
   */
  readonly plain?: readonly Call[];
  /** What the person is told, found in the replies. */
  readonly facts: readonly RegExp[];
  /** Ways to go wrong, each of which has to be noticed by the desk or by what the replies lack. */
  readonly wrong: Readonly<Record<string, readonly Call[]>>;
}

/** Tickets read one by one. */
export const readEach = (...numbers: readonly number[]): Call[] =>
  numbers.map((ticket_number) => ['get_ticket', { ticket_number }]);
