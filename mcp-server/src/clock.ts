import { type Client, type Clock, isBossDeskError, isZone } from 'bossdesk-client';
import { LRUCache } from 'lru-cache';
import railsZones from 'rails-timezone';
import { setApart } from './render/apiWords.js';
import { oneLine } from './render/text.js';
import { ToolError } from './tools/tool.js';

/** The clock by which days and times without a zone are read: the account's zone, and the desk's present. */
export interface AccountClock extends Clock {
  /** The zone as BOSSDesk calls it, `Eastern Time (US & Canada)`. */
  readonly label: string;
}

/** An account hardly ever moves to another zone. */
const CACHE_MS = 60 * 60_000;

type AccountZone = Pick<AccountClock, 'zone' | 'label'>;

/**
 * Reads the account when it is first asked, and not again within the hour.
 *
 * @param now the desk's time, in milliseconds since 1970.
 */
export function createAccountClock(
  getClient: () => Promise<Client>,
  now: () => number,
): { read(): Promise<AccountClock> } {
  // Callers at the same time share one request; a failure is not remembered.
  const cache = new LRUCache<'account', AccountZone>({
    max: 1,
    ttl: CACHE_MS,
    fetchMethod: async () => readZone(await getClient()),
  });
  return {
    async read() {
      const zone = await cache.forceFetch('account');
      // After the account's answer, which tells what time it is there.
      return { ...zone, now: now() };
    },
  };
}

const HINT = 'Give times with their zone, e.g. 2026-05-25T08:00:00-04:00, and the date of a time entry as YYYY-MM-DD.';

async function readZone(client: Client): Promise<AccountZone> {
  const label = await readLabel(client);
  if (label === null || label === undefined || label.trim() === '') {
    throw new ToolError(`Days and times without a zone cannot be read: the account has no time zone. ${HINT}`);
  }
  const zone = toZone(label);
  if (zone !== undefined) return { zone, label };
  throw new ToolError(
    `Days and times without a zone cannot be read: the account's time zone is not a known one. ${HINT}`,
    [`time zone: ${oneLine(label)}`],
  );
}

async function readLabel(client: Client): Promise<string | null | undefined> {
  try {
    return (await client.account.get()).time_zone;
  } catch (error) {
    // Of a wrong key or a network that is down, every call speaks in the same words.
    if (!isBossDeskError(error) || error.status === undefined || error.status === 401 || error.status === 429)
      throw error;
    const { head, data } = setApart(error);
    throw new ToolError(
      `Days and times without a zone are the account's, and its time zone cannot be read: ${head} ${HINT}`,
      data,
    );
  }
}

/** The account answers Rails' name of a zone, or like Rails itself one of IANA's. */
function toZone(label: string): string | undefined {
  const zone = Object.hasOwn(known, label) ? known[label] : label;
  return zone !== undefined && isZone(zone) ? zone : undefined;
}

const known: Readonly<Record<string, string>> = Object.fromEntries(
  railsZones.list().map((name) => [name, railsZones.from(name)]),
);
