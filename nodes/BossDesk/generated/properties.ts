// Written by `pnpm generate` out of packages/core/src/operations and schemas; edits are lost.
import type { INodeProperties } from 'n8n-workflow';
import { accountProperties } from './account.js';
import { attachmentProperties } from './attachment.js';
import { ciProperties } from './ci.js';
import { ciNoteProperties } from './ciNote.js';
import { myTicketProperties } from './myTicket.js';
import { referenceProperties } from './reference.js';
import { savedSearchProperties } from './savedSearch.js';
import { taskProperties } from './task.js';
import { ticketProperties } from './ticket.js';
import { timeEntryProperties } from './timeEntry.js';
import { userProperties } from './user.js';

/** Every parameter of the node but the authentication. */
export const properties: INodeProperties[] = [
  {
    displayName: 'Resource',
    name: 'resource',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Account', value: 'account' },
      { name: 'Attachment', value: 'attachment' },
      { name: 'CI', value: 'ci' },
      { name: 'CI Note', value: 'ciNote' },
      { name: 'My Ticket', value: 'myTicket' },
      { name: 'Reference Data', value: 'reference' },
      { name: 'Saved Search', value: 'savedSearch' },
      { name: 'Task', value: 'task' },
      { name: 'Ticket', value: 'ticket' },
      { name: 'Time Entry', value: 'timeEntry' },
      { name: 'User', value: 'user' },
    ],
    default: 'ticket',
    description: 'What to work with',
  },
  ...accountProperties,
  ...attachmentProperties,
  ...ciProperties,
  ...ciNoteProperties,
  ...myTicketProperties,
  ...referenceProperties,
  ...savedSearchProperties,
  ...taskProperties,
  ...ticketProperties,
  ...timeEntryProperties,
  ...userProperties,
];
