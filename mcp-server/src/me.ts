import type { ServerConfig } from './config.js';

/** Whom `me` stands for in tool arguments, and what says so. */
export interface Me {
  readonly user: string;
  readonly by: string;
}

/** Whose key the embedded sandbox gives out, an agent (packages/sandbox/README.md). */
const SANDBOX_USER = 'jackpot';

/** The configured user, or else whoever the server signs in as; a key alone does not tell whose it is. */
export function findMe({ me, sandbox, username }: Pick<ServerConfig, 'me' | 'sandbox' | 'username'>): Me | undefined {
  if (me !== undefined) return { user: me, by: 'BOSSDESK_ME' };
  if (sandbox) return { user: SANDBOX_USER, by: 'the sandbox' };
  // A login may bear a domain, which the user's own name does not.
  return username === undefined ? undefined : { user: username.replace(/^.*\\/, ''), by: 'BOSSDESK_USERNAME' };
}
