import type { OperationOutput } from 'bossdesk-client';
import type { Column } from './table.js';
import { showName, showYesNo } from './values.js';

type UserRow = OperationOutput<'users.list'>[number];

/** Both numbers: `number` for get_user, `id` for assigning and filtering. */
export const userColumns: readonly Column<UserRow>[] = [
  { heading: 'number', shows: ['friendly_id'], cell: ({ friendly_id }) => String(friendly_id) },
  { heading: 'id', shows: ['id'], cell: ({ id }) => String(id) },
  { heading: 'name', shows: ['first_name', 'last_name'], cell: showName },
  { heading: 'user name', shows: ['username'], cell: ({ username }) => username ?? undefined },
  { heading: 'e-mail', shows: ['email'], cell: ({ email }) => email ?? undefined },
  { heading: 'agent', shows: ['is_agent'], cell: ({ is_agent }) => showYesNo(is_agent) },
  { heading: 'archived', cell: ({ archived_at }) => (archived_at == null ? undefined : 'archived') },
];
