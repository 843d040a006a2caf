import { optionsName } from '../../../nodes/BossDesk/pickers/pickerNames.js';
import type { KindName, TextFormat } from '../../../packages/core/src/index.js';

// What the panel says beyond the labels that the schemas give: n8n's own style asks for it.

/** Where to mend what is missing here. */
export const WORDING_FILE = 'scripts/generate/n8n/wording.ts';

interface ResourceWording {
  readonly name: string;
  /** As in "create ticket". */
  readonly singular: string;
  readonly plural: string;
  /** As in "create a ticket". */
  readonly one: string;
}

export const resources = {
  account: { name: 'Account', singular: 'account', plural: 'accounts', one: 'the account with its settings' },
  attachment: { name: 'Attachment', singular: 'attachment', plural: 'attachments', one: 'an attachment of a CI' },
  ci: { name: 'CI', singular: 'CI', plural: 'configuration items', one: 'a configuration item' },
  ciNote: { name: 'CI Note', singular: 'CI note', plural: 'CI notes', one: 'a note on a CI' },
  myTicket: {
    name: 'My Ticket',
    singular: 'my ticket',
    plural: 'of my tickets',
    one: 'a ticket that the user requested',
  },
  reference: { name: 'Reference Data', singular: 'reference record', plural: 'reference records', one: '' },
  savedSearch: { name: 'Saved Search', singular: 'saved search', plural: 'saved searches', one: 'a saved search' },
  task: { name: 'Task', singular: 'task', plural: 'tasks', one: 'a task of a ticket' },
  ticket: { name: 'Ticket', singular: 'ticket', plural: 'tickets', one: 'a ticket' },
  timeEntry: { name: 'Time Entry', singular: 'time entry', plural: 'time entries', one: 'a time entry on a ticket' },
  user: { name: 'User', singular: 'user', plural: 'users', one: 'a user' },
} as const satisfies Record<string, ResourceWording>;

export type Resource = keyof typeof resources;

interface ActionWording {
  readonly name: string;
  readonly action: string;
  readonly description: string;
}

const actions: Readonly<Record<string, ActionWording>> = {
  'attachment.get': {
    name: 'Get',
    action: 'Get attachment',
    description: 'Get an attachment of a ticket, a comment or a CI, with its file if wanted',
  },
  'attachment.getAll': {
    name: 'Get Many',
    action: 'Get many attachments of ticket',
    description: 'Get what is attached to a ticket and to its comments',
  },
  'attachment.upload': {
    name: 'Upload',
    action: 'Upload attachment to CI',
    description: 'Attach a file to a configuration item',
  },
  'ci.getByBarcode': {
    name: 'Get by Barcode',
    action: 'Get CI by barcode',
    description: 'Get the configuration item that has a barcode',
  },
  'myTicket.addComment': {
    name: 'Add Comment',
    action: 'Add comment to my ticket',
    description: 'Comment on a ticket that the user requested',
  },
  'myTicket.create': {
    name: 'Create',
    action: 'Create my ticket',
    description: 'Create a ticket with the user as its requester',
  },
  'reference.getAll': {
    name: 'Get Many',
    action: 'Get many reference records',
    description: 'Get ticket types, priorities, teams, tags and other lists that records refer to',
  },
  'savedSearch.run': {
    name: 'Run',
    action: 'Run saved search',
    description: 'Get the tickets or CIs that a saved search finds',
  },
  'task.getAll': { name: 'Get Many', action: 'Get many tasks', description: 'Get many tasks of a ticket' },
  'ticket.addComment': {
    name: 'Add Comment',
    action: 'Add comment to ticket',
    description: 'Comment on a ticket, for agents only or for the requester too',
  },
  'timeEntry.getAll': {
    name: 'Get Many',
    action: 'Get many time entries',
    description: 'Get many time entries on a ticket',
  },
};

const verbs: Readonly<Record<string, (resource: ResourceWording) => ActionWording>> = {
  close: ({ singular, one }) => ({ name: 'Close', action: `Close ${singular}`, description: `Close ${one}` }),
  count: ({ plural }) => ({
    name: 'Count',
    action: `Count ${plural}`,
    description: `Get the number of ${plural} that a filter finds`,
  }),
  create: ({ singular, one }) => ({ name: 'Create', action: `Create ${singular}`, description: `Create ${one}` }),
  delete: ({ singular, one }) => ({
    name: 'Delete',
    action: `Delete ${singular}`,
    description: `Delete ${one} for good`,
  }),
  get: ({ singular, one }) => ({ name: 'Get', action: `Get ${singular}`, description: `Get ${one}` }),
  getAll: ({ plural }) => ({ name: 'Get Many', action: `Get many ${plural}`, description: `Get many ${plural}` }),
  reopen: ({ singular, one }) => ({ name: 'Reopen', action: `Reopen ${singular}`, description: `Reopen ${one}` }),
  upsert: ({ singular }) => ({
    name: 'Create or Update',
    action: `Create or update ${singular}`,
    // n8n's review asks for these words.
    description: 'Create a new record, or update the current one if it already exists (upsert)',
  }),
  update: ({ singular, one }) => ({ name: 'Update', action: `Update ${singular}`, description: `Update ${one}` }),
};

export function wordAction(resource: Resource, verb: string): ActionWording {
  const wording = actions[`${resource}.${verb}`] ?? verbs[verb]?.(resources[resource]);
  if (wording === undefined) {
    throw new Error(
      `${WORDING_FILE}: no wording for ${resource}.${verb}; add '${resource}.${verb}' to actions, or ${verb} to verbs`,
    );
  }
  return wording;
}

interface FieldWording {
  readonly description?: string;
  readonly placeholder?: string;
  /** Lines that a text is shown with. */
  readonly rows?: number;
}

const htmlText: FieldWording = {
  description: 'HTML where all of it stands in tags, or else plain text, which becomes paragraphs',
  rows: 4,
};
const OWN_USER = 'Left out, the user of the API key';
// Nothing lists what hangs on a CI (notes 5.7 and 5.27).
const uploadedId = { description: 'The ID that the upload answered; BOSSDesk does not list the files of a CI' };
const notedId = { description: 'The ID that creating the note answered; BOSSDesk does not list the notes on a CI' };

const DAYS = 'YYYY-MM-DD, today, yesterday or -14d';

/** By the field's name on the wire, `operation.field` before `field`. */
const fields: Readonly<Record<string, FieldWording>> = {
  'tickets.addComment.body': htmlText,
  'tickets.addComment.is_public': { description: 'Whether the requester can see the comment' },
  'tickets.create.requester_id': { description: OWN_USER },
  'timeEntries.create.agent_id': { description: OWN_USER },
  'attachments.delete.id': uploadedId,
  'attachments.getFromCi.id': uploadedId,
  'attachments.update.id': uploadedId,
  'ciNotes.delete.id': notedId,
  'ciNotes.update.id': notedId,
  barcode: { placeholder: 'e.g. 86-424-0948' },
  billable: { description: 'Whether the time can be billed' },
  body: htmlText,
  date: { description: `Day of the work: ${DAYS}` },
  'timeEntries.create.date': { description: `Day of the work: ${DAYS}. Today if left empty.` },
  description: { rows: 4 },
  'tickets.create.description': htmlText,
  'tickets.update.description': htmlText,
  'myTickets.create.description': htmlText,
  due_at: { description: 'A time without a zone is in the time zone of the workflow' },
  duration: { description: 'Length of the work in minutes' },
  email: { placeholder: 'name@email.com' },
  lock_version: {
    description: 'The lock_version that was read; the update is refused if the ticket changed since then',
  },
  note: { rows: 4 },
  'timeEntries.create.note': { rows: 4, description: 'BOSSDesk keeps it, but never shows it in an answer' },
  'timeEntries.update.note': { rows: 4, description: 'BOSSDesk keeps it, but never shows it in an answer' },
  other_email: { placeholder: 'name@email.com' },
  text: { rows: 4 },
  time_zone: { placeholder: 'e.g. Eastern Time (US & Canada)', description: 'Name of a zone as BOSSDesk shows it' },
};

export function wordField(operation: string, field: string): FieldWording {
  return fields[`${operation}.${field}`] ?? fields[field] ?? {};
}

/** What a list to choose several from is called, beside the kinds of its records. */
export const multiPickers: Partial<Record<KindName, { readonly method: string; readonly name: string }>> = {
  tags: { method: optionsName('tags'), name: 'Tag Names or IDs' },
  users: { method: optionsName('users'), name: 'User Names or IDs' },
  roles: { method: 'getRoles', name: 'Role Names or IDs' },
};

export const textFormatWording: Readonly<Record<TextFormat, { readonly name: string; readonly description: string }>> =
  {
    auto: { name: 'Auto', description: 'HTML where all of the text stands in tags, otherwise plain text' },
    html: { name: 'HTML', description: 'Sent as it is' },
    plain: { name: 'Plain Text', description: 'Shown letter for letter, tags too; blank lines begin paragraphs' },
  };
