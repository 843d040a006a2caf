import type { Client, NameReader } from 'bossdesk-client';
import type { IPollFunctions } from 'n8n-workflow';
import { createNameReader } from '../BossDesk/names.js';

/** How long, in milliseconds, what a name means is kept: names change seldom, and an idle poll is to be one request. */
const KEPT_MS = 300_000;

/** Triggers whose names are kept at the same time; the oldest make room. */
const MOST = 100;

interface Lookup {
  /** The client of the latest poll: those before it belong to contexts that have ended. */
  client: Client;
  readonly names: NameReader;
  readonly until: number;
}

const lookups = new Map<string, Lookup>();

/** Looks names up for a trigger's filter, and keeps them from one poll to the next. */
export function lookUpNames(context: IPollFunctions, client: Client): NameReader {
  const { id } = context.getNode();
  const key = JSON.stringify([client.baseUrl, context.getNode().credentials, context.getWorkflow().id, id]);
  const known = lookups.get(key);
  if (known !== undefined && performance.now() < known.until) {
    known.client = client;
    return known.names;
  }
  const lookup: Lookup = {
    client,
    names: createNameReader(() => Promise.resolve(lookup.client), {}),
    until: performance.now() + KEPT_MS,
  };
  lookups.delete(key);
  lookups.set(key, lookup);
  for (const [oldest] of lookups) if (lookups.size > MOST) lookups.delete(oldest);
  return lookup.names;
}
