import { attachmentTools } from './attachments.js';
import { cmdbTools } from './cmdb.js';
import { destructiveTools } from './destructive.js';
import { endUserTools } from './endUser.js';
import { peopleTools } from './people.js';
import { referenceTools } from './reference.js';
import { ticketTools } from './tickets.js';
import type { Tool } from './tool.js';
import { workTools } from './work.js';

/** Every tool, sorted by name so that hosts can remember the list. */
export const tools: readonly Tool[] = [
  ...ticketTools,
  ...workTools,
  ...cmdbTools,
  ...peopleTools,
  ...referenceTools,
  ...attachmentTools,
  ...endUserTools,
  ...destructiveTools,
].sort((a, b) => (a.name < b.name ? -1 : 1));
