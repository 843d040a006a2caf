// Written by `pnpm generate` out of packages/core/src/operations and schemas; edits are lost.
import { accountSchemas } from './account.js';
import { attachmentSchemas } from './attachments.js';
import { ciNoteSchemas } from './ciNotes.js';
import { ciSchemas } from './cis.js';
import { myTicketSchemas } from './myTickets.js';
import { referenceSchemas } from './reference.js';
import { savedSearchSchemas } from './savedSearches.js';
import { sessionSchemas } from './sessions.js';
import { taskSchemas } from './tasks.js';
import { ticketSchemas } from './tickets.js';
import { timeEntrySchemas } from './timeEntries.js';
import { userSchemas } from './users.js';
import type { SchemaProof } from './proof.js';

/** The zod schemas of every operation: `schemas['tickets.create'].body`. */
export const schemas = {
  ...accountSchemas,
  ...attachmentSchemas,
  ...ciNoteSchemas,
  ...ciSchemas,
  ...myTicketSchemas,
  ...referenceSchemas,
  ...savedSearchSchemas,
  ...sessionSchemas,
  ...taskSchemas,
  ...ticketSchemas,
  ...timeEntrySchemas,
  ...userSchemas,
} satisfies SchemaProof;
