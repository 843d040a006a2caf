import type { OperationOutput } from 'bossdesk-client';
import { users } from '../kinds/users.js';
import type { Handlers } from './handler.js';

export const accountHandlers: Handlers<'account.get' | 'sessions.create'> = {
  'account.get': ({ state }) => state.account as OperationOutput<'account.get'>,
  // doc L46-64
  'sessions.create': ({ state, user, key }) => ({
    ...users.whole(state, user),
    api_key: key.token,
    permissions: key.permissions,
  }),
};
