// Written by `pnpm generate` out of packages/core/src/operations and schemas; edits are lost.
import * as account from './account.js';
import * as attachments from './attachments.js';
import * as ciNotes from './ciNotes.js';
import * as cis from './cis.js';
import * as myTickets from './myTickets.js';
import * as reference from './reference.js';
import * as savedSearches from './savedSearches.js';
import * as sessions from './sessions.js';
import * as tasks from './tasks.js';
import * as tickets from './tickets.js';
import * as timeEntries from './timeEntries.js';
import * as users from './users.js';

export const modules = {
  ...account,
  ...attachments,
  ...ciNotes,
  ...cis,
  ...myTickets,
  ...reference,
  ...savedSearches,
  ...sessions,
  ...tasks,
  ...tickets,
  ...timeEntries,
  ...users,
};
