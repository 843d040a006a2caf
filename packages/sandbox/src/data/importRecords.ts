import type {
  ApprovalRequestRecord,
  AttachmentRecord,
  CiRecord,
  CommentRecord,
  LinkedRecord,
  NoteRecord,
  TaskRecord,
  TicketRecord,
  TimeEntryRecord,
} from '../state/records.js';
import { extraIn, flagIn, type Json, numberIn, recordIn, recordsIn, textIn } from './fields.js';
import { importTime, type References } from './importReferences.js';

/** A record before it has its id and number for certain. */
export type Unnumbered<Row> = Omit<Row, 'id' | 'friendly_id'> & { id: number | null; friendly_id: number | null };

/** Ids for records inside others that come without. */
type NextId = () => number;

export function importTicket(json: Json, references: References, nextId: NextId): Unnumbered<TicketRecord> {
  const agentId = references.user(json, 'agent');
  const ticket = {
    id: numberIn(json, 'id'),
    friendly_id: numberIn(json, 'friendly_id'),
    title: textIn(json, 'title') ?? '',
    description: textIn(json, 'description'),
    status: textIn(json, 'status') ?? (agentId === null ? 'incoming' : 'assigned'),
    source: textIn(json, 'source'),
    custom_fields: recordIn(json, 'custom_fields') ?? {},
    ...importTimes(json),
    due_at: textIn(json, 'due_at'),
    closed_at: textIn(json, 'closed_at'),
    lock_version: numberIn(json, 'lock_version') ?? 0,
    type_id: references.lookup('ticket_types', json, 'type'),
    priority_id: references.lookup('helpdesk_priorities', json, 'priority'),
    category_id: references.lookup('helpdesk_categories', json, 'category'),
    extended_status_id: references.lookup('helpdesk_extended_statuses', json, 'extended_status'),
    requester_id: references.user(json, 'requester'),
    agent_id: agentId,
    team_id: references.lookup('teams', json, 'team'),
    tag_ids: references.tagList('ticket', json),
    ci_ids: recordsIn(json, 'cis').flatMap((ci) => numberIn(ci, 'id') ?? []),
    problem: importLinked(recordIn(json, 'problem')),
    change: importLinked(recordIn(json, 'change')),
    comments: recordsIn(json, 'comments').map((comment) => importComment(comment, references, nextId)),
    attachments: recordsIn(json, 'attachments').map((file) => importAttachment(file, references, nextId)),
    time_entries: recordsIn(json, 'time_entries').map((entry) => importTimeEntry(entry, references, nextId)),
    tasks: recordsIn(json, 'tasks').map((task) => importTask(task, references, nextId)),
    approval_requests: recordsIn(json, 'approval_requests').map((approval) =>
      importApproval(approval, references, nextId),
    ),
  };
  return { ...ticket, ...extraIn(json, ticket) };
}

export function importCi(json: Json, references: References, nextId: NextId): Unnumbered<CiRecord> {
  const order = recordIn(json, 'purchase_order');
  const ci = {
    id: numberIn(json, 'id'),
    friendly_id: numberIn(json, 'friendly_id'),
    name: textIn(json, 'name') ?? '',
    description: textIn(json, 'description'),
    model: textIn(json, 'model'),
    serial_number: textIn(json, 'serial_number'),
    control_number: textIn(json, 'control_number'),
    barcode: textIn(json, 'barcode') ?? textIn(json, 'name'),
    type_id: references.lookup('ci_types', json, 'type'),
    status_id: references.lookup('ci_statuses', json, 'status'),
    location_id: references.lookup('locations', json, 'location'),
    manufacturer_id: references.lookup('manufacturers', json, 'manufacturer'),
    purchase_order: order === null ? null : { ...numbersOf(order), number: textIn(order, 'number') ?? '' },
    tag_ids: references.tagList('ci', json),
    user_ids: references.userList(json, 'users'),
    custom_fields: recordIn(json, 'custom_fields') ?? {},
    inventory: recordIn(json, 'inventory'),
    inventory_updated_at: textIn(json, 'inventory_updated_at'),
    online: flagIn(json, 'online'),
    dns_host_name: textIn(json, 'dns_host_name'),
    distinguished_name: textIn(json, 'distinguished_name'),
    archived_at: textIn(json, 'archived_at'),
    ...importTimes(json),
    notes: recordsIn(json, 'notes').map((note) => importNote(note, references, nextId)),
    attachments: recordsIn(json, 'attachments').map((file) => importAttachment(file, references, nextId)),
  };
  return { ...ci, ...extraIn(json, ci) };
}

const importTimes = (json: Json) => ({
  created_at: textIn(json, 'created_at') ?? importTime,
  updated_at: textIn(json, 'updated_at') ?? textIn(json, 'created_at') ?? importTime,
});

const numbersOf = (json: Json) => ({ id: numberIn(json, 'id') ?? 0, friendly_id: numberIn(json, 'friendly_id') ?? 0 });

const importLinked = (json: Json | null): LinkedRecord | null =>
  json === null ? null : { ...numbersOf(json), title: textIn(json, 'title') ?? '' };

const importComment = (json: Json, references: References, nextId: NextId): CommentRecord => ({
  id: numberIn(json, 'id') ?? nextId(),
  body: textIn(json, 'body') ?? '',
  created_at: textIn(json, 'created_at') ?? importTime,
  is_public: flagIn(json, 'is_public'),
  from_agent: flagIn(json, 'from_agent'),
  source: textIn(json, 'source'),
  created_by_id: references.user(json, 'created_by'),
  attachments: recordsIn(json, 'attachments').map((file) => importAttachment(file, references, nextId)),
});

function importAttachment(json: Json, references: References, nextId: NextId): AttachmentRecord {
  const id = numberIn(json, 'id') ?? nextId();
  const name = textIn(json, 'name') ?? 'file';
  return {
    id,
    name,
    description: textIn(json, 'description'),
    size: numberIn(json, 'size') ?? 0,
    ...importTimes(json),
    created_by_id: references.user(json, 'created_by'),
    storage_key: textIn(json, 'storage_key') ?? `uploads/attachments/${id}/${name}`,
  };
}

const importTask = (json: Json, references: References, nextId: NextId): TaskRecord => ({
  id: numberIn(json, 'id') ?? nextId(),
  title: textIn(json, 'title') ?? '',
  note: textIn(json, 'note'),
  created_at: textIn(json, 'created_at') ?? importTime,
  due_at: textIn(json, 'due_at'),
  closed_at: textIn(json, 'closed_at'),
  type_id: references.lookup('task_types', json, 'type'),
  team_id: references.lookup('teams', json, 'team'),
  agent_id: references.user(json, 'agent'),
  created_by_id: references.user(json, 'created_by'),
});

const importTimeEntry = (json: Json, references: References, nextId: NextId): TimeEntryRecord => ({
  id: numberIn(json, 'id') ?? nextId(),
  date: textIn(json, 'date') ?? importTime.slice(0, 10),
  duration: numberIn(json, 'duration') ?? 0,
  billable: flagIn(json, 'billable'),
  task_id: numberIn(json, 'task_id'),
  agent_id: references.user(json, 'agent'),
  note: textIn(json, 'note'),
});

const importApproval = (json: Json, references: References, nextId: NextId): ApprovalRequestRecord => ({
  id: numberIn(json, 'id') ?? nextId(),
  status: textIn(json, 'status') ?? 'sent',
  comment: textIn(json, 'comment'),
  created_at: textIn(json, 'created_at') ?? importTime,
  responded_at: textIn(json, 'responded_at'),
  user_id: references.user(json, 'user'),
});

const importNote = (json: Json, references: References, nextId: NextId): NoteRecord => ({
  id: numberIn(json, 'id') ?? nextId(),
  text: textIn(json, 'text') ?? '',
  ...importTimes(json),
  created_by_id: references.user(json, 'created_by'),
});
