import type { LookupRecord, Lookups } from '../state/lookupRecords.js';
import type { UserRecord } from '../state/records.js';
import { firstIds } from '../state/state.js';
import { chance, daysAgo, daysBetween, faker, maybe, pick } from './random.js';

interface NamedUser {
  readonly first: string;
  readonly last: string;
  readonly username: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly group: string;
  readonly archived?: true;
}

/** Users that are there under any seed, in the order of their numbers. */
const namedUsers: readonly NamedUser[] = [
  user('Jack', 'Pot', 'jackpot', ['Administrator', 'Technician'], 'Information Technology'),
  user('Al', 'Dente', 'aldente', ['Technician', 'Helpdesk'], 'Information Technology'),
  user('Barry', 'Cade', 'barrycade', ['Technician'], 'Information Technology'),
  user('Gene', 'Poole', 'genepoole', ['Helpdesk', 'Manager'], 'Managers'),
  user('John', 'Doe', 'doe.john', ['Technician'], 'Support'),
  user('Don', 'Key', 'donkey', ['Requester'], 'Purchasing'),
  user('Nia', 'Feeney', 'nfeeney', ['Requester'], 'Marketing'),
  user('Sam', 'Rivers', 'samrivers', ['Technician'], 'Support'),
  { ...user('Sam', 'Rivers', 'srivers', ['Helpdesk'], 'Sales'), email: 'sam.rivers.sales@example.com' },
  user('Axel', 'Foley', 'afoley', ['Requester'], 'Legal'),
  user('Maya', 'Foley', 'mfoley', ['Requester'], 'Finance'),
  { ...user('Lee', 'Vermont', 'lvermont', ['Requester'], 'Sales'), archived: true },
];

function user(first: string, last: string, username: string, roles: readonly string[], group: string): NamedUser {
  return { first, last, username, email: `${first}.${last}@example.com`.toLowerCase(), roles, group };
}

export const apiUsername = 'jackpot';
const agentRoles = ['Administrator', 'Technician', 'Helpdesk'];

/** So many users; the named ones are always among them. */
export function seedUsers(count: number, lookups: Lookups): UserRecord[] {
  const people: NamedUser[] = [...namedUsers];
  for (let index = people.length; index < count; index++) people.push(randomUser(index));
  return people.map((person, index) => makeUser(person, index, lookups));
}

function randomUser(index: number): NamedUser {
  const [first, last] = [faker.person.firstName(), faker.person.lastName()];
  const username = `${first[0] ?? ''}${last}${index}`.toLowerCase().replace(/[^a-z0-9]/g, '');
  const isAgent = index % 8 === 0;
  return {
    first,
    last,
    username,
    email: `${username}@example.com`,
    roles: [isAgent ? pick(['Technician', 'Helpdesk']) : 'Requester'],
    group: pick(['Sales', 'Marketing', 'Finance', 'Engineering', 'Human Resources', 'Facilities']),
  };
}

function makeUser(person: NamedUser, index: number, lookups: Lookups): UserRecord {
  const idOf = (records: readonly LookupRecord[], name: string) => records.find((record) => record.name === name)?.id;
  const created = daysBetween(200, 900);
  const userTags = lookups.tags.filter((tag) => tag.owner_class === 'user');
  return {
    id: firstIds.users + index,
    friendly_id: index + 1,
    username: person.username,
    email: person.email,
    first_name: person.first,
    last_name: person.last,
    domain_name: 'EXAMPLE',
    designation: faker.person.jobTitle(),
    phone: faker.phone.number({ style: 'international' }),
    mobile: maybe(0.6, () => faker.phone.number({ style: 'international' })),
    other_email: null,
    time_zone: 'Eastern Time (US & Canada)',
    is_agent: person.roles.some((role) => agentRoles.includes(role)),
    archived_at: person.archived === true ? daysAgo(30) : null,
    created_at: daysAgo(created),
    updated_at: daysAgo(daysBetween(1, 190)),
    location_id: pick(lookups.locations.filter((location) => location.parent_id !== null)).id,
    group_id: idOf(lookups.groups, person.group) ?? null,
    tag_ids: chance(0.15) ? [pick(userTags).id] : [],
    role_ids: person.roles.flatMap((role) => idOf(lookups.roles, role) ?? []),
  };
}
