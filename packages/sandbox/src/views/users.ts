import type { ApiKey, UserRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { namedRef, namedRefs } from './references.js';

/** A row of `GET /users` (doc L2163-2173). */
export const renderUserRow = (user: UserRecord) => ({
  ...user.extra,
  id: user.id,
  friendly_id: user.friendly_id,
  first_name: user.first_name,
  last_name: user.last_name,
  username: user.username,
  email: user.email,
  is_agent: user.is_agent,
  archived_at: user.archived_at,
  updated_at: user.updated_at,
});

/** The whole user (doc L2190-2231). */
export const renderUser = (state: State, user: UserRecord) => ({
  ...user.extra,
  id: user.id,
  friendly_id: user.friendly_id,
  email: user.email,
  first_name: user.first_name,
  last_name: user.last_name,
  username: user.username,
  domain_name: user.domain_name,
  designation: user.designation,
  phone: user.phone,
  mobile: user.mobile,
  other_email: user.other_email,
  time_zone: user.time_zone,
  is_agent: user.is_agent,
  archived_at: user.archived_at,
  created_at: user.created_at,
  updated_at: user.updated_at,
  location: namedRef(state, 'locations', user.location_id),
  tags: namedRefs(state, 'tags', user.tag_ids),
  group: namedRef(state, 'groups', user.group_id),
  roles: namedRefs(state, 'roles', user.role_ids),
});

/** The user with the API key (doc L46-64). */
export const renderSession = (state: State, user: UserRecord, key: ApiKey) => ({
  ...renderUser(state, user),
  api_key: key.token,
  permissions: key.permissions,
});
