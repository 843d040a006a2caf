import type { LookupRecord, Lookups } from '../state/lookupRecords.js';
import type { AttachmentRecord, CiRecord, StoredFile, TicketRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { renderCi } from '../views/cis.js';
import { renderCategory, renderCustomField } from '../views/lookups.js';
import { userRef } from '../views/references.js';
import { renderAttachmentRef, renderComment, renderTicket, renderTimeEntry } from '../views/tickets.js';
import { renderUser } from '../views/users.js';

/** The state as `--data` keeps it: records as the API shows them, with what it does not show beside it. */
export function exportState(state: State): Record<string, unknown> {
  const [auth] = state.keys;
  return {
    auth,
    account: state.account,
    users: state.users.all.map((user) => renderUser(state, user)),
    tickets: state.tickets.all.map((ticket) => exportTicket(state, ticket)),
    cis: state.cis.all.map((ci) => exportCi(state, ci)),
    lookups: exportLookups(state),
    files: Object.fromEntries([...state.files].map(([key, file]) => [key, exportFile(file)])),
  };
}

const exportTicket = (state: State, ticket: TicketRecord) => ({
  ...renderTicket(state, ticket),
  attachments: ticket.attachments.map((attachment) => exportAttachment(state, attachment)),
  comments: ticket.comments.map((comment) => ({
    ...renderComment(state, comment),
    attachments: comment.attachments.map((attachment) => exportAttachment(state, attachment)),
  })),
  time_entries: ticket.time_entries.map((entry) => ({ ...renderTimeEntry(state, ticket, entry), note: entry.note })),
});

const exportCi = (state: State, ci: CiRecord) => ({
  ...renderCi(state, ci),
  barcode: ci.barcode,
  notes: ci.notes.map(({ created_by_id, ...note }) => ({ ...note, created_by: userRef(state, created_by_id) })),
  attachments: ci.attachments.map((attachment) => exportAttachment(state, attachment)),
});

const exportAttachment = (state: State, attachment: AttachmentRecord) => ({
  ...renderAttachmentRef(attachment),
  updated_at: attachment.updated_at,
  created_by: userRef(state, attachment.created_by_id),
  storage_key: attachment.storage_key,
});

const lookupKinds = ({ lookups }: State) => Object.keys(lookups) as (keyof Lookups)[];

const exportLookups = (state: State): Record<string, unknown> => ({
  ...Object.fromEntries(lookupKinds(state).map((kind) => [kind, state.lookups[kind].map(exportLookup)])),
  helpdesk_categories: state.lookups.helpdesk_categories.map((category) => renderCategory(state, category)),
  custom_fields: state.lookups.custom_fields.map((field) => renderCustomField(state, field)),
});

const exportLookup = ({ extra, ...record }: LookupRecord) => ({ ...extra, ...record });

const exportFile = ({ size, etag, head }: StoredFile) => ({ size, etag, content: head.toString('base64') });
