import { accountHandlers } from './account.js';
import { attachmentHandlers } from './attachments.js';
import { ciNoteHandlers } from './ciNotes.js';
import { ciHandlers } from './cis.js';
import type { Handlers } from './handler.js';
import { myTicketHandlers } from './myTickets.js';
import { plainHandlers } from './plain.js';
import { savedSearchHandlers } from './savedSearches.js';
import { taskHandlers } from './tasks.js';
import { ticketHandlers } from './tickets.js';
import { timeEntryHandlers } from './timeEntries.js';
import { userHandlers } from './users.js';

/** Does not compile while a documented route has no handler; one of its own goes before the plain one. */
export const handlers: Handlers = {
  ...plainHandlers,
  ...accountHandlers,
  ...attachmentHandlers,
  ...ciNoteHandlers,
  ...ciHandlers,
  ...myTicketHandlers,
  ...savedSearchHandlers,
  ...taskHandlers,
  ...ticketHandlers,
  ...timeEntryHandlers,
  ...userHandlers,
};
