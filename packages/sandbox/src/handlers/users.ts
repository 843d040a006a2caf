import { type UserRecord, users } from '../kinds/users.js';
import type { ValidationErrors } from '../rails/failures.js';
import type { State } from '../state/state.js';
import type { Handlers } from './handler.js';
import { changeRecord, draftRecord, isBlank, isChanged } from './records.js';
import { findRecord } from './shared.js';

export const userHandlers: Handlers<'users.create' | 'users.update'> = {
  'users.create': (context, permit) => {
    const { state } = context;
    const body = permit();
    const given = { ...body, time_zone: timeZone(state, body.time_zone) };
    const user = draftRecord(context, users, given, {}, (draft, errors) => checkUnique(state, draft, errors));
    return users.whole(state, state.users.insert(user));
  },

  'users.update': (context, permit) => {
    const { state, now } = context;
    const user = findRecord(context, 'users');
    const body = permit();
    const given = body.time_zone === undefined ? body : { ...body, time_zone: timeZone(state, body.time_zone) };
    const changed = changeRecord(context, users, user, given, (draft, errors) => checkUnique(state, draft, errors));
    if (isChanged(changed, user)) Object.assign(user, changed, { updated_at: now });
  },
};

/** Left empty, the account's (doc L2255, L2274). */
const timeZone = (state: State, given: string | null | undefined): string | null =>
  isBlank(given) ? state.account.time_zone : (given ?? null);

function checkUnique(state: State, user: UserRecord, errors: ValidationErrors): void {
  const isTaken = (name: 'username' | 'email', fold: (text: string | null) => string | null = (text) => text) =>
    state.users.all.some((other) => other.id !== user.id && fold(other[name]) === fold(user[name]));

  // Rails' `uniqueness` minds the case; addresses are alike in any.
  if (!isBlank(user.username) && isTaken('username')) errors['username'] = ['has already been taken'];
  if (isBlank(user.email)) return;
  if (!/^[^@\s]+@[^@\s]+$/.test(user.email ?? '')) errors['email'] = ['is invalid'];
  else if (isTaken('email', (text) => text?.toLowerCase() ?? null)) errors['email'] = ['has already been taken'];
}
