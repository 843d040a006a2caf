import { z } from 'zod';
import {
  createBody,
  friendlyIdField,
  idField,
  idListField,
  namedRef,
  requiredText,
  textField,
  timestamp,
  updateBody,
  userRef,
} from './fields.js';
import type { OperationSchemas } from './schema.js';

const userNumber = () => z.object({ friendly_id: friendlyIdField('User Number') });

/** A row of `GET /users` (doc L2163-2173). */
const userRow = () =>
  userRef()
    .extend({
      email: z.string().nullish(),
      is_agent: z.boolean().nullish(),
      archived_at: timestamp().nullish(),
      updated_at: timestamp(),
    })
    .meta({ title: 'User Row' });

/** The whole user (doc L2190-2231). `time_zone` is a Rails name ("Santiago"), not an IANA one. */
const userRecord = () =>
  userRow()
    .extend({
      domain_name: z.string().nullish(),
      designation: z.string().nullish(),
      phone: z.string().nullish(),
      mobile: z.string().nullish(),
      other_email: z.string().nullish(),
      time_zone: z.string().nullish(),
      created_at: timestamp(),
      location: namedRef().nullish(),
      tags: z.array(namedRef()).nullish(),
      group: namedRef().nullish(),
      roles: z.array(namedRef()).nullish(),
    })
    .meta({ title: 'User' });

const username = () => requiredText({ title: 'Username' });

/** Empty texts and null empty a field and are sent as they are (doc L2248-2255, notes 5.55). */
const optionalUserFields = () => ({
  email: textField({ title: 'Email', format: 'email' }).nullable(),
  first_name: textField({ title: 'First Name' }).nullable(),
  last_name: textField({ title: 'Last Name' }).nullable(),
  domain_name: textField({ title: 'Domain Name' }).nullable(),
  designation: textField({ title: 'Designation' }).nullable(),
  location_id: idField({ title: 'Location', references: 'locations' }).nullable(),
  group_id: idField({ title: 'Group', references: 'groups' }).nullable(),
  phone: textField({ title: 'Phone' }).nullable(),
  mobile: textField({ title: 'Mobile' }).nullable(),
  other_email: textField({ title: 'Other Email' }).nullable(),
  time_zone: textField({
    title: 'Time Zone',
    description: 'A Rails zone name, e.g. "Eastern Time (US & Canada)"',
  }).nullable(),
  tag_ids: idListField({ title: 'Tags', references: 'tags', description: 'Replaces the whole set' }),
});

/** No route lists roles, so their ids come from users that have them (notes 5.54). */
const roleIds = () => idListField({ title: 'Roles', references: 'roles', description: 'Replaces the whole set' });

/** doc L2149-2330: no route archives a user; roles can be given on update only (L2317) */
export const userSchemas = {
  'users.list': { output: z.array(userRow()) },
  'users.get': { params: userNumber(), output: userRecord() },
  'users.create': {
    body: createBody({ username: username() }, optionalUserFields()),
    output: userRecord(),
  },
  'users.update': {
    params: userNumber(),
    body: updateBody({ username: username(), ...optionalUserFields(), role_ids: roleIds() }),
    output: z.undefined(),
  },
} satisfies Record<string, OperationSchemas>;
