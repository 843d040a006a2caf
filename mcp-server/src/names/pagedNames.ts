import type { Client, RansackQuery } from 'bossdesk-client';
import { createReadCache, lookTwice } from './cache.js';
import type { Candidate } from './errors.js';
import { ambiguousName, findByName, readId, unknownName } from './match.js';
import type { NameRequest } from './resolver.js';

/** Reference data in pages that can be searched: an account may have thousands, so they are asked for by name. */
const NOUNS = { groups: 'group', manufacturers: 'manufacturer' } as const;

type PagedKind = keyof typeof NOUNS;

const SEARCH_LIMIT = 30;

/** Asks for the first ones, whatever their names. */
const FIRST = '';

export interface PagedNames {
  resolve(kind: PagedKind, request: NameRequest): Promise<Candidate>;
}

export function createPagedNames(getClient: () => Promise<Client>): PagedNames {
  const cacheOf = (kind: PagedKind) =>
    createReadCache(async (query: string): Promise<readonly Candidate[]> => {
      const client = await getClient();
      return client[kind].list({
        ...(query === FIRST ? {} : { q: JSON.parse(query) as RansackQuery }),
        per_page: SEARCH_LIMIT,
      });
    });
  const caches = { groups: cacheOf('groups'), manufacturers: cacheOf('manufacturers') };

  return {
    async resolve(kind, { argument, value }) {
      const name = value.trim();
      const [only, another, ...others] = await lookTwice(caches[kind], async (read) => {
        const exact = findByName(await read(JSON.stringify({ name_eq: name })), name);
        return exact.length > 0 || readId(name) !== undefined
          ? exact
          : findByName(await read(JSON.stringify({ name_cont: name })), name);
      });
      if (only !== undefined && another !== undefined)
        throw ambiguousName(argument, NOUNS[kind], name, [only, another, ...others]);
      if (only !== undefined) return only;
      const id = readId(name);
      if (id !== undefined) return { id, name };
      const { value: similar } = await caches[kind].read(JSON.stringify({ name_cont: longestWord(name) }));
      throw unknownName(
        argument,
        NOUNS[kind],
        name,
        similar.length > 0 ? similar : (await caches[kind].read(FIRST)).value,
      );
    },
  };
}

function longestWord(name: string): string {
  return name.split(/\s+/).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
