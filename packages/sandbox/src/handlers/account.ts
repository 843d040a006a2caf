import { renderSession } from '../views/users.js';
import type { Handlers } from './handler.js';
import type { OperationOutput } from 'bossdesk-client';

export const accountHandlers: Handlers<'account.get' | 'sessions.create'> = {
  'account.get': ({ state }) => state.account as OperationOutput<'account.get'>,
  'sessions.create': ({ state, user, key }) => renderSession(state, user, key),
};
