import type { OperationOutput } from 'bossdesk-client';
import { line, showName, showRef, showTime, showYesNo } from './values.js';

/** A user as lines. */
export function renderUser(user: OperationOutput<'users.get'>): string[] {
  return [
    ...line('name', showName(user)),
    ...line('user name', user.username),
    ...line('e-mail', user.email),
    ...line('agent', showYesNo(user.is_agent)),
    ...line('domain', user.domain_name),
    ...line('designation', user.designation),
    ...line('phone', user.phone),
    ...line('mobile', user.mobile),
    ...line('other e-mail', user.other_email),
    ...line('time zone', user.time_zone),
    ...line('location', showRef(user.location)),
    ...line('group', showRef(user.group)),
    ...line('roles', user.roles?.map(showRef).join(', ')),
    ...line('tags', user.tags?.map(showRef).join(', ')),
    ...line('created', showTime(user.created_at)),
    ...line('updated', showTime(user.updated_at)),
    ...line('archived', showTime(user.archived_at)),
  ];
}
