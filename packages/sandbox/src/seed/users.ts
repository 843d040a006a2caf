import type { Lookups } from '../kinds/index.js';
import { type Person, seedUser, type UserRecord } from '../kinds/users.js';
import { faker, pick } from './random.js';

/** Users that are there under any seed, in the order of their numbers. */
const namedUsers: readonly Person[] = [
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

function user(first: string, last: string, username: string, roles: readonly string[], group: string): Person {
  return { first, last, username, email: `${first}.${last}@example.com`.toLowerCase(), roles, group };
}

/** So many users; the named ones are always among them. */
export function seedUsers(count: number, lookups: Lookups): UserRecord[] {
  const people: Person[] = [...namedUsers];
  for (let index = people.length; index < count; index++) people.push(randomUser(index));
  return people.map((person, index) => seedUser(person, index, lookups));
}

function randomUser(index: number): Person {
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
