import { type Client, isBossDeskError, type Reference } from 'bossdesk-client';
import { lookTwice } from './cache.js';
import { type CustomFieldNames, createCustomFieldNames } from './customFields.js';
import { type Candidate, nameError } from './errors.js';
import { createLookups, isListKind, type ListKind, type LookupRow, type Lookups, nounOf } from './lookups.js';
import { ambiguousName, findByName, foldName, readId, unknownName } from './match.js';
import { createPagedNames } from './pagedNames.js';
import { createPeople, type People, type PersonKind } from './people.js';

/** Kinds of records that an argument can name. */
export type Nameable = Exclude<Reference, 'roles' | 'tasks'>;

/** Tags and custom fields belong to one class of records each (doc L762, L1151). */
export type OwnerClass = 'ci' | 'ticket' | 'user';

export interface NameRequest {
  /** The argument, for messages. */
  readonly argument: string;
  /** A name, or an id in digits. */
  readonly value: string;
  readonly ownerClass?: OwnerClass | undefined;
}

/** Turns names into ids, for one account. */
export interface Names {
  /** @throws NameError for a name that is unknown or ambiguous; it lists candidates. */
  resolve(reference: Nameable, request: NameRequest): Promise<Candidate>;
  readonly customFields: CustomFieldNames;
  readonly lookups: Lookups;
}

export function createNames(getClient: () => Promise<Client>, me: string | undefined): Names {
  const lookups = createLookups(getClient);
  const people = createPeople(getClient);
  const paged = createPagedNames(getClient);

  const resolveByName = async (reference: Nameable, request: NameRequest): Promise<Candidate> => {
    if (reference === 'agents') return resolvePerson(people, 'agent', request, me);
    if (reference === 'users') return resolvePerson(people, 'user', request, me);
    return isListKind(reference) ? resolveInList(lookups, reference, request) : paged.resolve(reference, request);
  };

  return {
    lookups,
    customFields: createCustomFieldNames(lookups),
    async resolve(reference, request) {
      if (request.value.trim() === '')
        throw nameError(request.argument, 'is empty. Leave it out, or give a name or an id.');
      try {
        return await resolveByName(reference, request);
      } catch (error) {
        const id = readId(request.value);
        // Whoever may not read a list can still give ids out of it.
        if (id !== undefined && isBossDeskError(error, 'PermissionError')) return { id, name: request.value };
        throw error;
      }
    },
  };
}

async function resolvePerson(
  people: People,
  kind: PersonKind,
  { argument, value }: NameRequest,
  me: string | undefined,
): Promise<Candidate> {
  if (foldName(value) !== 'me') return people.resolve(kind, argument, value);
  if (me === undefined) {
    throw nameError(
      argument,
      `"me" is not known here. Set BOSSDESK_ME to your e-mail or user name, or give a name or an id.`,
    );
  }
  return people.resolve(kind, `${argument}, me by BOSSDESK_ME`, me);
}

async function resolveInList(
  lookups: Lookups,
  kind: ListKind,
  { argument, value, ownerClass }: NameRequest,
): Promise<Candidate> {
  const id = readId(value);
  let all: readonly LookupRow[] = [];
  const own = () => all.filter((row) => ownerClass === undefined || row['owner_class'] === ownerClass);
  const [only, another, ...others] = await lookTwice(lookups, async (read) => {
    all = await read(kind);
    const named = findByName(own(), value);
    return named.length > 0 ? named : own().filter((row) => row.id === id);
  });
  if (only !== undefined && another !== undefined)
    throw ambiguousName(argument, nounOf(kind), value, toCandidates([only, another, ...others], all));
  if (only !== undefined) return only;
  if (id !== undefined) return { id, name: value };
  throw unknownName(argument, nounOf(kind), value, toCandidates(own(), all));
}

/** Types and locations form trees, in which a name can occur under several parents. */
function toCandidates(rows: readonly LookupRow[], all: readonly LookupRow[]): Candidate[] {
  return rows.map(({ id, name, parent_id }) => {
    const parent = all.find((row) => row.id === parent_id);
    return { id, name, ...(parent === undefined ? {} : { note: `in ${parent.name}` }) };
  });
}
