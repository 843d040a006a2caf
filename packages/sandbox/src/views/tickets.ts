import type {
  ApprovalRequestRecord,
  AttachmentRecord,
  CiRecord,
  CommentRecord,
  TaskRecord,
  TicketRecord,
  TimeEntryRecord,
} from '../state/records.js';
import type { State } from '../state/state.js';
import {
  categoryRef,
  ciStatusRef,
  ciTypeRef,
  namedRef,
  namedRefs,
  priorityRef,
  ticketTypeRef,
  userRef,
} from './references.js';

/** A row of `GET /tickets`: no times but `due_at`, no team, no tags (doc L1378-1426). */
export const renderTicketRow = (state: State, ticket: TicketRecord) => ({
  ...ticket.extra,
  id: ticket.id,
  friendly_id: ticket.friendly_id,
  title: ticket.title,
  status: ticket.status,
  due_at: ticket.due_at,
  type: ticketTypeRef(state, ticket.type_id),
  priority: priorityRef(state, ticket.priority_id),
  category: categoryRef(state, ticket.category_id),
  extended_status: namedRef(state, 'helpdesk_extended_statuses', ticket.extended_status_id),
  requester: userRef(state, ticket.requester_id),
  agent: userRef(state, ticket.agent_id),
});

/** The whole ticket (doc L1436-1652). */
export const renderTicket = (state: State, ticket: TicketRecord) => ({
  ...ticket.extra,
  id: ticket.id,
  friendly_id: ticket.friendly_id,
  title: ticket.title,
  description: ticket.description,
  status: ticket.status,
  source: ticket.source,
  custom_fields: ticket.custom_fields,
  created_at: ticket.created_at,
  updated_at: ticket.updated_at,
  due_at: ticket.due_at,
  closed_at: ticket.closed_at,
  lock_version: ticket.lock_version,
  type: ticketTypeRef(state, ticket.type_id),
  priority: priorityRef(state, ticket.priority_id),
  category: categoryRef(state, ticket.category_id),
  agent: userRef(state, ticket.agent_id),
  team: namedRef(state, 'teams', ticket.team_id),
  extended_status: namedRef(state, 'helpdesk_extended_statuses', ticket.extended_status_id),
  requester: renderRequester(state, ticket.requester_id),
  comments: ticket.comments.map((comment) => renderComment(state, comment)),
  tags: namedRefs(state, 'tags', ticket.tag_ids),
  attachments: ticket.attachments.map(renderAttachmentRef),
  time_entries: ticket.time_entries.map((entry) => renderTimeEntry(state, ticket, entry)),
  tasks: ticket.tasks.map((task) => renderTicketTask(state, task)),
  problem: ticket.problem,
  change: ticket.change,
  approval_requests: ticket.approval_requests.map((request) => renderApprovalRequest(state, request)),
  cis: ticket.ci_ids.flatMap((id) => renderTicketCi(state, state.cis.byId(id))),
});

function renderRequester(state: State, id: number | null) {
  const user = id === null ? undefined : state.users.byId(id);
  if (user === undefined) return null;
  return {
    id: user.id,
    friendly_id: user.friendly_id,
    first_name: user.first_name,
    last_name: user.last_name,
    username: user.username,
    is_agent: user.is_agent,
    email: user.email,
    phone: user.phone,
    mobile: user.mobile,
    group: namedRef(state, 'groups', user.group_id),
  };
}

/** doc L1756-1772 */
export const renderComment = (state: State, comment: CommentRecord) => ({
  id: comment.id,
  body: comment.body,
  created_at: comment.created_at,
  is_public: comment.is_public,
  from_agent: comment.from_agent,
  source: comment.source,
  created_by: userRef(state, comment.created_by_id),
  attachments: comment.attachments.map(renderAttachmentRef),
});

/** An attachment inside its parent; its link comes only from its own route. */
export const renderAttachmentRef = ({ id, description, name, created_at, size }: AttachmentRecord) => ({
  id,
  description,
  name,
  created_at,
  size,
});

/** doc L2088-2105: the note that was written is not among it */
export function renderTimeEntry(state: State, ticket: TicketRecord, entry: TimeEntryRecord) {
  const task = ticket.tasks.find(({ id }) => id === entry.task_id);
  return {
    id: entry.id,
    date: entry.date,
    duration: entry.duration,
    task_id: entry.task_id,
    billable: entry.billable,
    agent: userRef(state, entry.agent_id),
    task: task === undefined ? null : { id: task.id, title: task.title },
  };
}

/** A task by itself says neither when nor by whom it was created (doc L1177-1198). */
export const renderTask = (state: State, task: TaskRecord) => ({
  id: task.id,
  title: task.title,
  note: task.note,
  due_at: task.due_at,
  closed_at: task.closed_at,
  type: namedRef(state, 'task_types', task.type_id),
  team: namedRef(state, 'teams', task.team_id),
  agent: userRef(state, task.agent_id),
});

/** A task inside its ticket (doc L1564-1588). */
const renderTicketTask = (state: State, task: TaskRecord) => ({
  ...renderTask(state, task),
  created_at: task.created_at,
  created_by: userRef(state, task.created_by_id),
});

const renderApprovalRequest = (state: State, request: ApprovalRequestRecord) => ({
  id: request.id,
  status: request.status,
  comment: request.comment,
  created_at: request.created_at,
  responded_at: request.responded_at,
  user: userRef(state, request.user_id),
});

/** `os` is a text here, an object under `inventory` elsewhere (doc L1639). */
function renderTicketCi(state: State, ci: CiRecord | undefined) {
  if (ci === undefined) return [];
  return [
    {
      id: ci.id,
      friendly_id: ci.friendly_id,
      name: ci.name,
      online: ci.online,
      updated_at: ci.updated_at,
      inventory_updated_at: ci.inventory_updated_at,
      archived_at: ci.archived_at,
      os: operatingSystemName(ci),
      type: ciTypeRef(state, ci.type_id),
      status: ciStatusRef(state, ci.status_id),
    },
  ];
}

function operatingSystemName({ inventory }: CiRecord): string | null {
  const os = inventory?.['os'];
  const name = typeof os === 'object' && os !== null && 'name' in os ? os.name : null;
  return typeof name === 'string' ? name : null;
}
