/** What somebody asked of the desk, told in words. */
export interface ActivityEntry {
  /** Counts up from 1. */
  readonly number: number;
  /** By the desk's clock, ISO 8601. */
  readonly at: string;
  /** Whose key it was; null where it was nobody's. */
  readonly who: string | null;
  /** The end of the key, to tell two keys of one person apart; null for one that is too short to be told of. */
  readonly key: string | null;
  /** What sent it, in a word or two. */
  readonly face: string;
  /** The user agent as sent. */
  readonly agent: string;
  readonly method: string;
  /** As sent, with the query. */
  readonly path: string;
  /** 0 for a dropped connection. */
  readonly status: number;
  /** `Al Dente closed ticket 75`. */
  readonly words: string;
  /** Whether it changed, or would have changed, something. */
  readonly writes: boolean;
}

export interface ActivityLog {
  /** The entries after a number, the oldest first. */
  since(number: number): ActivityEntry[];
  add(entry: Omit<ActivityEntry, 'number'>): void;
  /** Counts up with whatever may have changed the desk. */
  revision(): number;
  /** Says that something changed other than by a request. */
  touch(): void;
  clear(): void;
}

/** Beyond it, the oldest are forgotten. */
const MAXIMUM_KEPT = 500;

export function createActivityLog(): ActivityLog {
  const entries: ActivityEntry[] = [];
  let [last, revision] = [0, 0];
  return {
    since: (number) => entries.filter((entry) => entry.number > number),
    add(entry) {
      entries.push({ ...entry, number: ++last });
      if (entry.writes) revision++;
      if (entries.length > MAXIMUM_KEPT) entries.shift();
    },
    revision: () => revision,
    touch() {
      revision++;
    },
    clear() {
      entries.length = 0;
      revision++;
    },
  };
}
