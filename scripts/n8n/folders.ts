import { homedir } from 'node:os';
import { join } from 'node:path';

const PROJECT = 'bossdesk-automation';

/** Where things are kept that can be got again, outside the checkout. */
export const cacheFolder = (): string => join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), PROJECT);

/** Where `npm run n8n` keeps what a person made there: n8n's database and the sandbox's desk. */
export const dataFolder = (): string =>
  join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local/share'), PROJECT, 'n8n');
