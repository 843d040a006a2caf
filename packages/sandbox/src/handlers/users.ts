import { refuseIfInvalid, type ValidationErrors } from '../rails/failures.js';
import type { UserRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { renderUser, renderUserRow } from '../views/users.js';
import type { Handlers, RequestContext } from './handler.js';
import {
  checkPresence,
  checkReferences,
  givenFields,
  isBlank,
  orNotFound,
  requireLookups,
  searchPage,
} from './shared.js';
import { toInteger } from '../rails/rubyInteger.js';

type UserOperation = `users.${'list' | 'get' | 'create' | 'update'}`;

const optionalColumns = [
  'email',
  'first_name',
  'last_name',
  'domain_name',
  'designation',
  'phone',
  'mobile',
  'other_email',
  'location_id',
  'group_id',
] as const;

export const userHandlers: Handlers<UserOperation> = {
  'users.list': (context) => searchPage(context, context.state.users.all, context.searchables.users).map(renderUserRow),

  'users.get': (context) => renderUser(context.state, findUser(context)),

  'users.create': ({ state, now }, permit) => {
    const body = permit();
    requireLookups(state, 'tags', body.tag_ids);
    const fields = {
      username: body.username ?? '',
      email: null,
      first_name: null,
      last_name: null,
      domain_name: null,
      designation: null,
      phone: null,
      mobile: null,
      other_email: null,
      location_id: null,
      group_id: null,
      ...givenFields(body, ...optionalColumns),
      time_zone: timeZone(state, body.time_zone),
      is_agent: false,
      archived_at: null,
      created_at: now,
      updated_at: now,
      tag_ids: body.tag_ids ?? [],
      role_ids: [],
    };
    validateUser(state, fields);
    return renderUser(state, state.users.insert(fields));
  },

  'users.update': (context, permit) => {
    const { state, now } = context;
    const user = findUser(context);
    const body = permit();
    requireLookups(state, 'tags', body.tag_ids);
    requireLookups(state, 'roles', body.role_ids);
    const changed = {
      ...user,
      ...givenFields(body, ...optionalColumns, 'tag_ids', 'role_ids'),
      username: body.username === undefined ? user.username : (body.username ?? ''),
      time_zone: body.time_zone === undefined ? user.time_zone : timeZone(state, body.time_zone),
    };
    validateUser(state, changed, user.id);
    if (JSON.stringify(changed) !== JSON.stringify(user)) Object.assign(user, changed, { updated_at: now });
  },
};

function findUser({ state, params }: RequestContext): UserRecord {
  return orNotFound(state.users.byFriendlyId(toInteger(params['friendly_id'] ?? '')));
}

/** Left empty, the account's (doc L2255, L2274). */
const timeZone = (state: State, given: string | null | undefined): string | null =>
  isBlank(given) ? state.account.time_zone : (given ?? null);

function validateUser(state: State, user: Omit<UserRecord, 'id' | 'friendly_id'>, ownId?: number): void {
  const errors: ValidationErrors = {};
  const isTaken = (name: 'username' | 'email') =>
    state.users.all.some((other) => other.id !== ownId && other[name]?.toLowerCase() === user[name]?.toLowerCase());

  checkPresence(errors, user, 'username');
  if (!isBlank(user.username) && isTaken('username')) errors['username'] = ['has already been taken'];
  if (!isBlank(user.email)) {
    if (!/^[^@\s]+@[^@\s]+$/.test(user.email ?? '')) errors['email'] = ['is invalid'];
    else if (isTaken('email')) errors['email'] = ['has already been taken'];
  }
  checkReferences(state, errors, { location: ['locations', user.location_id], group: ['groups', user.group_id] });
  refuseIfInvalid(errors);
}
