import type { OperationOutput } from 'bossdesk-client';
import { htmlToText } from './html.js';
import { cutText, indentLines, oneLine } from './text.js';
import { line, showName, type PersonRef, showBytes, showPerson, showRef, showTime, showYesNo } from './values.js';

type Ticket = OperationOutput<'tickets.get'>;
type MyTicket = OperationOutput<'myTickets.get'>;

export type Detail = 'summary' | 'full';

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly created_at: string;
  readonly is_public?: boolean | undefined;
  readonly from_agent?: boolean | null | undefined;
  readonly created_by?: PersonRef | null | undefined;
  readonly attachments?: readonly Attachment[] | null | undefined;
}

interface Attachment {
  readonly id: number;
  readonly name: string;
  readonly size: number;
}

/** How much of each part a detail level shows; what is left out is counted. */
const amounts = {
  summary: { description: 1500, comment: 500, items: 5 },
  full: { description: 20_000, comment: 5000, items: 1000 },
} as const satisfies Record<Detail, { description: number; comment: number; items: number }>;

/** A ticket as pieces of text, most important first. `customFields` are lines made with their names. */
export async function renderTicket(ticket: Ticket, detail: Detail, customFields: readonly string[]): Promise<string[]> {
  const { items } = amounts[detail];
  return [
    ...renderHead(ticket),
    ...line('priority', showRef(ticket.priority)),
    ...line('category', showRef(ticket.category)),
    ...line('extended status', showRef(ticket.extended_status)),
    ...line('team', showRef(ticket.team)),
    ...line('requester', showRequester(ticket.requester)),
    ...line('tags', ticket.tags?.map(showRef).join(', ')),
    ...line('source', ticket.source),
    ...customFields,
    ...line('problem', showLinked(ticket.problem)),
    ...line('change', showLinked(ticket.change)),
    ...(await renderDescription(ticket.description, detail)),
    ...renderItems('tasks', ticket.tasks ?? [], items, showTask),
    ...renderItems('time entries', ticket.time_entries ?? [], items, showTimeEntry),
    ...renderAttachments(ticket.attachments, items),
    ...renderItems('approval requests', ticket.approval_requests ?? [], items, showApproval),
    ...renderItems('CIs', ticket.cis ?? [], items, ({ friendly_id, name, type }) => [
      `number ${friendly_id}`,
      name,
      type?.name,
    ]),
    ...(await renderComments(ticket.comments, detail)),
  ];
}

/** The same for what a requester sees. */
export async function renderMyTicket(ticket: MyTicket): Promise<string[]> {
  return [
    ...renderHead(ticket),
    ...(await renderDescription(ticket.description, 'full')),
    ...renderAttachments(ticket.attachments, amounts.full.items),
    ...(await renderComments(ticket.comments, 'full')),
  ];
}

function renderHead(ticket: Ticket | MyTicket): string[] {
  return [
    ...line('title', oneLine(ticket.title, 500)),
    ...line('status', ticket.status),
    ...line('type', showRef(ticket.type)),
    ...line('agent', showPerson(ticket.agent)),
    ...line('created', showTime(ticket.created_at)),
    ...line('updated', showTime(ticket.updated_at)),
    ...line('due', showTime(ticket.due_at)),
    ...line('closed', showTime(ticket.closed_at)),
  ];
}

function showRequester(requester: Ticket['requester']): string | undefined {
  if (requester == null) return undefined;
  const contact = [requester.email, requester.phone, requester.mobile]
    .filter((part) => part != null && part !== '')
    .join(', ');
  const number = `user number ${requester.friendly_id}`;
  return [showPerson(requester), number, contact].filter((part) => part !== '').join(', ');
}

function showLinked(linked: Ticket['problem']): string | undefined {
  return linked == null ? undefined : `${linked.friendly_id} ${oneLine(linked.title)}`;
}

async function renderDescription(description: string | null | undefined, detail: Detail): Promise<string[]> {
  const text = await htmlToText(description ?? '');
  return text === '' ? [] : [`description:\n  ${indentLines(cutText(text, amounts[detail].description))}`];
}

type Shown = readonly (string | null | undefined)[];

function renderItems<Item extends { readonly id: number }>(
  heading: string,
  items: readonly Item[],
  limit: number,
  show: (item: Item) => Shown,
): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(-limit);
  const omitted = items.length > shown.length ? `, the last ${shown.length}` : '';
  return [
    `${heading} (${items.length}${omitted}):`,
    ...shown.map(
      (item) =>
        `- ${indentLines([`id ${item.id}`, ...show(item)].filter((part) => part != null && part !== '').join(' | '))}`,
    ),
  ];
}

function showTask(task: NonNullable<Ticket['tasks']>[number]): Shown {
  return [
    oneLine(task.title),
    task.closed_at == null ? 'open' : `closed ${showTime(task.closed_at) ?? ''}`,
    showRef(task.type),
    showRef(task.team),
    showPerson(task.agent),
    task.due_at == null ? undefined : `due ${showTime(task.due_at) ?? ''}`,
    task.note == null ? undefined : oneLine(task.note, 300),
  ];
}

function showTimeEntry(entry: NonNullable<Ticket['time_entries']>[number]): Shown {
  const task = entry.task == null ? undefined : `task ${entry.task.id}`;
  return [
    entry.date,
    `${entry.duration} minutes`,
    showPerson(entry.agent),
    entry.billable === true ? 'billable' : undefined,
    task,
  ];
}

function showApproval({
  status,
  user,
  responded_at,
  comment,
}: NonNullable<Ticket['approval_requests']>[number]): Shown {
  return [status, showPerson(user), showTime(responded_at), comment == null ? undefined : oneLine(comment, 300)];
}

function renderAttachments(attachments: readonly Attachment[] | null | undefined, limit: number): string[] {
  return renderItems('attachments', attachments ?? [], limit, ({ name, size }) => [oneLine(name), showBytes(size)]);
}

/** Newest first, so that a long history loses its beginning. */
async function renderComments(comments: readonly Comment[] | null | undefined, detail: Detail): Promise<string[]> {
  if (comments == null || comments.length === 0) return [];
  const { items, comment: length } = amounts[detail];
  const newest = [...comments].sort((a, b) => b.created_at.localeCompare(a.created_at)).slice(0, items);
  const omitted =
    newest.length < comments.length ? `, the newest ${newest.length}; detail "full" has all` : ', newest first';
  return [
    `comments (${comments.length}${omitted}):`,
    ...(await Promise.all(newest.map((comment) => renderComment(comment, length)))),
  ];
}

async function renderComment(comment: Comment, length: number): Promise<string> {
  const visibility = comment.is_public === undefined ? undefined : comment.is_public ? 'public' : 'private';
  const author = comment.created_by == null ? undefined : showName(comment.created_by);
  const from = comment.from_agent == null ? undefined : `from agent: ${showYesNo(comment.from_agent) ?? ''}`;
  const files =
    comment.attachments?.map(({ id, name, size }) => `attachment ${id} ${oneLine(name)} (${showBytes(size)})`) ?? [];
  const about = [`id ${comment.id}`, showTime(comment.created_at), author, visibility, from, ...files].filter(
    (part) => part != null,
  );
  return `- ${about.join(' | ')}\n  ${indentLines(cutText(await htmlToText(comment.body), length))}`;
}
