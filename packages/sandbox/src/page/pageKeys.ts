import { randomBytes } from 'node:crypto';
import { defaultKey } from '../kinds/apiKeys.js';
import type { State } from '../state/state.js';

/** Keys that the page's own requests go out with: made for this run, never shown, and saved nowhere. */
export type PageKeys = (state: State, username: string) => string | undefined;

export function createPageKeys(): PageKeys {
  const kept = new WeakMap<State, Map<string, string>>();
  return (state, username) => {
    if (!state.users.all.some((user) => user.username === username && user.archived_at === null)) return undefined;
    const tokens = kept.get(state) ?? new Map<string, string>();
    kept.set(state, tokens);
    const known = tokens.get(username);
    if (known !== undefined) return known;
    const token = randomBytes(24).toString('hex');
    state.keys.push({ ...defaultKey, token, username, password: null });
    tokens.set(username, token);
    return token;
  };
}
