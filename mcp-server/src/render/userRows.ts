import type { OperationOutput } from 'bossdesk-client';
import type { Column } from './table.js';
import { showName, showYesNo } from './values.js';

type UserRow = OperationOutput<'users.list'>[number];

/** Both numbers: `number` for get_user, `id` for assigning and filtering. */
export const userColumns: readonly Column<UserRow>[] = [
  { heading: 'number', cell: ({ friendly_id }) => String(friendly_id) },
  { heading: 'id', cell: ({ id }) => String(id) },
  { heading: 'name', cell: showName },
  { heading: 'user name', cell: ({ username }) => username ?? undefined },
  { heading: 'e-mail', cell: ({ email }) => email ?? undefined },
  { heading: 'agent', cell: ({ is_agent }) => showYesNo(is_agent) },
  { heading: 'archived', cell: ({ archived_at }) => (archived_at == null ? undefined : 'archived') },
];
