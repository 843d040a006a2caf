import { accountHandlers } from './account.js';
import { attachmentHandlers } from './attachments.js';
import { ciNoteHandlers } from './ciNotes.js';
import { ciHandlers } from './cis.js';
import type { Handlers } from './handler.js';
import { myTicketHandlers } from './myTickets.js';
import { referenceHandlers } from './reference.js';
import { savedSearchHandlers } from './savedSearches.js';
import { taskHandlers } from './tasks.js';
import { ticketHandlers } from './tickets.js';
import { timeEntryHandlers } from './timeEntries.js';
import { userHandlers } from './users.js';

/** Does not compile while a documented route has no handler. */
export const handlers: Handlers = {
  ...accountHandlers,
  ...attachmentHandlers,
  ...ciNoteHandlers,
  ...ciHandlers,
  ...myTicketHandlers,
  ...referenceHandlers,
  ...savedSearchHandlers,
  ...taskHandlers,
  ...ticketHandlers,
  ...timeEntryHandlers,
  ...userHandlers,
};
