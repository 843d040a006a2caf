import type { ActivityEntry } from '../activity/activity.js';

// What the page and the sandbox say to each other, below `/ui/data`.

/** What is new since the page asked last. */
export interface Pulse {
  /** Another after a reset: nothing that was known holds. */
  readonly run: string;
  /** The desk's clock, ISO 8601, and the milliseconds that it is ahead of this machine's. */
  readonly now: string;
  readonly ahead: number;
  /** Counts up with whatever may have changed the desk. */
  readonly revision: number;
  readonly entries: readonly ActivityEntry[];
}

export type Cell = string | number | null;

/** A list as a table of texts. */
export interface ListPage {
  readonly columns: readonly { readonly label: string; readonly kind: ColumnKind }[];
  readonly rows: readonly ListRow[];
  /** How many there are; the rows are the first of them. */
  readonly total: number;
}

/** `time` and `day` are ISO 8601, `minutes` numbers. */
export type ColumnKind = 'text' | 'time' | 'day' | 'minutes' | 'ticket';

export interface ListRow {
  readonly key: string;
  /** The ticket that a row leads to. */
  readonly ticket: number | null;
  /** What is to be noticed of it: `overdue`, `closed`. */
  readonly mark: string | null;
  readonly cells: readonly Cell[];
}

export interface Choice {
  readonly id: number;
  readonly label: string;
}

/** A field of a ticket that is chosen from a list. */
export interface ChoiceField {
  /** As the API calls it: `agent_id`. */
  readonly name: string;
  readonly label: string;
  readonly value: number | null;
  readonly mayBeEmpty: boolean;
  readonly choices: readonly Choice[];
}

/** All that the page shows of one ticket. */
export interface TicketSheet {
  readonly number: number;
  readonly title: string;
  readonly isClosed: boolean;
  readonly isOverdue: boolean;
  readonly facts: readonly { readonly label: string; readonly kind: ColumnKind; readonly value: Cell }[];
  readonly description: string;
  readonly fields: readonly ChoiceField[];
  readonly comments: readonly {
    readonly key: string;
    readonly who: string;
    readonly at: string;
    readonly isPublic: boolean;
    readonly text: string;
  }[];
  readonly tasks: readonly string[];
  readonly time: readonly string[];
}

/** What a person may choose before there is a ticket. */
export interface Choices {
  /** Whom the page acts as. */
  readonly people: readonly { readonly username: string; readonly label: string }[];
  /** Fields of a new ticket. */
  readonly fields: readonly ChoiceField[];
}
