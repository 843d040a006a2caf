import type { RansackQuery } from '../query/conditions.js';
import { contactOf, namesOfPerson } from '../values/person.js';
import { id, number, optional, optionalRef, refs, text, time, yesNo } from './filterField.js';
import type { FilterField, Kind } from './kind.js';

const NAMES_OF_PERSON = 'first_name_or_last_name_or_username_or_email_cont';

/** Of a name or an address the words that can tell people apart: half of all addresses may end alike. */
const MAX_WORDS = 4;

/** Every word occurs in one of the names, so that a full name finds its owner in whatever order it is given. */
export function byPerson(text: string): RansackQuery {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const [only, another] = words;
  if (only === undefined || another === undefined) return { [NAMES_OF_PERSON]: text };
  return { g: words.map((word) => ({ [NAMES_OF_PERSON]: word })) };
}

/** People in whom every word occurs, or else any of them; of an address the part that is a person's own. */
export function similarPeople(text: string): readonly RansackQuery[] {
  const words = (text.split('@')[0] ?? '')
    .split(/[\s.,]+/)
    .filter((word) => word.length > 1)
    .slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  const every: RansackQuery = { g: words.map((word) => ({ [NAMES_OF_PERSON]: word })) };
  return words.length === 1 ? [every] : [every, { [`${NAMES_OF_PERSON}_any`]: words }];
}

/** Nobody has a use for a list of all agents but whoever looks for one of them. */
export const similarAgents = (text: string): readonly RansackQuery[] => [...similarPeople(text), {}];

const simpleUser = [
  'id',
  'friendly_id',
  'first_name',
  'last_name',
  'username',
  'email',
  'is_agent',
  'group',
  'location',
  'archived_at',
] as const;

const userFilters: readonly FilterField[] = [
  optional(time('archived_at')),
  time('created_at'),
  optional(text('designation')),
  optional(text('domain_name')),
  optional(text('email')),
  optional(text('first_name')),
  number('friendly_id'),
  optionalRef('group_id', 'groups'),
  id(),
  yesNo('is_agent'),
  optional(text('last_name')),
  optionalRef('location_id', 'locations'),
  optional(text('mobile')),
  optional(text('phone')),
  refs('tags_id', 'tags'),
  time('updated_at'),
  text('username'),
];

const person = {
  word: 'user',
  by: 'number',
  list: 'users.list',
  read: 'users.get',
  ownerClass: 'user',
  called: namesOfPerson,
  note: contactOf,
  search: byPerson,
  order: 'first_name asc',
  rank: 'first_name',
  filters: userFilters,
  simple: {
    row: simpleUser,
    whole: [...simpleUser, 'designation', 'phone', 'mobile', 'tags', 'created_at', 'updated_at'],
  },
} as const satisfies Partial<Kind>;

/** Users, and those of them who work on tickets. */
export const people = {
  users: { ...person, noun: 'user', plural: 'users', similar: similarPeople },
  agents: {
    ...person,
    noun: 'agent',
    plural: 'agents',
    similar: similarAgents,
    among: { is_agent_true: true },
  },
} as const satisfies Readonly<Record<string, Kind>>;
