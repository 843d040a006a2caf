import { defaultAccount, defaultKey } from '../seed/seedState.js';
import type { AttachmentRecord, CiRecord, StoredFile, TicketRecord } from '../state/records.js';
import { firstIds, type StateSeed } from '../state/state.js';
import { type Json, isJson, numberIn, recordIn, recordsIn, textIn } from './fields.js';
import { createReferences, nextNumber, type References } from './importReferences.js';
import { importLookups } from './importLookups.js';
import { importCi, importTicket, type Unnumbered } from './importRecords.js';
import { importKey } from './importKey.js';

/**
 * The state in a data file, written by {@link exportState} or by hand. What is left out is made up: ids, numbers,
 * times, and records of reference data, users and CIs that only occur inside others.
 */
export function importState(json: Json): StateSeed {
  const lookups = recordIn(json, 'lookups') ?? {};
  const references = createReferences(importLookups(lookups), recordsIn(json, 'users'));
  noteInLookups(lookups, references);
  let lastNestedId = firstIds.nested * 2;
  const nextId = () => ++lastNestedId;

  const [ticketsJson, cisJson] = [recordsIn(json, 'tickets'), recordsIn(json, 'cis')];
  const tickets = numberAll(
    ticketsJson.map((ticket) => importTicket(ticket, references, nextId)),
    firstIds.tickets,
  );
  const cis = numberAll(
    [...cisJson, ...cisOnlyInside(ticketsJson, cisJson)].map((ci) => importCi(ci, references, nextId)),
    firstIds.cis,
  );
  const key = importKey(recordIn(json, 'auth') ?? {}, defaultKey);
  if (!references.users.some((user) => user.username === key.username)) {
    references.user({ user: makeApiUser(references.users, key.username) }, 'user');
  }
  return {
    account: { ...defaultAccount(references.lookups), ...recordIn(json, 'account') },
    keys: [key],
    users: references.users,
    tickets,
    cis,
    lookups: references.lookups,
    files: importFiles(recordIn(json, 'files') ?? {}, tickets, cis),
  };
}

/** Reference data names other reference data (doc L717-722, L818-827). */
function noteInLookups(lookups: Json, references: References): void {
  for (const category of recordsIn(lookups, 'helpdesk_categories')) references.lookupList('teams', category, 'teams');
  for (const field of recordsIn(lookups, 'custom_fields')) {
    references.lookup('ci_types', field, 'ci_type');
    references.lookup('helpdesk_categories', field, 'helpdesk_category');
  }
}

/** CIs that occur in tickets only, where the operating system is a text (doc L1639). */
function cisOnlyInside(tickets: readonly Json[], cis: readonly Json[]): Json[] {
  const found = new Map<number, Json>();
  for (const { os, ...ci } of tickets.flatMap((ticket) => recordsIn(ticket, 'cis'))) {
    const id = numberIn(ci, 'id');
    if (id !== null) found.set(id, { ...ci, inventory: typeof os === 'string' ? { os: { name: os } } : null });
  }
  for (const ci of cis) found.delete(numberIn(ci, 'id') ?? 0);
  return [...found.values()];
}

const makeApiUser = (users: readonly { id: number }[], username: string): Json => ({
  id: nextNumber(users, 'id', firstIds.users),
  username,
  is_agent: true,
});

/** Gives ids and numbers to records that came without. */
function numberAll<Row extends { id: number; friendly_id: number }>(
  rows: readonly Unnumbered<Row>[],
  firstId: number,
): Row[] {
  let lastId = rows.reduce((last, row) => Math.max(last, row.id ?? 0), firstId - 1);
  let lastFriendlyId = rows.reduce((last, row) => Math.max(last, row.friendly_id ?? 0), 0);
  return rows.map(
    (row) => ({ ...row, id: row.id ?? ++lastId, friendly_id: row.friendly_id ?? ++lastFriendlyId }) as Row,
  );
}

function importFiles(json: Json, tickets: readonly TicketRecord[], cis: readonly CiRecord[]): Map<string, StoredFile> {
  const files = new Map<string, StoredFile>();
  for (const { storage_key, size } of attachmentsOf(tickets, cis)) {
    files.set(storage_key, { size, etag: '0'.repeat(32), head: Buffer.alloc(0) });
  }
  for (const [key, file] of Object.entries(json)) {
    if (!isJson(file)) continue;
    const head = Buffer.from(textIn(file, 'content') ?? '', 'base64');
    files.set(key, { size: numberIn(file, 'size') ?? head.length, etag: textIn(file, 'etag') ?? '', head });
  }
  return files;
}

const attachmentsOf = (tickets: readonly TicketRecord[], cis: readonly CiRecord[]): AttachmentRecord[] => [
  ...tickets.flatMap((ticket) => [...ticket.attachments, ...ticket.comments.flatMap((comment) => comment.attachments)]),
  ...cis.flatMap((ci) => ci.attachments),
];
