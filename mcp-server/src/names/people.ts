import type { Client, OperationOutput, RansackQuery } from 'bossdesk-client';
import { nameOfPerson } from '../render/values.js';
import { createReadCache, lookTwice } from './cache.js';
import { type Candidate, type NameError, nameError } from './errors.js';
import { ambiguousName, foldName, quote, readId, unknownName } from './match.js';

type User = OperationOutput<'users.list'>[number];
type Read = (query: string) => Promise<readonly User[]>;

export type PersonKind = 'agent' | 'user';

/** Finds users by what people call them: e-mail address, user name, full name; or by id. */
export interface People {
  /** @throws NameError when there is none, several, or when an agent is wanted and the user is none. */
  resolve(kind: PersonKind, argument: string, name: string): Promise<Candidate>;
}

/** Enough to list candidates and to see that there are more. */
const SEARCH_LIMIT = 30;

export function createPeople(getClient: () => Promise<Client>): People {
  // The key is the query itself, so callers who look for the same person share one request.
  const cache = createReadCache(async (query: string): Promise<readonly User[]> => {
    const client = await getClient();
    return client.users.list({ q: JSON.parse(query) as RansackQuery, per_page: SEARCH_LIMIT });
  });

  return {
    async resolve(kind, argument, name) {
      const users = preferActive(await lookTwice(cache, (read) => findExactly(read, name)));
      const id = readId(name);
      if (users.length === 0 && id !== undefined) return { id, name };
      const fitting = kind === 'agent' ? users.filter(isAgent) : users;
      const [only, another] = fitting;
      if (only !== undefined && another === undefined) return toCandidate(only);
      if (only !== undefined) throw ambiguousName(argument, kind, name, fitting.map(toCandidate));
      const candidates = (await findSimilar(async (query) => (await cache.read(query)).value, kind, name)).map(
        toCandidate,
      );
      throw users.length > 0 ? notAnAgent(argument, name, candidates) : unknownName(argument, kind, name, candidates);
    },
  };
}

/** Users whose e-mail, user name or full name is exactly this, letter case aside; asks for the likeliest first. */
async function findExactly(read: Read, name: string): Promise<readonly User[]> {
  const wanted = foldName(name);
  const isSame = (...parts: (string | null | undefined)[]) =>
    foldName(parts.filter((part) => part != null).join(' ')) === wanted;
  const search = async (query: RansackQuery, matches: (user: User) => boolean) =>
    (await read(JSON.stringify(query))).filter(matches);
  const text = name.trim();
  if (text.includes('@')) {
    const exact = await search({ email_eq: text }, ({ email }) => isSame(email));
    return exact.length > 0 ? exact : search({ email_cont: text }, ({ email }) => isSame(email));
  }
  const byUsername = await search({ username_eq: text }, ({ username }) => isSame(username));
  const words = text.split(/\s+/);
  const [first, last] = [words[0], words.at(-1)];
  if (byUsername.length > 0 || words.length === 1 || first === undefined || last === undefined) return byUsername;
  return search({ first_name_cont: first, last_name_cont: last }, ({ first_name, last_name }) =>
    isSame(first_name, last_name),
  );
}

/** Users in whom every word occurs, or else any of them; for an agent otherwise any agents. */
async function findSimilar(read: Read, kind: PersonKind, name: string): Promise<readonly User[]> {
  // Of an e-mail address the part that is a person's own: half the users may share the rest.
  const words = (name.split('@')[0] ?? '')
    .split(/[\s.,]+/)
    .filter((word) => word.length > 1)
    .slice(0, 4);
  const condition = 'first_name_or_last_name_or_username_or_email_cont';
  const searches: RansackQuery[] = [
    ...(words.length > 0 ? [{ g: words.map((word) => ({ [condition]: word })) }] : []),
    ...(words.length > 1 ? [{ [`${condition}_any`]: words }] : []),
    ...(kind === 'agent' ? [{ is_agent_true: true }] : []),
  ];
  for (const query of searches) {
    const found = preferActive(await read(JSON.stringify(query))).filter((user) => kind === 'user' || isAgent(user));
    if (found.length > 0) return found;
  }
  return [];
}

/** People who have left stay in the list; they are meant only when nobody else is. */
function preferActive(users: readonly User[]): readonly User[] {
  const active = users.filter((user) => user.archived_at == null);
  return active.length > 0 ? active : users;
}

function isAgent(user: User): boolean {
  return user.is_agent === true;
}

function toCandidate(user: User): Candidate {
  const contact = [user.username, user.email].filter((part) => part != null && part !== '').join(', ');
  return { id: user.id, name: nameOfPerson(user), ...(contact === '' ? {} : { note: contact }) };
}

function notAnAgent(argument: string, name: string, similar: readonly Candidate[]): NameError {
  return nameError(argument, `${quote(name)} is a user but not an agent.`, 'agents', similar);
}
