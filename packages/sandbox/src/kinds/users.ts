import { defineTableKind } from '../model/kind.js';
import { blankRecord, type RecordOf } from '../model/record.js';
import { lookup, lookups } from '../model/references.js';
import { flag, moment, tableNumber, text, time, wholeText } from '../model/values.js';
import { unsearched } from '../model/field.js';
import { view } from '../model/view.js';
import { chance, daysAgo, daysBetween, faker, maybe, pick } from '../seed/random.js';
import { idByName } from '../seed/seedWorld.js';
import type { Lookups } from './index.js';

/** In the order of the whole user (doc L2190-2231). */
const fields = {
  id: tableNumber(),
  friendly_id: tableNumber(),
  email: text(),
  first_name: text(),
  last_name: text(),
  username: wholeText(),
  domain_name: text(),
  designation: text(),
  phone: text(),
  mobile: text(),
  other_email: text(),
  time_zone: unsearched(text()),
  is_agent: flag(),
  archived_at: moment(),
  created_at: time(),
  updated_at: time(),
  location_id: lookup('locations'),
  tag_ids: lookups('tags', { owner_class: 'user' }),
  group_id: lookup('groups'),
  role_ids: lookups('roles'),
};

export type UserRecord = RecordOf<typeof fields>;

export const users = defineTableKind({
  name: 'users',
  firstId: 22_001,
  fields,
  // doc L2163-2173
  row: view(fields, [
    'id',
    'friendly_id',
    'first_name',
    'last_name',
    'username',
    'email',
    'is_agent',
    'archived_at',
    'updated_at',
  ]),
});

const refNames = ['id', 'friendly_id', 'first_name', 'last_name'] as const;

/** A user inside another record. */
export const userRef = view(fields, [...refNames, 'username']);

/** Answers for end-users leave the user name out (doc L1862-1867). */
export const userRefWithoutName = view(fields, refNames);

/** The requester of a ticket. */
export const requester = view(fields, [...refNames, 'username', 'is_agent', 'email', 'phone', 'mobile', 'group_id']);

/** doc L355-379 */
export const ciUser = view(fields, [...refNames, 'username', 'email', 'domain_name', 'group_id', 'role_ids']);

/** Who a made-up user is. */
export interface Person {
  readonly first: string;
  readonly last: string;
  readonly username: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly group: string;
  readonly archived?: true;
}

const agentRoles = ['Administrator', 'Technician', 'Helpdesk'];

export function seedUser(person: Person, index: number, lookups: Lookups): UserRecord {
  const created = daysBetween(200, 900);
  const userTags = lookups.tags.filter((tag) => tag.owner_class === 'user');
  return {
    ...blankRecord(users.fields),
    id: users.firstId + index,
    friendly_id: index + 1,
    username: person.username,
    email: person.email,
    first_name: person.first,
    last_name: person.last,
    domain_name: 'EXAMPLE',
    designation: faker.person.jobTitle(),
    phone: faker.phone.number({ style: 'international' }),
    mobile: maybe(0.6, () => faker.phone.number({ style: 'international' })),
    time_zone: 'Eastern Time (US & Canada)',
    is_agent: person.roles.some((role) => agentRoles.includes(role)),
    archived_at: person.archived === true ? daysAgo(30) : null,
    created_at: daysAgo(created),
    updated_at: daysAgo(daysBetween(1, 190)),
    location_id: pick(lookups.locations.filter((location) => location.parent_id !== null)).id,
    group_id: idByName(lookups.groups, person.group),
    tag_ids: chance(0.15) ? [pick(userTags).id] : [],
    role_ids: person.roles.flatMap((role) => idByName(lookups.roles, role) ?? []),
  };
}
